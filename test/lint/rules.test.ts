import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Rule, ruleIndexPage, rulePage, rules } from "@kalint/lint";
import { describe, expect, test } from "vitest";
import { checkMarked, lintExample, shown } from "./support.js";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const filesIn = (path: string) => (existsSync(join(root, path)) ? readdirSync(join(root, path)).sort() : []);

const ids = rules.map(({ id }) => id);

describe("the list", () => {
  test("is sorted, and no id stands twice", () => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test("has every file of the rules folder, each named like its rule", () => {
    expect(filesIn("packages/lint/src/rules").sort()).toEqual(ids.map((id) => `${id}.ts`).sort());
  });

  test("has a page for each rule, and there are no others", () => {
    expect(filesIn("docs/rules")).toEqual(["README.md", ...ids.map((id) => `${id}.md`)].sort());
    expect(read("docs/rules/README.md")).toBe(ruleIndexPage(rules));
  });
});

describe.each(rules.map((rule): [string, Rule] => [rule.id, rule]))("%s", (id, rule) => {
  test("has a page that is current", () => {
    expect(read(`docs/rules/${id}.md`)).toBe(rulePage(rule));
  });

  test("has examples of both kinds", () => {
    expect(rule.bad.length).toBeGreaterThan(0);
    expect(rule.good.length).toBeGreaterThan(0);
  });

  test("finds exactly its own in the bad examples", () => {
    for (const example of rule.bad) {
      const linted = lintExample(example, id);
      const others = linted.diagnostics.filter(
        ({ rule: other }) => other !== id && !example.alsoGives?.includes(other),
      );
      expect(shown({ ...linted, diagnostics: others })).toEqual([]);
      const found = new Set(linted.diagnostics.map(({ rule: other }) => other));
      expect([...found].sort()).toEqual([id, ...(example.alsoGives ?? [])].sort());
    }
  });

  test("has an example for each option, which would be judged otherwise without it", () => {
    const examples = [...rule.bad, ...rule.good].filter(({ options }) => options !== undefined);
    for (const name of Object.keys(rule.options ?? {})) {
      const own = examples.filter(({ options }) => options?.[name] !== undefined);
      expect(own, name).not.toEqual([]);
      for (const example of own) {
        const { options: _, ...plain } = example;
        expect(shown(lintExample(plain, id))).not.toEqual(shown(lintExample(example, id)));
      }
    }
  });

  test("finds nothing in the good examples", () => {
    for (const example of rule.good) expect(shown(lintExample(example, id))).toEqual([]);
  });

  test("has a marked fixture", () => {
    const names = filesIn(`fixtures/lint/${id}`).filter((name) => name.endsWith(".conf"));
    expect(names).not.toEqual([]);
    for (const name of names) checkMarked(read(`fixtures/lint/${id}/${name}`), id);
  });
});

test.each(filesIn("fixtures/lint/ok"))("fixtures/lint/ok/%s is silent", (name) => {
  const text = read(`fixtures/lint/ok/${name}`);
  expect(text).not.toContain("^ ");
  checkMarked(text);
});
