import { lineTable, parse, positionAt, type Token } from "@kalint/syntax";
import type { NodeHost } from "../files/host.js";
import type { ChangedFile } from "./fix.js";
import type { LintRun } from "./lint.js";

export interface AddedSuppressions {
  readonly changed: readonly ChangedFile[];
  /** Findings that are left out from now on. */
  readonly count: number;
}

/** Writes a comment above every line with findings, in the host's texts alone. */
export function addSuppressions(host: NodeHost, run: LintRun, reason: string | undefined): AddedSuppressions {
  const changed: ChangedFile[] = [];
  let count = 0;
  for (const { path, diagnostics } of run.files) {
    const before = host.read(path);
    // A comment about a comment would only be unused in its turn.
    const found = diagnostics.filter(({ rule }) => rule !== "unused-suppression");
    if (before === undefined || found.length === 0) continue;
    const after = withComments(before, found, reason);
    host.overlay(path, after);
    changed.push({ path, before, after });
    count += found.length;
  }
  return { changed, count };
}

function withComments(
  text: string,
  found: readonly { readonly rule: string; readonly place: { readonly start: number } }[],
  reason: string | undefined,
): string {
  const table = lineTable(text);
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const because = reason === undefined ? "" : ` -- ${reason}`;
  const definitions = parse(text).tokens.filter(({ kind }) => kind === "definition");
  const rulesByLine = new Map<number, Set<string>>();
  for (const { rule, place } of found) {
    const { line } = positionAt(table, place.start);
    rulesByLine.set(line, (rulesByLine.get(line) ?? new Set()).add(rule));
  }
  const inserted = new Map<number, string>();
  const insert = (line: number, comment: string) => inserted.set(line, (inserted.get(line) ?? "") + comment);
  for (const [line, rules] of rulesByLine) {
    const list = [...rules].sort().join(", ");
    const around = definitionAround(definitions, table.starts[line]!);
    if (around === undefined) {
      insert(line, `${indentOf(text, table.starts[line]!)}# kalint-disable-next-line ${list}${because}${end}`);
      continue;
    }
    // A comment between the lines of a definition would end it.
    insert(positionAt(table, around.start).line, `# kalint-disable ${list}${because}${end}`);
    insert(positionAt(table, around.end).line + 1, `# kalint-enable ${list}${end}`);
  }
  return table.starts
    .map((start, line) => (inserted.get(line) ?? "") + text.slice(start, table.starts[line + 1]))
    .join("");
}

/** The definition of several lines that goes on at the start of a line. */
function definitionAround(definitions: readonly Token[], lineStart: number): Token | undefined {
  return definitions.find(({ start, end }) => start < lineStart && lineStart < end);
}

function indentOf(text: string, lineStart: number): string {
  return /[ \t]*/y.exec(text.slice(lineStart, lineStart + 200))?.[0] ?? "";
}
