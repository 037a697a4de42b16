import type { FormatOptions } from "@kalint/format";
import type { RandomSource } from "../../support/random-text.js";

/** Any options of the formatter. */
export function randomLayout(random: RandomSource): FormatOptions {
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
