import { readFileSync } from "node:fs";
import { describe, test } from "vitest";
import { checkFormat } from "../support/check-format.js";
import { checkLossless } from "../support/check-syntax.js";
import { configurationFiles } from "../support/fixtures.js";
import { mutated, randomSource, tokenSoup } from "../support/random-text.js";

const soups = 12_000;
const mutants = 8_000;
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
});

function checkText(text: string, seed: number): void {
  try {
    checkLossless(text);
    checkFormat(text);
  } catch (error) {
    throw new Error(`seed ${seed}: ${JSON.stringify(text)}`, { cause: error });
  }
}
