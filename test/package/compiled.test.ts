import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleInto } from "../support/command-bundle.js";

const folder = mkdtempSync(join(tmpdir(), "kalint-compiled-"));
const dist = join(folder, "dist");
const file = join(folder, "keepalived.conf");

beforeAll(() => {
  bundleInto(dist);
  // Patterns of the bundle hold characters that are not ASCII.
  const text = "global_defs {\n    router_id ‹name›\n}\nvrrp_script s {\n    script /bin/true\n    intervall 2\n}\n";
  writeFileSync(file, text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command prints with a cache in `cache`. */
function kalint(cache: string, words = ["check", "--format", "concise", file], environment: object = {}) {
  const result = spawnSync(process.execPath, [join(dist, "kalint.js"), ...words], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, XDG_CACHE_HOME: cache, ...environment },
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

function newCache(): string {
  return mkdtempSync(join(folder, "cache-"));
}

const filesIn = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe("compiled code that is kept between runs", () => {
  test("changes nothing but the time, and only its owner can write it", () => {
    const cache = newCache();
    const first = kalint(cache);
    expect(first.stdout).toContain("unknown-keyword");
    expect(first.stdout).toContain("unrendered-template");
    const files = filesIn(cache);
    expect(files.length).toBeGreaterThan(3);
    for (const path of [join(cache, "kalint"), ...files]) expect(statSync(path).mode & 0o022).toBe(0);
    expect(kalint(cache)).toEqual(first);
    // What another program has left there is compiled anew.
    for (const path of files) writeFileSync(path, "no compiled code");
    expect(kalint(cache)).toEqual(first);
  });

  test.runIf(process.getuid !== undefined)("is neither read nor written where others can write", () => {
    const cache = newCache();
    mkdirSync(join(cache, "kalint"));
    chmodSync(join(cache, "kalint"), 0o777);
    expect(kalint(cache).stdout).toContain("unknown-keyword");
    expect(filesIn(cache)).toEqual([]);
  });

  test("is kept by a long run, which has flags of its own, as by a short one", () => {
    const cache = newCache();
    const long = join(folder, "long.conf");
    // For the surplus brace the parser is loaded on the way.
    writeFileSync(long, `${`# ${"kept ".repeat(20)}\n`.repeat(1000)}}\n`);
    const runs = [long, file].map((path) => ["check", "--no-neighbours", "--format", "json", path]);
    const first = runs.map((words) => kalint(cache, words));
    expect(first.map(({ status }) => status)).toEqual([1, 1]);
    const kept = () => filesIn(cache).map((path) => [path, statSync(path).mtimeMs]);
    const before = kept();
    expect(runs.map((words) => kalint(cache, words))).toEqual(first);
    expect(kept()).toEqual(before);
  });

  test("is not kept where it is not wanted or there is no place", () => {
    const cache = newCache();
    expect(kalint(cache, undefined, { NODE_DISABLE_COMPILE_CACHE: "1" }).stdout).toContain("unknown-keyword");
    expect(filesIn(cache)).toEqual([]);
    const noFolder = join(cache, "file");
    writeFileSync(noFolder, "");
    expect(kalint(noFolder).stdout).toContain("unknown-keyword");
  });
});

test("--version loads no part of the bundle", () => {
  const alone = join(folder, "alone");
  for (const name of ["kalint.js", "package.json"]) cpSync(join(dist, name), join(alone, name));
  for (const option of ["--version", "-V"]) {
    const { stdout, stderr } = spawnSync(process.execPath, [join(alone, "kalint.js"), option], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  }
});
