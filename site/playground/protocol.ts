/** What the page and its worker say to each other. */
import type { CheckOutput } from "../../packages/cli/src/report/output.js";

export interface Request {
  readonly id: number;
  /** Texts by path, such as `lb1/keepalived.conf`. */
  readonly files: Readonly<Record<string, string>>;
  readonly target: string;
}

export interface Table {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly mark: "bad" | "weak" | "good" }[];
  readonly limits: readonly string[];
}

export interface Answer {
  readonly id: number;
  readonly report: CheckOutput;
  readonly failover: readonly Table[];
  /** The picture as SVG; empty where there is nothing to draw. */
  readonly picture: string;
  readonly effective: readonly { readonly title: string; readonly text: string }[];
  /** By path. */
  readonly formatted: Readonly<Record<string, string>>;
}

/** A fault of ours, said instead of an answer. */
export interface Failure {
  readonly id: number;
  readonly error: string;
}
