import { describe, test } from "vitest";
import { randomSource } from "../support/random-text.js";
import { entries } from "./entries/index.js";
import { randomText, seedTexts } from "./texts/index.js";

/** Milliseconds until a hang is called one; nothing is measured. */
const patience = 300_000;
/** So many texts in all; `npm run fuzz` takes other ones, for as long as you like. */
const texts = 240;

describe("what must hold for any text", () => {
  const seeds = seedTexts(undefined);
  for (const { name, oneIn, text, check } of entries) {
    test(
      name,
      async () => {
        for (let seed = oneIn; seed <= texts; seed += oneIn) {
          const configuration = randomText(randomSource(seed), seeds);
          const given = text?.(randomSource(seed), configuration) ?? configuration;
          try {
            await check(given, randomSource(seed ^ 0x5eed));
          } catch (error) {
            throw new Error(`npm run fuzz -- --entry ${name} --seed ${seed} --count 1`, { cause: error });
          }
        }
      },
      patience,
    );
  }
});
