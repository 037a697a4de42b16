/** The report for people, as parts that a terminal and Markdown lay out each in their way. */
import { type Change, releaseName, say } from "@kalint/schema";
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
    { kind: "title", text: say`keepalived ${from} to ${to}` },
    ...files.flatMap((file) => partsOf(file, report)),
    { kind: "section", text: say`Between the two releases` },
    { kind: "text", text: countText(changes, all) },
    ...(all ? changes.map((change) => entryOf(change, [])) : []),
  ];
}

function partsOf(file: MigrationReportFile, { from, to }: MigrationReport): readonly Part[] {
  const { arising, ending, concerned, readings, lasting } = file;
  const parts: Part[] = [{ kind: "file", text: file.path }];
  if (file.isWritten) parts.push({ kind: "text", text: say`Rewritten for the new release.` });
  if (arising.findings.length > 0) {
    parts.push({ kind: "section", text: say`New findings with ${to}` });
    for (const { range, severity, rule, message, help, fixes } of arising.findings) {
      const fix = fixes.find(({ safe }) => safe);
      parts.push({
        kind: "entry",
        head: say`line ${range.start.line}  ${severity}  ${rule}`,
        lines: [
          [say`what`, message],
          [say`  do`.trim(), help],
          ...(fix === undefined ? [] : [[say`fix`, say`${fix.title} (--write)`] as const]),
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
    parts.push({ kind: "section", text: say`What changes for this file` });
    for (const { change, lines } of further) parts.push(entryOf(change, lines));
  }
  if (readings.length > 0) {
    parts.push({ kind: "section", text: say`What is read differently` });
    for (const { configId, diff } of readings) {
      if (configId !== undefined) parts.push({ kind: "text", text: say`As @${configId}:` });
      parts.push({ kind: "diff", text: diff });
    }
  }
  const rest = [
    ending.findings.length === 0 ? "" : say`${counted(ending.findings.length, "finding")} with ${from} only.`,
    lasting === 0 ? "" : say`${counted(lasting, "finding")} with both releases: \`kalint check --target ${to}\`.`,
  ].filter((text) => text !== "");
  if (rest.length > 0) parts.push({ kind: "text", text: rest.join(" ") });
  if (parts.length === 1) parts.push({ kind: "text", text: say`Nothing changes.` });
  return parts;
}

function entryOf({ kind, version, subject, before, after, advice }: Change, lines: readonly number[]): Part {
  const where =
    lines.length === 0 ? "" : lines.length === 1 ? say`  line ${lines[0]}` : say`  lines ${lines.join(", ")}`;
  return {
    kind: "entry",
    head: `${releaseName(version)}  ${kind}  ${subject}${where}`,
    lines: [
      [say`before`, before],
      [say`after`, after],
      [say`  do`.trim(), advice],
    ],
  };
}

const kindNames = () =>
  ({
    gone: say`gone`,
    deprecated: say`deprecated`,
    default: say`with another default`,
    meaning: say`with another meaning`,
    values: say`with another range`,
    new: say`new`,
  }) as const satisfies Record<Change["kind"], string>;

function countText(changes: readonly Change[], all: boolean): string {
  const kinds = Object.entries(kindNames()).flatMap(([kind, name]) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [`${count} ${name}`];
  });
  const text = kinds.length === 0 ? say`Nothing changes` : say`Keywords, words and settings: ${kinds.join(", ")}`;
  return `${text}.${all || changes.length === 0 ? "" : say` --all lists them.`}`;
}
