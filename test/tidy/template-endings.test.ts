// The endings of templates are known by packages/syntax; what cannot import them must name the same.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { templateEndings } from "@kalint/syntax";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const known = templateEndings.toSorted();

test("the hooks take every template", () => {
  const [, pattern = ""] = /files: &\w+ '(.+)'/.exec(read(".pre-commit-hooks.yaml")) ?? [];
  const taken = known.filter((ending) => new RegExp(pattern).test(`keepalived.conf.${ending}`));
  expect(taken).toEqual(known);
  for (const copy of ["bak", "orig", "rpmsave", "1"]) {
    expect(new RegExp(pattern).test(`keepalived.conf.${copy}`)).toBe(false);
  }
  for (const host of ["master", "backup", "node1", "lb-2"]) {
    expect(new RegExp(pattern).test(`keepalived.conf.${host}`)).toBe(true);
  }
});

test("the extension serves every template", () => {
  const [, list = ""] = /keepalived\*\.conf\.\{([^}]+)\}/.exec(read("packages/vscode/src/start.ts")) ?? [];
  expect(list.split(",").toSorted()).toEqual(known);
});

test("the page names every ending", () => {
  const page = read("docs/templates.md");
  expect(known.filter((ending) => !page.includes(`\`.${ending}\``))).toEqual([]);
});
