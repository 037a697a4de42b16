import { type Argument, allKeywords, limits, lineGrammars, protocol } from "@kalint/schema";
import { expect, test } from "vitest";
import { allButSchema, sources } from "./sources.js";

const files = sources("daemon", "cluster", "project", "lint", "service");

/**
 * Numbers that a value is compared with, or bounded by: what keepalived takes, and what VRRP has room for, is said in the
 * schema. Up to 4 they are counts, versions and forms of words.
 */
const bound =
  /(?<!\bcode |\bcharCodeAt\(.{0,20}\) |\bcodePointAt\(.{0,20}\)!? |\bbase )(?:(?<![=-])[<>]=?|[=!]==)\s*-?([\d_]+|0x[\da-f_]+)\b|\b(?:min|max): -?([\d_]+|0x[\da-f_]+)\b|Math\.(?:min|max)\([^()]*?\b(\d[\d_]+|0x[\da-f_]+)\b/gi;

const most = 4;

/** Where numbers are something else than what a configuration may say. */
const others: Readonly<Record<string, string>> = {
  "daemon/src/config-ids.ts": "how long to look for ids",
  "daemon/src/networks.ts": "what addresses are made of",
  "daemon/src/values/addresses.ts": "what addresses are made of",
  "daemon/src/values/read.ts": "what addresses and numbers in C are made of",
  "daemon/src/values/texts.ts": "the spellings of one kind of argument, which the schema names",
  "daemon/src/vrrp/vmac.ts": "what MAC addresses are made of",
  "lint/src/keywords/unknown.ts": "how like a misspelled word is",
  "lint/src/suggest.ts": "how much of a text is shown",
  "lint/src/values/expected.ts": "what addresses are made of",
  "lint/src/rules/invalid-persistence-granularity.ts": "what netmasks are made of",
  "lint/src/rules/sample-virtual-router-id.ts": "the id of all tutorials",
  "lint/src/rules/unfit-check.ts": "the port of HTTPS",
  "lint/src/rules/unrendered-template.ts": "how much of a tag is shown",
  "service/src/hover/hover.ts": "how much of a list is shown",
};

function boundsIn(text: string): readonly string[] {
  return code(text).flatMap((line) =>
    [...line.matchAll(bound)].flatMap(([, compared, limit, least]) => {
      const number = Number((compared ?? limit ?? least)!.replaceAll("_", ""));
      return number > most ? [line.trim()] : [];
    }),
  );
}

/** Lines without comments, and without what a rule's options may be set to. */
function code(text: string): readonly string[] {
  return text
    .replaceAll(/\/\*.*?\*\//gs, "")
    .split("\n")
    .filter((line) => !/^\s*\/\//.test(line));
}

test("only the schema has the ranges of values", () => {
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap(({ path, text }) =>
    path in others ? [] : boundsIn(text).map((line) => `${path}: ${line}`),
  );
  expect(found).toEqual([]);
});

/** Every number that bounds something in the schema, but for round ones and the length of IPv6 addresses, which may be anybody's. */
const bounds = new Set<number>();
const lengthOfAddresses = 128;
const addBounds = (value: unknown): void => {
  if (typeof value === "number" && value > 100 && value % 10 !== 0) bounds.add(value);
  else if (typeof value === "object" && value !== null) Object.values(value).forEach(addBounds);
};
const addArgument = (argument: Argument): void => {
  if ("min" in argument) addBounds(argument.min);
  if ("max" in argument) addBounds(argument.max);
  if (argument.type === "variant") argument.variants.flat().forEach(addArgument);
  if (argument.type === "options") for (const option of argument.options) option.arguments.forEach(addArgument);
};
for (const keyword of allKeywords) keyword.arguments.forEach(addArgument);
for (const { positional, options } of Object.values(lineGrammars))
  for (const argument of [...positional, ...options.flatMap((option) => option.arguments)]) addArgument(argument);
addBounds([protocol, limits]);
bounds.delete(lengthOfAddresses);

/** Where such a number says something else. */
const alike: Readonly<Record<string, string>> = {
  "cli/src/commands/lsp.ts": "ports of TCP",
  "daemon/src/checker/granularity.ts": "what netmasks are made of",
  "daemon/src/values/unknown.ts": "values that fit, whatever the bounds",
  "format/src/lines.ts": "the formatter knows no schema",
  "lint/src/engine/lint.ts": "how long texts are",
};

test("nor has any other package a bound of the schema under a name of its own", () => {
  expect(bounds.size).toBeGreaterThan(15);
  const found = allButSchema().flatMap(({ path, text }) =>
    withoutTexts(code(text).join("\n"))
      .split("\n")
      .filter((line) =>
        [...line.matchAll(/(?<![\w.])-?\d[\d_]*(?![\w.]|_)/g)].some(([number]) =>
          bounds.has(Number(number.replaceAll("_", ""))),
        ),
      )
      .filter((line) => !/\bexample(?:Host|Instance)\(/.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  const named = { ...others, ...alike };
  expect(found.filter((each) => !(each.split(":")[0]! in named))).toEqual([]);
  const places = new Set(found.map((each) => each.split(":")[0]));
  expect(Object.keys(alike).filter((path) => !places.has(path))).toEqual([]);
});

/** What people read, and configurations of examples, may name numbers. */
function withoutTexts(text: string): string {
  return text.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""').replaceAll(/`(?:[^`\\]|\\.)*`/g, "``");
}

test("the exceptions are still needed", () => {
  const needless = Object.keys(others).filter(
    (path) => boundsIn(files.find((file) => file.path === path)?.text ?? "").length === 0,
  );
  expect(needless).toEqual([]);
});
