import type { Category, Severity } from "@kalint/lint";
import type { Version } from "@kalint/schema";
import type { LineTable } from "@kalint/syntax";

/** Line and column count from 1; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Half-open. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface ReportedEdit {
  readonly path: string;
  readonly range: Range;
  readonly text: string;
}

export interface ReportedFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly ReportedEdit[];
  /** See `Fix`. */
  readonly effect?: readonly string[];
}

interface ReportedRelated {
  readonly path: string;
  readonly range: Range;
  readonly message: string;
}

/** A diagnostic with lines and columns: what every output format starts from. */
export interface ReportedFinding {
  readonly path: string;
  readonly range: Range;
  readonly rule: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly help: string;
  /** The rule's page. */
  readonly url: string;
  /** `keepalived -t` of the target complains too. */
  readonly daemon: boolean;
  /** The line that keepalived names, only where it is not the finding's own; `null` where it names none. */
  readonly daemonLine?: number | null;
  readonly configIds: readonly string[];
  readonly related: readonly ReportedRelated[];
  readonly fixes: readonly ReportedFix[];
  /** The finding that this one follows from: an echo, which people see folded under that one. */
  readonly causedBy?: { readonly path: string; readonly line: number };
  /** Only on the other side of a finding between hosts: that finding, which counts. */
  readonly mirrors?: { readonly path: string; readonly line: number };
  /** How many lines follow from this one, where some do. */
  readonly echoes?: number;
  /** What it is about, without lines and without words of ours. */
  readonly key: string;
}

export interface ReportedFile {
  readonly path: string;
  /** In the order of the text. */
  readonly findings: readonly ReportedFinding[];
  /** What only follows from one of the findings; in the order of the text. */
  readonly echoes: readonly ReportedFinding[];
  /** Lines that findings in other files speak of; in the order of the text. */
  readonly mirrors: readonly ReportedFinding[];
  /** All config-ids that the file names. */
  readonly configIds: readonly string[];
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings that have a safe fix. */
  readonly fixable: number;
}

export interface Report {
  readonly target: Version;
  readonly files: readonly ReportedFile[];
  readonly summary: Summary;
  /** The text of a reported file, for code frames. */
  lines(path: string): LineTable | undefined;
}
