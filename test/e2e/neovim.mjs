// The built command as the language server of a real Neovim. Needs `npm run build` and nvim (0.7 or later) on the PATH.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createChecks, workspaceFiles } from "./checks.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const program = join(here, "../../dist/kalint.js");
const { check, finish } = createChecks("neovim");

const workspace = mkdtempSync(join(tmpdir(), "kalint-neovim-"));
for (const [path, text] of Object.entries(workspaceFiles)) {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), text);
}

const { stdout, stderr, status, error } = spawnSync(
  "nvim",
  ["--clean", "--headless", "-n", "-i", "NONE", "-S", join(here, "neovim.lua")],
  {
    encoding: "utf8",
    timeout: 60_000,
    env: {
      ...process.env,
      HOME: workspace,
      KALINT_SERVER: `${process.execPath} ${program} lsp --stdio`,
      KALINT_FILE: join(workspace, "lb1/keepalived.conf"),
    },
  },
);
rmSync(workspace, { recursive: true, force: true });

const told = new Map(
  (stdout ?? "")
    .split("\n")
    .filter((line) => /^\w+ /.test(line))
    .map((line) => [line.slice(0, line.indexOf(" ")), JSON.parse(line.slice(line.indexOf(" ") + 1))]),
);
check(
  "runs",
  error === undefined && status === 0,
  error?.message ?? told.get("problem") ?? (status === 0 ? "" : stderr),
);
const diagnostic = told.get("diagnostic");
check(
  "shows a finding in its place",
  diagnostic?.line === 10 && diagnostic?.column === 9,
  diagnostic?.message?.split("\n")[0],
);
check("hover explains priority", told.get("hover")?.includes("priority <priority>"));
const labels = told.get("completion") ?? [];
check(
  "completes keywords of the block",
  labels.includes("priority") && !labels.includes("real_server"),
  `${labels.length} items`,
);
check("goes to the script's definition", told.get("definition")?.line === 5);
check(
  "renames a script",
  told.get("renamed")?.join() === "vrrp_script chk_web {,        chk_web",
  told.get("renamed")?.join(),
);
check("offers a fix", told.get("actions")?.[0] === "Write MASTER", told.get("actions")?.join("; "));
check("applies the fix", told.get("fixed") === "  state MASTER", told.get("fixed"));
check("formats", told.get("formatted") === "    state MASTR", told.get("formatted"));
check("takes the finding back after an edit", told.get("cleared") === true);
finish();
