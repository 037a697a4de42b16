import { expect, test } from "vitest";

const { joinParts } = (await import(new URL("../../scripts/joined-parts.mjs", import.meta.url).href)) as {
  joinParts(
    parts: ReadonlyMap<string, string>,
    joined: Readonly<Record<string, readonly string[]>>,
  ): { readonly files: ReadonlyMap<string, string>; fileOf(part: string): string };
};

/** As esbuild splits them. `ran` tells in which order they run. */
const parts = new Map(
  Object.entries({
    "start-AAAAAAAA.js":
      'import{a as r}from"./chunk-BBBBBBBB.js";ran.push("start",r);var o=()=>import("./check-CCCCCCCC.js");export{o as check};\n',
    "check-CCCCCCCC.js":
      'import{a}from"./chunk-BBBBBBBB.js";import{d as e}from"./chunk-DDDDDDDD.js";import{sep as f}from"node:path";ran.push("check");var t=()=>loadNow(import("./other-EEEEEEEE.js")).deep;export{t as later,e as d,f as sep};\n',
    "chunk-BBBBBBBB.js": 'ran.push("b");var n="a";export{n as a};\n',
    "chunk-DDDDDDDD.js": 'import"./chunk-BBBBBBBB.js";ran.push("d");var n="d";export{n as d};\n',
    "other-EEEEEEEE.js": 'import{d}from"./chunk-DDDDDDDD.js";ran.push("other");var n={d};export{n as deep};\n',
  }),
);

test("what an entry needs is in its file, which runs it when it is called, and the parts of others when they are asked for", async () => {
  const { files, fileOf } = joinParts(parts, { start: ["start-AAAAAAAA.js"], check: ["check-CCCCCCCC.js"] });
  expect(files.size).toBe(3);
  const ran: string[] = [];
  const loaded = new Map<string, object>();
  const load = (name: string): Record<string, unknown> => {
    if (name.startsWith("node:")) return process.getBuiltinModule(name) as unknown as Record<string, unknown>;
    const file = name.replace("./", "");
    const module = { exports: loaded.get(file) ?? {} };
    if (!loaded.has(file)) {
      loaded.set(file, module.exports);
      new Function("ran", "require", "module", "exports", files.get(file)!)(ran, load, module, module.exports);
      loaded.set(file, module.exports);
    }
    return module.exports as Record<string, unknown>;
  };
  const { start } = load(`./${fileOf("start-AAAAAAAA.js")}`) as {
    start(): { check(): Promise<Record<string, unknown>> };
  };
  expect(ran).toEqual(["b"]);
  const command = start();
  expect(start()).toBe(command);
  expect(ran).toEqual(["b", "start", "a"]);
  const check = await command.check();
  expect(ran).toEqual(["b", "start", "a", "d", "check"]);
  expect(check).toMatchObject({ d: "d", sep: "/" });
  expect((check.later as () => unknown)()).toEqual({ d: "d" });
  expect(ran.at(-1)).toBe("other");
});

test("a change of any part changes the names of all files", () => {
  const joined = { start: ["start-AAAAAAAA.js"] };
  const other = new Map([...parts, ["other-EEEEEEEE.js", "ran.push(1);\n"]]);
  const names = [...joinParts(parts, joined).files.keys()];
  expect(names.filter((name) => joinParts(other, joined).files.has(name))).toEqual([]);
});
