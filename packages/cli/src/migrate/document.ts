/** The report for people, as parts that a terminal and Markdown lay out each in their way. */
import { type Change, releaseName } from "@kalint/schema";
import { counted } from "../output/summary.js";
import type { MigrationReport, MigrationReportFile } from "./report.js";

export type Part =
  | { readonly kind: "title" | "file" | "section" | "text"; readonly text: string }
  /** A head with labelled sentences below it. */
  | {
      readonly kind: "entry";
      readonly head: string;
      readonly lines: readonly (readonly [label: string, text: string])[];
    }
  | { readonly kind: "diff"; readonly text: string };

export interface DocumentOptions {
  /** List what no file shows, too. */
  readonly all: boolean;
}

export function documentOf(report: MigrationReport, { all }: DocumentOptions): readonly Part[] {
  const { from, to, changes, files } = report;
  return [
    { kind: "title", text: `keepalived ${from} to ${to}` },
    ...files.flatMap((file) => partsOf(file, report)),
    { kind: "section", text: "Between the two releases" },
    { kind: "text", text: countText(changes, all) },
    ...(all ? changes.map((change) => entryOf(change, [])) : []),
  ];
}

function partsOf(file: MigrationReportFile, { from, to }: MigrationReport): readonly Part[] {
  const { arising, ending, concerned, readings, lasting } = file;
  const parts: Part[] = [{ kind: "file", text: file.path }];
  if (file.isWritten) parts.push({ kind: "text", text: "Rewritten for the new release." });
  if (arising.findings.length > 0) {
    parts.push({ kind: "section", text: `New findings with ${to}` });
    for (const { range, severity, rule, message, help, fixes } of arising.findings) {
      const fix = fixes.find(({ safe }) => safe);
      parts.push({
        kind: "entry",
        head: `line ${range.start.line}  ${severity}  ${rule}`,
        lines: [
          ["what", message],
          ["do", help],
          ...(fix === undefined ? [] : [["fix", `${fix.title} (--write)`] as const]),
        ],
      });
    }
  }
  // The findings name these already.
  const found = new Set(arising.findings.map(({ range }) => range.start.line));
  const further = concerned.filter(
    ({ change, lines }) => !["gone", "deprecated"].includes(change.kind) || lines.some((line) => !found.has(line)),
  );
  if (further.length > 0) {
    parts.push({ kind: "section", text: "What changes for this file" });
    for (const { change, lines } of further) parts.push(entryOf(change, lines));
  }
  if (readings.length > 0) {
    parts.push({ kind: "section", text: "What is read differently" });
    for (const { configId, diff } of readings) {
      if (configId !== undefined) parts.push({ kind: "text", text: `As @${configId}:` });
      parts.push({ kind: "diff", text: diff });
    }
  }
  const rest = [
    ending.findings.length === 0 ? "" : `${counted(ending.findings.length, "finding")} with ${from} only.`,
    lasting === 0 ? "" : `${counted(lasting, "finding")} with both releases: \`kalint check --target ${to}\`.`,
  ].filter((text) => text !== "");
  if (rest.length > 0) parts.push({ kind: "text", text: rest.join(" ") });
  if (parts.length === 1) parts.push({ kind: "text", text: "Nothing changes." });
  return parts;
}

function entryOf({ kind, version, subject, before, after, advice }: Change, lines: readonly number[]): Part {
  const where = lines.length === 0 ? "" : `  line${lines.length === 1 ? "" : "s"} ${lines.join(", ")}`;
  return {
    kind: "entry",
    head: `${releaseName(version)}  ${kind}  ${subject}${where}`,
    lines: [
      ["before", before],
      ["after", after],
      ["do", advice],
    ],
  };
}

const kindNames = {
  gone: "gone",
  deprecated: "deprecated",
  default: "with another default",
  meaning: "with another meaning",
  values: "with another range",
  new: "new",
} as const satisfies Record<Change["kind"], string>;

function countText(changes: readonly Change[], all: boolean): string {
  const kinds = Object.entries(kindNames).flatMap(([kind, name]) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [`${count} ${name}`];
  });
  const text = kinds.length === 0 ? "Nothing changes" : `Keywords, words and settings: ${kinds.join(", ")}`;
  return `${text}.${all || changes.length === 0 ? "" : " --all lists them."}`;
}
