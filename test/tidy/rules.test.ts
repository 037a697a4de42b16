// A rule is one file: its id is written in no other source of any package, but for examples that name what else they give, and rules that
// have less to say of the same words.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "@kalint/lint";
import { releaseSwitches } from "@kalint/schema";
import { expect, test } from "vitest";
import { allButSchema } from "./sources.js";

const root = join(import.meta.dirname, "../../packages/lint/src");
/** The daemon is below the rules and knows none; some are named after the kinds of what it reads. */
const sources = allButSchema()
  .filter(({ path }) => !path.startsWith("daemon/"))
  .map(({ path, text }) => ({
    path,
    text: text.replace(/(?:alsoGives|yieldsTo): \[[^\]]*\]/g, ""),
  }));

/** Kinds of what the reading says, which some rules are named after. */
const kinds = new Set(
  [...readFileSync(join(root, "../../daemon/src/types.ts"), "utf8").matchAll(/^ {4}\| "([a-z-]+)"/gm)].map(
    ([, kind]) => kind,
  ),
);

const ids = new Set(rules.map(({ id }) => id));

test("a rule's id is written in its own file alone", () => {
  const found = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/"([a-z][a-z0-9-]*)"/g)]
      .map(([, word]) => word!)
      .filter((word) => ids.has(word) && !kinds.has(word) && path !== join("lint/src/rules", `${word}.ts`))
      .map((id) => `${id} in ${path}`),
  );
  expect(found).toEqual([]);
});

test("a rule yields to rules that there are", () => {
  const named = rules.flatMap(({ id, yieldsTo = [] }) => yieldsTo.map((other) => [id, other] as const));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(([, other]) => !ids.has(other))).toEqual([]);
});

/** What a source may be; a file or a switch of ours that is named has to be there. */
const forms = [
  /^(keepalived \d+\.\d+\.\d+, )?[a-z][\w/]*\.c: [a-z_]\w*(, [a-z_]\w*)*$/,
  /^keepalived \d+\.\d+\.\d+, doc\/samples\/[\w.]+$/,
  /^keepalived\.conf\(5\): \w+$/,
  /^RFC \d+, section \d+(\.\d+)*(: [A-Za-z ]+)?$/,
  /^[\w.]+ of (Linux|ipvsadm)(: \w+(, \w+)*)?$/,
  /^(?<file>fixtures\/[\w./]+|packages\/[\w./]+)(: the (keyword|argument)'s own record)?$/,
  /^npm run (?<script>[\w:]+) [a-z ]+$/,
  /^the switch(es)? (?<switches>\w+( and \w+)?)$/,
  /^(the rest is advice|advice, and no claim about keepalived)$/,
];

test("a rule says what its claims rest on", () => {
  const scripts = readFileSync(join(root, "../../../package.json"), "utf8");
  for (const [id, part] of rules.flatMap(({ id, source }) => source.split("; ").map((each) => [id, each] as const))) {
    const form = forms.map((each) => each.exec(part)).find((match) => match !== null);
    expect(form, `${id}: ${part}`).toBeDefined();
    const { file, script, switches } = form!.groups ?? {};
    if (file) expect(existsSync(join(root, "../../..", file)), file).toBe(true);
    if (script) expect(scripts).toContain(`"${script}":`);
    for (const name of switches?.split(" and ") ?? []) expect(Object.keys(releaseSwitches)).toContain(name);
  }
});

test("a claim about the daemon does not rest on advice", () => {
  const claims = rules.filter(({ category, severity }) => category === "daemon" && severity === "error");
  expect(claims.length).toBeGreaterThan(50);
  expect(claims.filter(({ source }) => source.includes("advice"))).toEqual([]);
});

test("the kinds of the reading are found", () => {
  expect(kinds).toContain("unknown-keyword");
  expect(kinds.size).toBeGreaterThan(10);
});
