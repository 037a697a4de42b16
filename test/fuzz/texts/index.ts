import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "@kalint/lint";
import { configurationFiles, fixturesFolder } from "../../support/fixtures.js";
import { mutated, type RandomSource, tokenSoup, untidyText } from "../../support/random-text.js";
import { bytesChanged, pumped, spliced } from "./bytes.js";
import { structuredText } from "./configuration.js";

/** Texts that others are made from: our fixtures, the rules' examples, and the files below `shared/corpus` where there is one. */
export function seedTexts(shared: string | undefined): readonly string[] {
  const corpus =
    shared === undefined ? [] : ["plain", "samples", "templates"].map((name) => join(shared, "corpus", name));
  const files = corpus
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  const examples = rules.flatMap(({ bad, good }) => [...bad, ...good]).map(({ files: texts }) => texts);
  return [...configurationFiles(fixturesFolder), ...files]
    .map((path) => readFileSync(path, "utf8"))
    .concat(examples.flatMap((texts) => (typeof texts === "string" ? texts : Object.values(texts))))
    .filter((text) => text.length > 0 && text.length < 12_000);
}

/** Of so many texts one is as long as people's files; the others are short: more of them are tried in the same time. */
const longOneIn = 4;

/** One text of any kind; the same for the same random numbers and seed texts. */
export function randomText(random: RandomSource, seeds: readonly string[]): string {
  const isLong = random.below(longOneIn) === 0;
  const structured = () => structuredText(random, isLong ? 12 : 4);
  const seed = () => random.pick(seeds);
  const some = () => excerpt(random, seed(), isLong ? 25 : 6);
  const kinds: readonly (() => string)[] = [
    () => structured(),
    () => structured(),
    () => mutated(random, structured()),
    () => bytesChanged(random, structured()),
    () => tokenSoup(random, isLong ? 60 : 20),
    () => untidyText(random, isLong ? 24 : 8),
    () => mutated(random, some()),
    () => mutated(random, some()),
    () => bytesChanged(random, some()),
    () => spliced(random, some(), some()),
    () => mutated(random, spliced(random, some(), structured())),
    () => (isLong && random.below(2) === 0 ? mutated(random, seed()) : some()),
    () => (isLong && random.below(2) === 0 ? spliced(random, seed(), seed()) : spliced(random, structured(), some())),
  ];
  const text = random.pick(kinds)();
  return random.below(600) === 0 ? pumped(random, text) : text;
}

/** Some lines in a row. */
function excerpt(random: RandomSource, text: string, most: number): string {
  const lines = text.split("\n");
  const from = random.below(lines.length);
  return lines.slice(from, from + 2 + random.below(most)).join("\n");
}
