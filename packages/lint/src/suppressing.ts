import { lineTable, positionAt, type SyntaxTree, type Token } from "@kalint/syntax";
import { lineEndAt } from "./edits.js";
import { unusedSuppression } from "./rules/unused-suppression.js";

/** Whether a comment may leave out what a rule finds: one about a comment would only be unused in its turn. */
export function isSuppressible({ rule }: { readonly rule: string }): boolean {
  return rule !== unusedSuppression.id;
}

/** What a comment is to leave out: a rule, and an offset in the line that it speaks of. */
export interface Unwanted {
  readonly rule: string;
  readonly start: number;
}

/** The insertions that write a comment above every line with unwanted findings, in the order of the text. */
export function suppressingEdits(
  { text, tokens }: SyntaxTree,
  unwanted: readonly Unwanted[],
  reason?: string,
): readonly { readonly start: number; readonly end: number; readonly text: string }[] {
  const table = lineTable(text);
  const lineEnd = lineEndAt(text, 0);
  const because = reason === undefined ? "" : ` -- ${reason}`;
  const rulesByLine = new Map<number, Set<string>>();
  for (const { rule, start } of unwanted) {
    const { line } = positionAt(table, start);
    rulesByLine.set(line, (rulesByLine.get(line) ?? new Set()).add(rule));
  }
  const comments = new Map<number, string>();
  const insert = (line: number, comment: string) =>
    comments.set(line, `${comments.get(line) ?? ""}${comment}${lineEnd}`);
  for (const [line, rules] of rulesByLine) {
    const list = [...rules].sort().join(", ");
    const lineStart = table.starts[line]!;
    const around = definitionAround(tokens, lineStart);
    if (around === undefined) {
      insert(line, `${indentOf(text, lineStart)}# kalint-disable-next-line ${list}${because}`);
    } else {
      // A comment between the lines of a definition would end it.
      insert(positionAt(table, around.start).line, `# kalint-disable ${list}${because}`);
      insert(positionAt(table, around.end).line + 1, `# kalint-enable ${list}`);
    }
  }
  return [...comments]
    .sort(([a], [b]) => a - b)
    .map(([line, comment]) => {
      const at = table.starts[line];
      // Behind the last line there is none to write before.
      const start = at ?? text.length;
      return { start, end: start, text: at === undefined ? `${lineEnd}${comment}` : comment };
    });
}

/** The definition of several lines that goes on at the start of a line. */
function definitionAround(tokens: readonly Token[], lineStart: number): Token | undefined {
  return tokens.find(({ kind, start, end }) => kind === "definition" && start < lineStart && lineStart < end);
}

function indentOf(text: string, lineStart: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart, lineStart + 200))?.[0] ?? "";
}
