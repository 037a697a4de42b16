export interface FormatOptions {
  /** Blanks for each level, or a tab. Default 4. */
  readonly indent?: number | "tab";
  /** Number of blank lines in a row that are kept. Default 1. */
  readonly blankLines?: number;
  /** `keep`: each line keeps its own, new ones are like the first. Default `keep`. */
  readonly lineEnding?: "keep" | "lf" | "crlf";
  /** Whether the text ends with a line end; `false` leaves its end as it is. Default `true`. */
  readonly finalNewline?: boolean;
  /** Whether blanks at the ends of lines go. Default `true`. */
  readonly trimTrailingBlanks?: boolean;
  /**
   * Columns of trailing comments and of values in neighbouring lines. `keep`: those that the author made. `none`: one blank everywhere.
   * `always`: neighbouring lines get them. Default `keep`.
   */
  readonly align?: "keep" | "none" | "always";
  /** Whole-line comments: `indent` puts them where their block's lines begin, `keep` leaves them in their column. Default `indent`. */
  readonly comments?: "indent" | "keep";
  /** Where `{` goes: behind its keyword, below it, or where the author put it. Default `same-line`. */
  readonly braces?: "same-line" | "next-line" | "keep";
  /** What happens to `track_script { check }`: it stays on its line, or gets three. Default `keep`. */
  readonly oneLineBlocks?: "keep" | "open";
}

/** The options with their defaults, and what follows from them. */
export interface Style {
  /** One level of indentation. */
  readonly indent: string;
  readonly blankLines: number;
  readonly lineEnd: "keep" | "\n" | "\r\n";
  readonly finalNewline: boolean;
  readonly trim: boolean;
  readonly align: "keep" | "none" | "always";
  readonly comments: "indent" | "keep";
  readonly braces: "same-line" | "next-line" | "keep";
  readonly oneLineBlocks: "keep" | "open";
}

/** Throws a RangeError or TypeError with a sentence where a value cannot be used. */
export function styleOf(options: FormatOptions): Style {
  const { indent = 4, blankLines = 1, lineEnding = "keep" } = options;
  if (indent !== "tab") checkCount("indent", indent, 16, ' or "tab"');
  checkCount("blankLines", blankLines, 100);
  return {
    indent: indent === "tab" ? "\t" : " ".repeat(indent),
    blankLines,
    lineEnd: { keep: "keep" as const, lf: "\n" as const, crlf: "\r\n" as const }[
      oneOf("lineEnding", lineEnding, ["keep", "lf", "crlf"])
    ],
    finalNewline: options.finalNewline ?? true,
    trim: options.trimTrailingBlanks ?? true,
    align: oneOf("align", options.align ?? "keep", ["keep", "none", "always"]),
    comments: oneOf("comments", options.comments ?? "indent", ["indent", "keep"]),
    braces: oneOf("braces", options.braces ?? "same-line", ["same-line", "next-line", "keep"]),
    oneLineBlocks: oneOf("oneLineBlocks", options.oneLineBlocks ?? "keep", ["keep", "open"]),
  };
}

function checkCount(name: string, value: unknown, most: number, or = ""): void {
  if (typeof value !== "number") throw new TypeError(`${name} is a number${or}, not ${JSON.stringify(value)}`);
  if (Number.isInteger(value) && value >= 0 && value <= most) return;
  throw new RangeError(`${name} is a whole number from 0 to ${most}${or}, not ${value}`);
}

function oneOf<const Value extends string>(name: string, value: Value, values: readonly Value[]): Value {
  if (values.includes(value)) return value;
  const list = values.map((each) => `"${each}"`).join(", ");
  throw new RangeError(`${name} is one of ${list}, not ${JSON.stringify(value)}`);
}
