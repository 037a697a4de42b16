// All that writes, with each call of its writing failing in turn: every file is there whole, as it was or as it is to be.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join, relative } from "node:path";
import { afterEach, expect, test } from "vitest";
import { keepCompiled } from "../../packages/cli/src/compiled.js";
import { folderOf, runIn } from "./command.js";

const text = "vrrp_instance   VI_1 {\n interface eth0\n    virtual_router_id 51\n  advert_intt 1\n priority 300\n}\n";
const old =
  "global_defs {\n plugin_dir /usr/lib\n}\nvrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    priority 100\n}\n";
const report = `{ "version": 1, "files": [] }\n`;
const baseline = `{ "version": 2, "findings": [] }\n`;

/** What is in the folder before, by command line. */
const commandLines: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "format --write a.conf": { "a.conf": text },
  "check --fix a.conf": { "a.conf": text },
  "check --add-suppressions a.conf": { "a.conf": text },
  "check --format json --output-file out.json a.conf": { "a.conf": text, "out.json": report },
  "check --format json --output-file new.json a.conf": { "a.conf": text },
  "check --write-baseline base.json a.conf": { "a.conf": text, "base.json": baseline },
  "migrate --from 1.2.2 --to 2.2.7 --write a.conf": { "a.conf": old },
  "migrate --from 1.2.2 --to 2.2.7 --output-file out.txt a.conf": { "a.conf": old },
  "graph --format dot --output-file out.dot a.conf": { "a.conf": old },
  "convert --output-file out.json a.conf": { "a.conf": old },
  "init --force": { "kalint.json": "{}\n", "keepalived.conf": old },
  "generate real-server --format script --output-dir out a.conf": {
    "a.conf":
      "virtual_server 192.0.2.1 80 {\n    lb_kind DR\n    protocol TCP\n    real_server 192.0.2.11 80 {\n    }\n}\n",
  },
};

const killed = "KILLED";

/** The calls that change something on the disk. */
const calls = [
  "openSync",
  "writeSync",
  "writeFileSync",
  "fsyncSync",
  "ftruncateSync",
  "renameSync",
  "chmodSync",
  "chownSync",
  "mkdirSync",
] as const;

afterEach(() => {
  Object.assign(fs, real);
  syncBuiltinESMExports();
});

/** What cleans up, which a program that was killed does not. */
const cleaning = ["rmSync", "unlinkSync"] as const;

const real = Object.fromEntries([...calls, ...cleaning].map((name) => [name, fs[name]])) as Record<
  string,
  (...all: readonly unknown[]) => unknown
>;

/**
 * Runs a command line. Lets the call with this number fail, counted from 1, and gives how many there were. `KILLED`: every later call fails too,
 * as the system has it where a program is killed before the call.
 */
function runFailing(commandLine: string, directory: string, at: number, code: string) {
  return failing(at, code, () => runIn(commandLine, { directory }));
}

async function failing<Result>(at: number, code: string, act: () => Result | Promise<Result>) {
  let count = 0;
  for (const name of calls) {
    Object.assign(fs, {
      [name]: (...args: readonly unknown[]) => {
        // Reading goes on.
        const isRead = name === "openSync" && args[1] === "r" && !fs.statSync(String(args[0])).isDirectory();
        if (!isRead) count += 1;
        if (!isRead && (count === at || (code === killed && at > 0 && count > at))) {
          if (count === at && code !== "EACCES") writeHalf(name, args);
          throw Object.assign(new Error(`${name} fails`), { code });
        }
        return real[name]!(...args);
      },
    });
  }
  for (const name of cleaning) {
    Object.assign(fs, {
      [name]: (...args: readonly unknown[]) => {
        if (code === killed && count >= at) throw Object.assign(new Error(`${name} fails`), { code });
        return real[name]!(...args);
      },
    });
  }
  syncBuiltinESMExports();
  try {
    return { result: await act(), count };
  } finally {
    Object.assign(fs, real);
    syncBuiltinESMExports();
  }
}

/** A disk that gets full, or a kill, may leave a part of what is being written. */
function writeHalf(name: (typeof calls)[number], [file, data, at = 0, length = 0]: readonly unknown[]): void {
  if (!(data instanceof Uint8Array) || typeof file !== "number") return;
  const start = Number(at);
  const size = name === "writeSync" ? Number(length) : data.length;
  real.writeSync!(file, data, start, size >> 1, name === "writeSync" ? start : 0);
}

function filesIn(directory: string): Readonly<Record<string, string>> {
  const paths = fs.readdirSync(directory, { recursive: true, encoding: "utf8" }).map((name) => join(directory, name));
  return Object.fromEntries(
    paths
      .filter((path) => fs.statSync(path).isFile())
      .map((path) => [relative(directory, path), fs.readFileSync(path, "utf8")]),
  );
}

test.each(Object.entries(commandLines))("kalint %s", async (commandLine, before) => {
  const whole = folderOf(before);
  const { count } = await runFailing(commandLine, whole, 0, "");
  const after = filesIn(whole);
  expect(after).not.toEqual(before);
  expect(count).toBeGreaterThan(3);
  // All commands write by the same function: one of them shows each failure of each call, where a file is written in place,
  // too, as it is without permission.
  const isShown = commandLine.startsWith("check --fix");
  for (const code of isShown ? ["ENOSPC", killed, "EACCES"] : ["ENOSPC", killed]) {
    for (let at = 1; at <= count; at += 1) {
      if (!isShown && at % 2 === (code === killed ? 0 : 1)) continue;
      const directory = folderOf(before);
      const { result } = await runFailing(commandLine, directory, at, code);
      const now = filesIn(directory);
      for (const path of new Set([...Object.keys(before), ...Object.keys(now)])) {
        // A temporary file may be left by a program that was killed.
        if (code === killed && before[path] === undefined && after[path] === undefined) continue;
        expect([before[path], after[path]], `${path} when call ${at} fails with ${code}`).toContain(now[path]);
      }
      // What could not be written is said.
      if (Object.entries(after).some(([path, text]) => now[path] !== text)) {
        expect([2, 3], `${result.output}${result.errors}`).toContain(result.status);
        expect(result.errors).not.toBe("");
      }
    }
  }
});

/** It is written when a run ends, and no failure may change what the run gives. */
test("what V8 has compiled", async () => {
  const before = { "part.compiled": "old" };
  const keep = (directory: string, at: number, code: string) =>
    failing(at, code, () => keepCompiled(join(directory, "part.compiled"), Buffer.from("new")));
  const whole = folderOf(before);
  const { count } = await keep(whole, 0, "");
  expect(filesIn(whole)).toEqual({ "part.compiled": "new" });
  expect(count).toBeGreaterThan(3);
  for (const code of ["ENOSPC", "EACCES", killed]) {
    for (let at = 1; at <= count; at += 1) {
      const directory = folderOf(before);
      await keep(directory, at, code);
      const { "part.compiled": now, ...others } = filesIn(directory);
      expect(now).toBe("old");
      if (code !== killed) expect(others).toEqual({});
    }
  }
});
