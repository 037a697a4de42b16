import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { version } from "../../packages/cli/src/version.js";
import { folderOf } from "./command.js";

const root = join(import.meta.dirname, "../..");
const command = join(root, "node_modules/.cache/test-cli/kalint.mjs");

/** The command as a process, made from the sources as they are now. */
beforeAll(async () => {
  const packages = ["syntax", "schema", "model", "format", "lint", "service", "server"];
  await build({
    entryPoints: [join(root, "packages/cli/src/main.ts")],
    outfile: command,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: Object.fromEntries(packages.map((name) => [`@kalint/${name}`, join(root, `packages/${name}/src/index.ts`)])),
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: "error",
  });
}, 60_000);

function kalint(commandLine: readonly string[], options: { cwd?: string; input?: string } = {}) {
  const result = spawnSync(process.execPath, [command, ...commandLine], { encoding: "utf8", ...options });
  return { status: result.status, output: result.stdout, errors: result.stderr };
}

const clean =
  "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    virtual_ipaddress {\n        192.0.2.1/24\n    }\n}\n";
const bad = clean.replace("eth0\n", "eth0\n    advert_intt 1\n");

describe("exit status", () => {
  const cases: readonly [name: string, commandLine: readonly string[], status: number][] = [
    ["a clean file", ["a.conf"], 0],
    ["a finding", ["b.conf"], 1],
    ["a missing file", ["none.conf"], 2],
    ["an unknown option", ["--none"], 2],
    ["help", ["--help"], 0],
    ["help of a command", ["help", "format"], 0],
    ["version", ["--version"], 0],
  ];
  test.each(cases)("%s", (_, commandLine, status) => {
    const cwd = folderOf({ "a.conf": clean, "b.conf": bad });
    expect(kalint(commandLine, { cwd }).status).toBe(status);
  });
});

test("the version is the package's", () => {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(version).toBe(manifest.version);
  expect(kalint(["--version"])).toMatchObject({ output: `${version}\n`, errors: "" });
});

test("reads standard input to its end", () => {
  const many = bad.repeat(2000);
  const result = kalint(["--format", "json", "-"], { input: many });
  expect(JSON.parse(result.output).summary.errors).toBeGreaterThanOrEqual(2000);
});

test("a reader that stops early is no error", () => {
  const cwd = folderOf({ "b.conf": bad.repeat(3000) });
  const script = `"${process.execPath}" "${command}" --format concise b.conf | head -n 1`;
  const result = spawnSync("bash", ["-o", "pipefail", "-c", script], { cwd, encoding: "utf8" });
  expect(result.stdout).toMatch(/^b\.conf:\d+:\d+: error/);
  expect(result.stderr).toBe("");
});

test("the language server answers and leaves when it is told to", () => {
  const message = (body: object) => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...body });
    return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  };
  const input =
    message({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } }) +
    message({ method: "initialized", params: {} }) +
    message({ id: 2, method: "shutdown" }) +
    message({ method: "exit" });
  const result = kalint(["lsp", "--stdio"], { input });
  expect(result.output).toContain('"capabilities"');
  expect(result.status).toBe(0);
});
