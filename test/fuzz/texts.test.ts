import { readFileSync } from "node:fs";
import type { FormatOptions } from "@kalint/format";
import { describe, test } from "vitest";
import { checkFormat } from "../support/check-format.js";
import { checkLossless } from "../support/check-syntax.js";
import { configurationFiles } from "../support/fixtures.js";
import { mutated, type RandomSource, randomSource, tokenSoup, untidyText } from "../support/random-text.js";
import { rounds } from "../support/rounds.js";

const soups = rounds(12_000);
const mutants = rounds(8_000);
const untidy = rounds(6_000);
/** Milliseconds until a hang is called one; nothing is measured. */
const patience = 300_000;

describe("any text", () => {
  test(
    `${soups} token soups are read without loss and formatted without change of meaning`,
    () => {
      for (let seed = 1; seed <= soups; seed++) checkText(tokenSoup(randomSource(seed)), seed);
    },
    patience,
  );

  test(
    `${mutants} mutated fixtures are read without loss and formatted without change of meaning`,
    () => {
      const texts = configurationFiles().map((path) => readFileSync(path, "utf8"));
      for (let seed = 1; seed <= mutants; seed++) {
        const random = randomSource(seed);
        checkText(mutated(random, random.pick(texts)), seed);
      }
    },
    patience,
  );

  test(
    `${untidy} untidy texts are formatted without change of meaning, whatever the options`,
    () => {
      for (let seed = 1; seed <= untidy; seed++) {
        const random = randomSource(seed);
        const text = untidyText(random);
        checkText(text, seed);
        checkText(text, seed, randomOptions(random));
      }
    },
    patience,
  );
});

function randomOptions(random: RandomSource): FormatOptions {
  return {
    indent: random.pick([0, 1, 2, 4, 8, "tab"]),
    blankLines: random.pick([0, 1, 2]),
    lineEnding: random.pick(["keep", "lf", "crlf"]),
    finalNewline: random.pick([true, false]),
    trimTrailingBlanks: random.pick([true, false]),
    align: random.pick(["keep", "none", "always"]),
    comments: random.pick(["indent", "keep"]),
    braces: random.pick(["same-line", "next-line", "keep"]),
    oneLineBlocks: random.pick(["keep", "open"]),
  };
}

function checkText(text: string, seed: number, options: FormatOptions = {}): void {
  try {
    checkLossless(text);
    checkFormat(text, options);
  } catch (error) {
    throw new Error(`seed ${seed}: ${JSON.stringify(text)} ${JSON.stringify(options)}`, { cause: error });
  }
}
