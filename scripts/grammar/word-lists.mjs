// The words of the language by kind, for grammars that know no blocks.
import { allKeywords, lineGrammars, removedKeywords } from "../../packages/schema/dist/index.js";

/** Alternatives for regular expressions, sorted, so that the file changes only where the schema does. */
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
    lines: alternatives(byKind("lines")),
    blocks: alternatives(byKind("block", "lines")),
    named: alternatives(named.map(({ name }) => name)),
    outdated: alternatives(outdated),
    keywords: alternatives(byKind("flag", "option")),
    argumentOptions: alternatives(options),
    options: alternatives(ofLines.options),
    values: alternatives([...values, ...ofLines.values].filter((value) => /[A-Za-z]/.test(value))),
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

function alternatives(words) {
  const sorted = [...new Set(words)].sort((a, b) => (a < b ? -1 : 1));
  return sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
}
