// How often people use each keyword, option and value: node scripts/count-usage.mjs FOLDER… writes
// packages/schema/src/usage.ts. The folders hold configurations and templates of such, OWNER__REPOSITORY__FILE, that are no
// part of the project; only numbers of repositories are kept, and such values as say nothing about anybody. Needs `npm run build`.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { assignArguments, assignLine, configIdsOf, evaluate, memoryHost, statementsOf } from "@kalint/daemon";
import { createQueries, templateLanguageOf } from "@kalint/project";
import { lineGrammars, newestVersion } from "@kalint/schema";

/** Types whose values are the language's own, or the same everywhere. */
const kept = new Set(["uint", "int", "decimal", "duration", "port", "enum", "bool", "interface", "uint-or-range"]);
/** A value is usual where this many repositories write it. */
const fewest = 2;
const most = 6;
/** One of so many repositories with the same block says nothing of what people do. */
const many = 5;

const files = process.argv.slice(2).flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
/** What each repository has, however many of its files or versions say so. */
const repositories = new Map();
for (const path of files) {
  const owner = basename(path).split("__").slice(0, 2).join("/");
  const seen = repositories.get(owner) ?? { uses: new Set(), values: new Set() };
  repositories.set(owner, seen);
  const text = readFileSync(path, "utf8");
  // The copies of a file from several commits have `@` and the commit behind their names.
  const name = basename(path).replace(/@[0-9a-f]+$/, "");
  const language = templateLanguageOf(name, text);
  // What tags give is no value that anybody has written.
  if (language) for (const one of renderingsOf(name, text, language)) readOne(one, { ...seen, values: new Set() });
  else readOne(text, seen);
}
const uses = new Map();
const values = new Map();
for (const seen of repositories.values()) {
  for (const key of seen.uses) uses.set(key, (uses.get(key) ?? 0) + 1);
  for (const one of seen.values) {
    const [key, value] = one.split("\0");
    const counts = values.get(key) ?? values.set(key, new Map()).get(key);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
}

const usage = Object.fromEntries(
  [...uses]
    .filter(([key, count]) => count > 1 || (uses.get(blockOf(key)) ?? repositories.size) < many)
    .sort(byName)
    .map(([key, count]) => [key, Math.ceil((count * 1000) / repositories.size)]),
);
const usualValues = Object.fromEntries(
  [...values].sort(byName).flatMap(([key, counts]) => {
    const usual = [...counts]
      .filter(([, count]) => count >= fewest)
      .sort(([, a], [, b]) => b - a)
      .slice(0, most);
    return usual.length > 0 ? [[key, usual.map(([value]) => value)]] : [];
  }),
);
const out = fileURLToPath(new URL("../packages/schema/src/usage.ts", import.meta.url));
writeFileSync(
  out,
  `/** Written by scripts/count-usage.mjs, from ${files.length} public configurations of ${repositories.size} repositories. */

/**
 * In how many of a thousand repositories it occurs: a keyword by its path, an option as \`PATH OPTION\`, a word that is a value as
 * \`PATH=VALUE\`.
 */
export const usage: Readonly<Record<string, number>> = ${JSON.stringify(usage)};

/** What people write as the value of a keyword (its path) or of an option (\`PATH OPTION\`), the most usual first. */
export const usualValues: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(usualValues)};
`,
);
spawnSync("npx", ["biome", "format", "--write", out], { stdio: "inherit" });
console.log(
  `${repositories.size} repositories, ${Object.keys(usage).length} counts, ${Object.keys(usualValues).length} lists of values`,
);

function renderingsOf(path, text, language) {
  const queries = createQueries({ host: memoryHost({ [path]: text }) });
  const { shown, renderings } = queries.template(path, text, { language });
  return [shown, ...Array.from({ length: renderings.count }, (_, number) => renderings.mask(number) ?? shown)];
}

/** `A/B` of `A/B/C`, `A/B OPTION` and `A/B=VALUE`. */
function blockOf(key) {
  return key.includes(" ") ? key.split(" ")[0] : key.slice(0, Math.max(0, key.search(/[/=][^/=]*$/)));
}

function readOne(text, seen) {
  const path = "keepalived.conf";
  const host = memoryHost({ [path]: text });
  for (const configId of [undefined, ...configIdsOf({ path, host })]) {
    const effective = evaluate({ path, host, target: newestVersion, ...(configId !== undefined && { configId }) });
    for (const { keyword, words, lines } of statementsOf(effective)) {
      seen.uses.add(keyword.path);
      readWords(keyword.path, assignArguments(keyword.arguments, words.slice(1), newestVersion), seen);
      const grammar = lineGrammars[keyword.lines];
      if (!grammar) continue;
      for (const line of lines)
        readWords(keyword.path, assignLine(grammar, line.words, newestVersion, keyword.name), seen);
    }
  }
}

function readWords(path, { values: assigned, optionWords }, seen) {
  for (const { option } of optionWords) seen.uses.add(`${path} ${option.name}`);
  for (const { argument, word, option } of assigned) {
    const { type } = argument;
    if (word.unknown !== undefined || !kept.has(type) || !/^[\w.-]{1,20}$/.test(word.value)) continue;
    const key = option && !option.positional ? `${path} ${option.name}` : path;
    if (type === "enum" || type === "bool") seen.uses.add(`${key}=${word.value}`);
    seen.values.add(`${key}\0${word.value}`);
  }
}

function byName([a], [b]) {
  return a < b ? -1 : 1;
}
