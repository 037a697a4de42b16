import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Example, mayClaim, type Rule, ruleIndexPage, rulePage, rules } from "@kalint/lint";
import { describe, expect, test } from "vitest";
import { checkMarked, type Linted, lintExample, rulesOf, shown } from "./support.js";

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

  test("has pages that are current, and examples of both kinds", () => {
    for (const rule of rules) {
      expect(read(`docs/rules/${rule.id}.md`)).toBe(rulePage(rule));
      expect(Math.min(rule.bad.length, rule.good.length), rule.id).toBeGreaterThan(0);
    }
  });
});

const kept = new Map<Example, Linted>();

/** What is found in an example of a rule. */
function lintedOnce(example: Example, id: string): Linted {
  const linted = kept.get(example) ?? lintExample(example, id);
  kept.set(example, linted);
  return linted;
}

/** With every place as line and column. */
function findingsIn({ files }: Example, { diagnostics }: Linted): readonly string[] {
  const texts = typeof files === "string" ? { "keepalived.conf": files } : files;
  return diagnostics.map(({ rule, message, place: { file, start } }) => {
    const before = (texts[file] ?? "").slice(0, start).split("\n");
    return `${file}:${before.length}:${before.at(-1)!.length + 1} ${rule} ${message}`;
  });
}

function withWindowsLineEnds(example: Example): Example {
  const changed = (text: string) => text.replaceAll("\n", "\r\n");
  const { files } = example;
  if (typeof files === "string") return { ...example, files: changed(files) };
  return { ...example, files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, changed(text)])) };
}

describe.each(rules.map((rule): [string, Rule] => [rule.id, rule]))("%s", (id, rule) => {
  test("finds exactly its own in the bad examples", () => {
    for (const example of rule.bad) {
      const linted = lintedOnce(example, id);
      const others = linted.diagnostics.filter(
        ({ rule: other }) => other !== id && !example.alsoGives?.includes(other),
      );
      expect(shown({ ...linted, diagnostics: others })).toEqual([]);
      // By this is decided whom to ask when fixes are judged.
      if (!mayClaim(rule)) expect(linted.diagnostics.filter((each) => each.rule === id && each.daemon)).toEqual([]);
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
        expect(shown(lintExample(plain, id))).not.toEqual(shown(lintedOnce(example, id)));
      }
    }
  });

  test("finds nothing in the good examples", () => {
    for (const example of rule.good) expect(shown(lintedOnce(example, id))).toEqual([]);
  });

  test("finds the same at the same places where lines end as those of Windows", () => {
    for (const example of [...rule.bad, ...rule.good]) {
      const windows = withWindowsLineEnds(example);
      // That no other rule finds anything in such texts is seen in the silent fixtures below.
      const linted = lintExample(windows, id, rulesOf(example, id));
      expect(findingsIn(windows, linted)).toEqual(findingsIn(example, lintedOnce(example, id)));
    }
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
  checkMarked(text.replaceAll("\n", "\r\n"));
});
