import type { Keyword } from "../types.js";

/** What fields hold, each once, and a row for each keyword: for each field the place of its value, counted from 1, or 0 for none; then the rows of its children, or 0. */
export interface PackedKeywords {
  readonly values: readonly unknown[];
  readonly rows: readonly PackedRow[];
}

type PackedRow = readonly (number | readonly PackedRow[])[];

/** Which field is where in a row; `children` follows them. */
export const packedFields = [
  "name",
  "path",
  "kind",
  "since",
  "removed",
  "summary",
  "arguments",
  "processes",
  "knownTo",
  "features",
  "missingArgument",
  "badValue",
  "fallback",
  "repetition",
  "surplusWords",
  "exactHeader",
  "required",
  "default",
  "inherits",
  "onlyWith",
  "context",
  "deprecated",
  "aliasOf",
  "splitter",
  "defines",
  "commonSet",
  "lines",
  "note",
  "differences",
  "variants",
] as const satisfies readonly (keyof Keyword)[];

/**
 * The keywords from what the build packs of them (`scripts/packed-keywords.mjs`): most of loading the language was V8
 * making some thousand literals, each of a shape of its own, that run once.
 */
export function unpackKeywords({ values: used, rows }: PackedKeywords): readonly Keyword[] {
  const values = [undefined, ...used];
  return rows.map((row) => unpack(row, values));
}

// One literal, as one shape is what makes all reading of keywords fast.
function unpack(row: PackedRow, values: readonly unknown[]): Keyword {
  const children = row[30] as readonly PackedRow[] | 0;
  const keyword: { [Field in keyof Required<Keyword>]: unknown } = {
    name: values[row[0] as number],
    path: values[row[1] as number],
    kind: values[row[2] as number],
    since: values[row[3] as number],
    removed: values[row[4] as number],
    summary: values[row[5] as number],
    arguments: values[row[6] as number],
    processes: values[row[7] as number],
    knownTo: values[row[8] as number],
    features: values[row[9] as number],
    missingArgument: values[row[10] as number],
    badValue: values[row[11] as number],
    fallback: values[row[12] as number],
    repetition: values[row[13] as number],
    surplusWords: values[row[14] as number],
    exactHeader: values[row[15] as number],
    required: values[row[16] as number],
    default: values[row[17] as number],
    inherits: values[row[18] as number],
    onlyWith: values[row[19] as number],
    context: values[row[20] as number],
    deprecated: values[row[21] as number],
    aliasOf: values[row[22] as number],
    splitter: values[row[23] as number],
    defines: values[row[24] as number],
    commonSet: values[row[25] as number],
    lines: values[row[26] as number],
    children: children === 0 ? undefined : children.map((child) => unpack(child, values)),
    note: values[row[27] as number],
    differences: values[row[28] as number],
    variants: values[row[29] as number],
  };
  return keyword as unknown as Keyword;
}
