import type { Colours } from "../render/colours.js";
import type { Report } from "../report/types.js";

/** What a format may know besides the report. */
export interface FormatContext {
  readonly colours: Colours;
  /** Cells. */
  readonly width: number;
  /** Findings alone, without the summary that people read. */
  readonly quiet: boolean;
  /** Counts per rule instead of the findings (`text` and `concise`). */
  readonly statistics: boolean;
  readonly version: string;
  /** How many findings `--fix` has already mended. */
  readonly fixed: number;
  /** One line for each argument that could not be read. */
  readonly complaints?: readonly string[];
}

/** Turns a report into text that ends with a line end, or is empty. */
export type Format = (report: Report, context: FormatContext) => string;
