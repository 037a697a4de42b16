import { type Argument, allKeywords, booleanWords, lineGrammars } from "@kalint/schema";
import { expect, test } from "vitest";
import { sources } from "./sources.js";

const files = sources("syntax", "daemon", "cluster", "project", "format", "lint", "service", "server");

/** Every word of the language: keywords, options and the words that values may be. */
const language = new Set([...wordsOfTheLanguage(), ...booleanWords]);

function wordsOfTheLanguage(): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (argument: Argument): void => {
    if (argument.type === "literal") words.add(argument.value);
    if ("values" in argument) for (const { value } of argument.values ?? []) words.add(value);
    if (argument.type === "variant") argument.variants.flat().forEach(add);
    if (argument.type === "options") {
      for (const option of argument.options) {
        words.add(option.name);
        for (const { name } of option.aliases ?? []) words.add(name);
        option.arguments.forEach(add);
      }
    }
  };
  for (const keyword of allKeywords) {
    words.add(keyword.name);
    words.add(keyword.path);
    keyword.arguments.forEach(add);
  }
  for (const { positional, variants, options, words: rest } of Object.values(lineGrammars)) {
    [...positional, ...(variants ?? []).flat(), { name: "options", type: "options", options } as const].forEach(add);
    if (rest) add(rest);
  }
  return words;
}

/** Lists that say something of their own of some words, which no record of the language says. */
const others: Readonly<Record<string, string>> = {
  "lint/src/rules/duplicate-check.ts": "when a check asks, not what",
  "lint/src/rules/duplicate-notify-fifo.ts": "the pipes that may be one",
  "lint/src/rules/mismatched-garp-setting.ts": "the settings that the rule compares",
  "lint/src/rules/mismatched-track-script.ts": "the settings that the rule compares",
  "lint/src/rules/missing-expected-answer.ts": "what an answer is compared with",
  "lint/src/rules/missing-smtp-server.ts": "the blocks that may ask for mail",
  "lint/src/rules/slow-bfd-interval.ts": "the settings that the rule looks at",
  "lint/src/rules/unfit-check.ts": "checks that connect with TCP",
  "lint/src/rules/unknown-interface.ts": "where the daemon looks an interface up without a word",
};

/** `["a", "b", "c"]`, `/^(a|b|c)$/` and `x === "a" || x === "b" || x === "c"`, as far as all of it are words of the language. */
function listsIn(text: string): readonly string[] {
  const literals = [...text.matchAll(/\[\s*("[^"\n]*"(?:,\s*"[^"\n]*")+),?\s*\]/g)].map(([, list]) =>
    [...list!.matchAll(/"([^"]*)"/g)].map(([, word]) => word!),
  );
  const alternatives = [...text.matchAll(/\(\??:?([\w-]+(?:\|[\w-]+)+)\)/g)].map(([, list]) => list!.split("|"));
  const compared = [...text.matchAll(/(?:=== "[\w-]+"\s*\|\|\s*[\w.?!]+ ){2,}=== "[\w-]+"/g)].map(([chain]) =>
    [...chain.matchAll(/"([\w-]+)"/g)].map(([, word]) => word!),
  );
  return [...literals, ...alternatives, ...compared]
    .filter((list) => list.length >= 3 && list.every((word) => language.has(word)))
    .map((list) => list.join(" "));
}

test("only the schema lists words of the language", () => {
  const found = files.flatMap(({ path, text }) => listsIn(text).map((list) => `${path}: ${list}`));
  expect(found.filter((each) => !(each.split(":")[0]! in others))).toEqual([]);
});

test("the exceptions are still needed", () => {
  const needless = Object.keys(others).filter(
    (path) => listsIn(files.find((file) => file.path === path)?.text ?? "").length === 0,
  );
  expect(needless).toEqual([]);
});
