import { spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { version } from "../../packages/cli/src/version.js";
import { bundleInto } from "../support/command-bundle.js";
import { bad, clean, folderOf } from "./command.js";

const root = join(import.meta.dirname, "../..");
/** A folder inside the repository, so that its "type": "module" holds for the bundle. */
const folder = join(root, "node_modules/.cache/test-cli");
const command = join(folder, "kalint.js");

/** The command as a process, made from the sources as they are now. */
beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  bundleInto(folder);
}, 60_000);

function kalint(commandLine: readonly string[], options: { cwd?: string; input?: string } = {}) {
  const result = spawnSync(process.execPath, [command, ...commandLine], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    ...options,
  });
  return { status: result.status, output: result.stdout, errors: result.stderr };
}

test("the version is the package's", () => {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(version).toBe(manifest.version);
  expect(kalint(["--version"])).toEqual({ status: 0, output: `${version}\n`, errors: "" });
});

test("kalint.json is checked", () => {
  const { status, errors } = kalint([], { cwd: folderOf({ "kalint.json": '{ "ruls": {} }', "keepalived.conf": bad }) });
  expect([status, errors]).toEqual([
    2,
    expect.stringMatching(/^kalint: kalint\.json:1:3: unknown key 'ruls'\. Did you mean rules\?/),
  ]);
});

test("formats, patterns, rules and pages are where the bundle looks for them", () => {
  const cwd = folderOf({ "keepalived.conf": bad });
  const { status, output } = kalint(["--format", "gitlab", "keepalived.co*"], { cwd });
  expect([status, JSON.parse(output)]).toEqual([1, [expect.anything()]]);
  expect(kalint(["--diff"], { cwd }).output).toContain("+    advert_int 1");
  expect(kalint(["explain", "priority"]).output).toContain("vrrp_instance/priority");
  expect(kalint(["rules"]).output).toContain("unknown-keyword");
});

describe("permissions", () => {
  /** Root may write everything, so that its tests run as somebody else. */
  const stranger = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

  test("a file that may not be written is left, and its findings stay in the report", () => {
    const cwd = folderOf({ "a.conf": bad, "b.conf": bad });
    chmodSync(cwd, 0o777);
    chmodSync(join(cwd, "a.conf"), 0o444);
    chmodSync(join(cwd, "b.conf"), 0o666);
    // The bundle is copied to where everybody may read it.
    const bundle = join(cwd, "bundle");
    cpSync(folder, bundle, { recursive: true });
    const result = spawnSync(
      process.execPath,
      [join(bundle, "kalint.js"), "--fix", "--format", "concise", "a.conf", "b.conf"],
      {
        cwd,
        encoding: "utf8",
        ...stranger,
      },
    );
    expect(result.stderr).toBe("kalint: a.conf: cannot be written: permission denied\n");
    expect(result.stdout).toMatch(
      /^a\.conf:.*advert_intt.*\n.*\nfixed 1 finding; 1 error, 1 warning in 2 files; 1 fixable with --fix\n$/,
    );
    expect(result.status).toBe(2);
    expect(readFileSync(join(cwd, "a.conf"), "utf8")).toBe(bad);
    expect(readFileSync(join(cwd, "b.conf"), "utf8")).not.toBe(bad);
  });

  test("a folder that may not be listed is said, and the others are still checked", () => {
    const cwd = folderOf({ "keepalived.conf": bad, "secret/keepalived.conf": bad });
    chmodSync(cwd, 0o755);
    const bundle = join(cwd, "bundle");
    cpSync(folder, bundle, { recursive: true });
    chmodSync(join(cwd, "secret"), 0o000);
    const result = spawnSync(process.execPath, [join(bundle, "kalint.js"), "--format", "concise"], {
      cwd,
      encoding: "utf8",
      ...stranger,
    });
    chmodSync(join(cwd, "secret"), 0o755);
    expect([result.status, result.stderr]).toEqual([2, "kalint: secret: permission denied\n"]);
    expect(result.stdout).toContain("advert_intt");
  });
});

test("reads standard input to its end", () => {
  const many = bad.repeat(500);
  const result = kalint(["--format", "json", "-"], { input: many });
  expect(JSON.parse(result.output).summary.errors).toBeGreaterThanOrEqual(500);
});

test("a reader that stops early is no error", () => {
  const cwd = folderOf({ "b.conf": bad.repeat(1000) });
  const script = `"${process.execPath}" "${command}" --format concise b.conf | head -n 1`;
  const result = spawnSync("bash", ["-o", "pipefail", "-c", script], { cwd, encoding: "utf8" });
  expect(result.stdout).toMatch(/^b\.conf:\d+:\d+: error/);
  expect(result.stderr).toBe("");
});

test("--watch checks again after a change, outlives a broken kalint.json, sees replaced and included files, not its own reports, and ends when it is told to", async () => {
  const cwd = folderOf({ "lb1/keepalived.conf": `${clean}include part.inc\n`, "kalint.json": "{}" });
  const commandLine = [command, "--watch", "--format", "json=report.json", "--format", "concise"];
  const watcher = spawn(process.execPath, commandLine, { cwd });
  const runs: string[] = [];
  let output = "";
  let heard = () => {};
  const look = (chunk: unknown) => {
    output += chunk;
    for (let end = output.indexOf("waiting for changes\n"); end >= 0; end = output.indexOf("waiting for changes\n")) {
      runs.push(output.slice(0, end));
      output = output.slice(end + "waiting for changes\n".length);
    }
    heard();
  };
  watcher.stdout.on("data", look);
  watcher.stderr.on("data", look);
  const run = async (count: number) => {
    while (runs.length < count) await new Promise<void>((resolve) => (heard = resolve));
    return runs[count - 1];
  };
  const replace = (path: string, text: string) => {
    writeFileSync(join(cwd, `${path}.new`), text);
    renameSync(join(cwd, `${path}.new`), join(cwd, path));
  };
  expect(await run(1)).toContain("there is no file part.inc");
  writeFileSync(join(cwd, "lb1/part.inc"), "our_own 1\n");
  expect(await run(2)).toContain("our_own");
  writeFileSync(join(cwd, "lb1/keepalived.conf"), clean);
  expect(await run(3)).toContain("no problems");
  replace("lb1/keepalived.conf", bad);
  expect(await run(4)).toContain("advert_intt");
  replace("kalint.json", "{ ");
  expect(await run(5)).toMatch(/kalint\.json:\d+:\d+: this is not JSON/);
  replace("kalint.json", '{ "rules": { "unknown-keyword": "off" } }');
  expect(await run(6)).toContain("no problems");
  watcher.kill("SIGINT");
  expect(await new Promise((resolve) => watcher.on("exit", resolve))).toBe(0);
  expect(runs).toHaveLength(6);
}, 30_000);

test("the language server answers and leaves when it is told to", async () => {
  const server = spawn(process.execPath, [command, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const send = (body: object) => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...body });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  let output = "";
  const answered = (id: number) =>
    new Promise<void>((resolve) => {
      server.stdout.on("data", (chunk) => {
        output += chunk;
        if (output.includes(`"id":${id}`)) resolve();
      });
    });
  send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
  await answered(1);
  expect(output).toContain('"capabilities"');
  send({ method: "initialized", params: {} });
  send({ id: 2, method: "shutdown" });
  await answered(2);
  send({ method: "exit" });
  expect(await new Promise((resolve) => server.on("exit", resolve))).toBe(0);
});
