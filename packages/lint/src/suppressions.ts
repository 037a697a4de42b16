import { type LineTable, lineTable, positionAt, type SyntaxTree } from "@kalint/syntax";

/** A comment that leaves findings out: `# kalint-disable-next-line RULE, RULE -- reason`. */
export interface Suppression {
  readonly directive: "disable-next-line" | "disable-line" | "disable" | "disable-file";
  /** The comment. */
  readonly start: number;
  readonly end: number;
  /** Rules by id, each with its place in the comment; none stands for every rule. */
  readonly rules: readonly { readonly id: string; readonly start: number; readonly end: number }[];
  readonly reason?: string;
  /** Lines from 0 that it counts for, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
}

type Directive = Suppression["directive"] | "enable";

interface Comment {
  readonly directive: Directive;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly rules: Suppression["rules"];
  readonly reason?: string;
}

/** The suppressions of a text, in its order. */
export function suppressionsOf(text: string, tree: () => SyntaxTree): readonly Suppression[] {
  // Few texts have any, and those that have none need no tree for it.
  if (!text.includes("kalint-disable")) return [];
  const table = lineTable(text);
  const comments = tree().tokens.flatMap((token): Comment[] => {
    if (token.kind !== "comment") return [];
    const comment = readComment(text.slice(token.start, token.end), token.start);
    return comment === undefined ? [] : [{ ...comment, line: positionAt(table, token.start).line }];
  });
  return comments.flatMap((comment, at): Suppression[] => {
    const { directive, line, ...rest } = comment;
    if (directive === "enable") return [];
    return [{ ...rest, directive, ...linesOf(directive, comment, comments.slice(at + 1), table) }];
  });
}

function readComment(comment: string, start: number): Omit<Comment, "line"> | undefined {
  const match = /^[#!]+[ \t]*kalint-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])/.exec(
    comment,
  );
  if (match === null) return undefined;
  const content = comment.trimEnd();
  const dashes = content.indexOf("--", match[0].length);
  const list = content.slice(match[0].length, dashes < 0 ? undefined : dashes);
  const reason = dashes < 0 ? "" : content.slice(dashes).replace(/^-+\s*/, "");
  return {
    directive: match[1] as Directive,
    start,
    end: start + content.length,
    rules: [...list.matchAll(/[^\s,]+/g)].map((word) => {
      const from = start + match[0].length + word.index;
      return { id: word[0], start: from, end: from + word[0].length };
    }),
    ...(reason === "" ? {} : { reason }),
  };
}

function linesOf(directive: Suppression["directive"], own: Comment, later: readonly Comment[], table: LineTable) {
  const last = table.starts.length - 1;
  switch (directive) {
    case "disable-file":
      return { firstLine: 0, lastLine: last };
    case "disable-line":
      return { firstLine: own.line, lastLine: own.line };
    case "disable-next-line": {
      const line = nextWrittenLine(table, own.line);
      return { firstLine: line, lastLine: line };
    }
    case "disable": {
      const end = later.find((comment) => comment.directive === "enable" && ends(comment, own));
      return { firstLine: own.line, lastLine: end?.line ?? last };
    }
  }
}

/** `enable` without rules ends everything, with rules what was disabled for the same ones. */
function ends(enable: Comment, disable: Comment): boolean {
  if (enable.rules.length === 0) return true;
  const enabled = new Set(enable.rules.map(({ id }) => id));
  return disable.rules.length > 0 && disable.rules.every(({ id }) => enabled.has(id));
}

/** Comments may be piled up above the line that they speak of. */
function nextWrittenLine(table: LineTable, line: number): number {
  for (let next = line + 1; next < table.starts.length; next += 1) {
    const text = table.text.slice(table.starts[next], table.starts[next + 1]);
    if (!/^\s*(?:[#!].*)?$/.test(text.trimEnd())) return next;
  }
  return line + 1;
}
