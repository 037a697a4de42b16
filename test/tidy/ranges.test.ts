import { expect, test } from "vitest";
import { sources } from "./sources.js";

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
  "lint/src/rules/line-too-long.ts": "how much of a line is marked",
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

test("the exceptions are still needed", () => {
  const needless = Object.keys(others).filter(
    (path) => boundsIn(files.find((file) => file.path === path)?.text ?? "").length === 0,
  );
  expect(needless).toEqual([]);
});
