// The words of the language by kind, for grammars that know no blocks.
import { allKeywords, lineGrammars, removedKeywords } from "../../packages/schema/dist/index.js";

/** Sorted lists by kind. */
export function wordLists() {
  const outdated = new Set(removedKeywords.map(({ name }) => name));
  for (const { name } of allKeywords) outdated.delete(name);
  const always = new Set(allKeywords.filter(({ deprecated }) => !deprecated).map(({ name }) => name));
  for (const { name } of allKeywords) if (!always.has(name)) outdated.add(name);

  const byKind = (...kinds) => allKeywords.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
  const named = allKeywords
    .filter((one) => one.defines || isName(one.arguments[0]))
    .filter(({ kind }) => kind === "block" || kind === "lines");
  const { options, values } = wordsOfArguments(allKeywords.flatMap((one) => one.arguments));
  const ofLines = wordsOfArguments(
    Object.values(lineGrammars).flatMap((one) => [
      ...one.positional,
      ...(one.words ? [one.words] : []),
      ...(one.variants ?? []).flat(),
      { type: "options", options: one.options },
    ]),
  );
  return {
    lines: sorted(byKind("lines")),
    blocks: sorted(byKind("block", "lines")),
    named: sorted(named.map(({ name }) => name)),
    outdated: sorted(outdated),
    keywords: sorted(byKind("flag", "option")),
    argumentOptions: sorted(options),
    options: sorted(ofLines.options),
    values: sorted([...values, ...ofLines.values].filter((value) => /[A-Za-z]/.test(value))),
  };
}

function isName(argument) {
  return argument?.type === "string" && argument.name === "name";
}

/** Names of options and words of enumerations, wherever they stand in the arguments. */
function wordsOfArguments(list) {
  const options = [];
  const values = ["true", "false", "on", "off", "yes", "no"];
  const visit = (argument) => {
    for (const { value } of [...(argument.values ?? []), ...(argument.words ?? [])]) values.push(value);
    if (argument.type === "literal") options.push(argument.value);
    for (const inner of (argument.variants ?? []).flat()) visit(inner);
    for (const option of argument.options ?? []) {
      if (!option.positional) options.push(option.name, ...(option.aliases ?? []).map(({ name }) => name));
      for (const inner of option.arguments) visit(inner);
    }
  };
  for (const argument of list) visit(argument);
  return { options, values };
}

/** Each once, so that the files change only where the schema does. */
function sorted(words) {
  return [...new Set(words)].sort((a, b) => (a < b ? -1 : 1));
}
