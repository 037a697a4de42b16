// A rule is one file: its id is written in no other source of the linter, but for examples that name what else they give, and rules that
// have less to say of the same words.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "@kalint/lint";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../packages/lint/src");
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".generated.ts"))
  .map((name) => ({
    name,
    text: readFileSync(join(root, name), "utf8").replace(/(?:alsoGives|yieldsTo): \[[^\]]*\]/g, ""),
  }));

/** Kinds of what the reading says, which some rules are named after. */
const kinds = new Set(
  [...readFileSync(join(root, "../../daemon/src/types.ts"), "utf8").matchAll(/^ {4}\| "([a-z-]+)"/gm)].map(
    ([, kind]) => kind,
  ),
);

test.each(rules.map(({ id }) => id))("%s is written in its own file alone", (id) => {
  const others = sources.filter(
    ({ name, text }) => name !== join("rules", `${id}.ts`) && text.includes(`"${id}"`) && !kinds.has(id),
  );
  expect(others.map(({ name }) => name)).toEqual([]);
});

test.each(rules.filter(({ yieldsTo }) => yieldsTo !== undefined))(
  "$id yields to rules that there are",
  ({ yieldsTo }) => {
    const known = new Set(rules.map(({ id }) => id));
    expect(yieldsTo!.filter((id) => !known.has(id))).toEqual([]);
  },
);

test("the kinds of the reading are found", () => {
  expect(kinds).toContain("unknown-keyword");
  expect(kinds.size).toBeGreaterThan(10);
});
