// Every write lets each of its calls fail in turn: the old text or the new one is there whole, never a part.
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  ChangedMeanwhile,
  createText,
  type FileSystem,
  replaceText,
  thisMachine,
} from "../../packages/cli/src/files/write.js";

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "kalint-write-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const old = "global_defs {\n  router_id lb1\n}\n";
const longer = "global_defs {\n    router_id lb1\n    # 主机\n}\n";
const shorter = "global_defs { }\n";

/** Node's calls, of which the one with this number fails; `count` says how many there were. */
function failing(at: number, code = "ENOSPC"): { readonly files: FileSystem; count: number } {
  const state = { count: 0 } as { files: FileSystem; count: number };
  const { openSync, writeSync, fsyncSync, ftruncateSync, renameSync, chmodSync, readFileSync, ...machine } =
    thisMachine();
  const { copyAttributes, statSync, realpathSync } = machine;
  const calls = {
    ...{ openSync, writeSync, fsyncSync, ftruncateSync, renameSync, chmodSync, readFileSync },
    ...{ copyAttributes, statSync, realpathSync },
  };
  const wrapped = Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [
      name,
      (...args: readonly unknown[]) => {
        state.count += 1;
        if (state.count === at) throw Object.assign(new Error(`${name} fails`), { code });
        return (call as (...all: readonly unknown[]) => unknown)(...args);
      },
    ]),
  );
  state.files = { ...thisMachine(), ...wrapped } as FileSystem;
  return state;
}

describe.each([
  ["a file with one name", false],
  ["a file with two names", true],
])("%s", (_, linked) => {
  test.each([
    ["longer", longer],
    ["shorter", shorter],
  ])("becomes %s, or stays whole at whichever call fails", (__, after) => {
    const path = join(folder, "keepalived.conf");
    let failures = 0;
    for (let at = 1; at < 40; at += 1) {
      fs.writeFileSync(path, old, { mode: 0o640 });
      if (linked && !fs.existsSync(`${path}.2`)) fs.linkSync(path, `${path}.2`);
      const { files } = failing(at);
      let failed = false;
      try {
        replaceText(path, old, after, "utf8", files);
      } catch {
        failed = true;
        failures += 1;
      }
      expect(fs.readFileSync(path, "utf8")).toBe(failed ? old : after);
      if (linked) expect(fs.readFileSync(`${path}.2`, "utf8")).toBe(failed ? old : after);
      expect(fs.readdirSync(folder).filter((name) => name.endsWith(".kalint"))).toEqual([]);
      if (!failed) break;
    }
    expect(failures).toBeGreaterThan(4);
    expect(fs.statSync(path).mode & 0o777).toBe(0o640);
  });
});

test("a file that can neither be written nor put back is left with a copy of the old text", () => {
  const path = join(folder, "keepalived.conf");
  fs.writeFileSync(path, old);
  fs.linkSync(path, `${path}.2`);
  let truncations = 0;
  const files: FileSystem = {
    ...thisMachine(),
    ftruncateSync: () => {
      truncations += 1;
      throw new Error("the disk is gone");
    },
  };
  let message = "";
  try {
    replaceText(path, old, shorter, "utf8", files);
  } catch (error) {
    message = (error as Error).message;
  }
  const copy = /^the disk is gone; the old text is in (.*)$/.exec(message)?.[1] ?? "";
  expect(truncations).toBe(2);
  expect(fs.readFileSync(copy, "utf8")).toBe(old);
  fs.rmSync(copy);
});

test("a file that somebody changed meanwhile is left as it is", () => {
  const path = join(folder, "keepalived.conf");
  fs.writeFileSync(path, `${old}# a person's line\n`);
  expect(() => replaceText(path, old, longer, "utf8")).toThrow(ChangedMeanwhile);
  expect(fs.readFileSync(path, "utf8")).toBe(`${old}# a person's line\n`);
});

test("a new file is there whole or not at all", () => {
  const path = join(folder, "report.json");
  for (let at = 1; at <= 4; at += 1) {
    const { files } = failing(at);
    expect(() => createText(path, longer, 0o666, files)).toThrow();
    expect(fs.readdirSync(folder)).toEqual([]);
  }
  createText(path, longer);
  expect(fs.readFileSync(path, "utf8")).toBe(longer);
});

const canSetAttributes = spawnSync("setfattr", ["--version"]).status === 0;

test.skipIf(!canSetAttributes)("extended attributes stay, however the file is written", () => {
  const path = join(folder, "keepalived.conf");
  for (const linked of [false, true]) {
    fs.writeFileSync(path, old, { mode: 0o640 });
    expect(spawnSync("setfattr", ["-n", "user.owner", "-v", "ops", path]).status).toBe(0);
    if (linked) fs.linkSync(path, `${path}.2`);
    replaceText(path, old, longer, "utf8");
    expect(fs.readFileSync(path, "utf8")).toBe(longer);
    const shown = spawnSync("getfattr", ["--only-values", "-n", "user.owner", path], { encoding: "utf8" });
    expect([linked, shown.stdout]).toEqual([linked, "ops"]);
    expect(fs.statSync(path).mode & 0o777).toBe(0o640);
  }
});

test("where attributes cannot be carried along, the text is written all the same", () => {
  const path = join(folder, "keepalived.conf");
  fs.writeFileSync(path, old, { mode: 0o640 });
  replaceText(path, old, longer, "utf8", { ...thisMachine(), copyAttributes: () => false });
  expect(fs.readFileSync(path, "utf8")).toBe(longer);
  expect(fs.statSync(path).mode & 0o777).toBe(0o640);
});

/** A file system of its own with room for little, in a mount namespace of its own; root alone may have one. */
const canMount =
  process.getuid?.() === 0 && spawnSync("unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0;

test.skipIf(!canMount).each([
  ["format --write keepalived.conf", true],
  ["check --fix keepalived.conf", false],
])("kalint %s on a full disk leaves the file whole (with a second name: %s)", (commandLine, linked) => {
  const text = "vrrp_instance V {\n priorty 5\n state BACKUP\n interface eth0\n}\n".repeat(600);
  fs.writeFileSync(join(folder, "text"), text);
  const program = join(import.meta.dirname, "../../dist/kalint.js");
  const script = `
    mkdir disk && mount -t tmpfs -o size=64k tmpfs disk && cd disk && cp ../text keepalived.conf
    ${linked ? "ln keepalived.conf second.conf" : ""}
    cat /dev/zero > filler 2>/dev/null
    TMPDIR=/tmp ${process.execPath} ${program} ${commandLine} 2> ../errors
    echo $? > ../status; cp keepalived.conf ../after; ls -A > ../names`;
  spawnSync("unshare", ["-m", "sh", "-c", script], { cwd: folder });
  const read = (name: string) => fs.readFileSync(join(folder, name), "utf8");
  expect(read("after") === text).toBe(true);
  expect(read("errors")).toContain("no space left on the device");
  expect(read("status")).toBe("2\n");
  expect(
    read("names")
      .split("\n")
      .filter((name) => name.includes("kalint")),
  ).toEqual([]);
});
