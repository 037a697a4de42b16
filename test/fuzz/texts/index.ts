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

/** One text of any kind; the same for the same random numbers and seed texts. */
export function randomText(random: RandomSource, seeds: readonly string[]): string {
  const seed = () => random.pick(seeds);
  const kinds: readonly (() => string)[] = [
    () => structuredText(random),
    () => structuredText(random),
    () => mutated(random, structuredText(random)),
    () => bytesChanged(random, structuredText(random)),
    () => tokenSoup(random),
    () => untidyText(random),
    () => mutated(random, excerpt(random, seed())),
    () => mutated(random, excerpt(random, seed())),
    () => bytesChanged(random, excerpt(random, seed())),
    () => spliced(random, excerpt(random, seed()), excerpt(random, seed())),
    () => mutated(random, spliced(random, excerpt(random, seed()), structuredText(random))),
    () => (random.below(8) === 0 ? mutated(random, seed()) : excerpt(random, seed())),
    () =>
      random.below(8) === 0
        ? spliced(random, seed(), seed())
        : spliced(random, structuredText(random), excerpt(random, seed())),
  ];
  const text = random.pick(kinds)();
  return random.below(600) === 0 ? pumped(random, text) : text;
}

/** Some lines in a row: what is short is tried more often in the same time. */
function excerpt(random: RandomSource, text: string): string {
  const lines = text.split("\n");
  const from = random.below(lines.length);
  return lines.slice(from, from + 2 + random.below(25)).join("\n");
}
