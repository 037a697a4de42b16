import type { RandomSource } from "../../support/random-text.js";

/** One way into kalint, and what must hold whatever the text is. */
export interface Entry {
  readonly name: string;
  /** It takes one text in so many: what is slow takes fewer. */
  readonly oneIn: number;
  /** Makes the text itself, where configurations are not what it reads. */
  text?(random: RandomSource, configuration: string): string;
  /** Throws where something does not hold. Same text, same random numbers, same outcome. */
  check(text: string, random: RandomSource): void | Promise<void>;
}
