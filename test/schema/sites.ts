import { type Argument, allKeywords, type EnumValue, lineGrammars, type Option } from "@kalint/schema";
import { expect } from "vitest";

/** A thing with the place it stands at, for messages. */
export interface Site<T> {
  readonly path: string;
  readonly item: T;
}

/** Every argument of keywords, line grammars and their options, however deep. */
export function* argumentSites(): Generator<Site<Argument>> {
  for (const keyword of allKeywords) {
    yield* within(keyword.path, keyword.arguments);
    for (const variant of keyword.variants ?? []) yield* within(keyword.path, variant.arguments ?? []);
  }
  for (const grammar of Object.values(lineGrammars)) {
    const path = `grammar/${grammar.name}`;
    yield* within(path, [
      ...grammar.positional,
      ...(grammar.variants ?? []).flat(),
      ...(grammar.words ? [grammar.words] : []),
    ]);
    for (const option of grammar.options) yield* within(`${path}/${option.name}`, option.arguments);
  }
}

/** Every option of keywords and line grammars, however deep. */
export function* optionSites(): Generator<Site<Option>> {
  for (const grammar of Object.values(lineGrammars)) {
    for (const option of grammar.options) yield { path: `grammar/${grammar.name}/${option.name}`, item: option };
  }
  for (const { path, item } of argumentSites()) {
    if (item.type === "options")
      for (const option of item.options) yield { path: `${path}/${option.name}`, item: option };
  }
}

/** Every word with a meaning: values of enumerations, and words that stand for a number or an address. */
export function* valueSites(): Generator<Site<EnumValue>> {
  for (const { path, item } of argumentSites()) {
    const values = "values" in item ? item.values : "words" in item ? item.words : undefined;
    for (const value of values ?? []) yield { path: `${path}=${value.value}`, item: value };
  }
}

/** Expects every text to be 20 to 600 characters long, to end in a full stop and to hold no placeholder. */
export function checkTexts(texts: readonly Site<string>[]): void {
  expect(texts.length).toBeGreaterThan(0);
  const bad = texts.filter(
    ({ item }) =>
      item.length < 20 ||
      item.length > 600 ||
      !/[.][)`]?$/.test(item) ||
      /\b(TODO|FIXME|TBD|lorem|placeholder)\b|\s{2}|\.\.$/i.test(item),
  );
  expect(bad).toEqual([]);
}

function* within(path: string, list: readonly Argument[]): Generator<Site<Argument>> {
  for (const argument of list) {
    yield { path: `${path}:${argument.name}`, item: argument };
    if (argument.type === "variant") for (const variant of argument.variants) yield* within(path, variant);
    if (argument.type === "options") {
      for (const option of argument.options) yield* within(`${path}/${option.name}`, option.arguments);
    }
  }
}
