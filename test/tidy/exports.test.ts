import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { sources } from "./sources.js";

const root = join(import.meta.dirname, "../..");
const packages = readdirSync(join(root, "packages"));

/** Where else something of the packages is used: tests, what is generated, the site, measurements. */
const others = ["test", "scripts", "site", "bench"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|mjs)$/.test(name) && !/(^|\/)(node_modules|dist)\//.test(name))
    .map((name) => readFileSync(join(root, folder, name), "utf8")),
);

const files = sources(...packages);

/** What programs that install kalint import is used by nobody here. */
const isPublic = (path: string) => path === "cli/src/api.ts";

const declared = /^export (?:async )?(?:function\*?|const|let|class|interface|type|enum) ([\w$]+)/gm;

test("what a file exports is used by another one", () => {
  const uses = new Map<string, number>();
  for (const text of [...files.map((file) => file.text), ...others])
    for (const word of new Set(text.match(/[A-Za-z_$][\w$]*/g))) uses.set(word, (uses.get(word) ?? 0) + 1);
  const exported = files
    .filter(({ path }) => !isPublic(path))
    .flatMap(({ path, text }) => [...text.matchAll(declared)].map(([, name]) => ({ path, name: name! })));
  expect(exported.length).toBeGreaterThan(1500);
  expect(exported.filter(({ name }) => uses.get(name) === 1).map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});
