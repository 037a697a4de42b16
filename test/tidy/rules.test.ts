// A rule is one file: its id is written in no other source of the linter, but for examples that name what else they give, and rules that
// have less to say of the same words.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "@kalint/lint";
import { releaseSwitches } from "@kalint/schema";
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

/** What a source may be; a file or a switch of ours that is named has to be there. */
const forms = [
  /^(keepalived \d+\.\d+\.\d+, )?[a-z][\w/]*\.c: [a-z_]\w*(, [a-z_]\w*)*( takes any IPv4 address)?$/,
  /^keepalived \d+\.\d+\.\d+, doc\/samples\/[\w.]+$/,
  /^keepalived\.conf\(5\): \w+$/,
  /^RFC \d+, section \d+(\.\d+)*(: [A-Za-z ]+)?$/,
  /^[\w.]+( of Linux| of ipvsadm: \w+)$/,
  /^(?<file>fixtures\/[\w./]+|packages\/[\w./]+)(: the (keyword|argument)'s own record)?$/,
  /^npm run (?<script>[\w:]+) [a-z ]+$/,
  /^the switch(es)? (?<switches>\w+( and \w+)?)$/,
  /^(the rest is advice|advice, and no claim about keepalived)$/,
];

test.each(rules)("$id says what its claims rest on", ({ source }) => {
  for (const part of source.split("; ")) {
    const form = forms.map((each) => each.exec(part)).find((match) => match !== null);
    expect(form, part).toBeDefined();
    const { file, script, switches } = form!.groups ?? {};
    if (file) expect(existsSync(join(root, "../../..", file)), file).toBe(true);
    if (script) expect(readFileSync(join(root, "../../../package.json"), "utf8")).toContain(`"${script}":`);
    for (const name of switches?.split(" and ") ?? []) expect(Object.keys(releaseSwitches)).toContain(name);
  }
});

test.each(rules.filter(({ category, severity }) => category === "daemon" && severity === "error"))(
  "$id, a claim about the daemon, does not rest on advice",
  ({ source }) => {
    expect(source).not.toContain("advice");
  },
);

test("the kinds of the reading are found", () => {
  expect(kinds).toContain("unknown-keyword");
  expect(kinds.size).toBeGreaterThan(10);
});
