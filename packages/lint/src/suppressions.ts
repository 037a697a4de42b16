import { type LineTable, lineTable, positionAt, type SyntaxTree } from "@kalint/syntax";
import { nearest } from "./suggest.js";

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
  /** For `disable`: the lines from which rules are looked at again, in their order; without ids every one. */
  readonly ends: readonly { readonly line: number; readonly ids: readonly string[] }[];
}

/** A comment that is none of the forms there are: it is nearly one, or ends what never began. */
export interface StrayComment {
  readonly start: number;
  readonly end: number;
  /** What was written in place of a directive; without it the comment is an `enable` that ends nothing. */
  readonly written?: string;
}

export const suppressionDirectives = [
  "disable-next-line",
  "disable-line",
  "disable",
  "disable-file",
  "enable",
] as const;

type Directive = (typeof suppressionDirectives)[number];

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
  const { comments, table } = commentsOf(text, tree);
  const suppressions: Suppression[] = [];
  // From the end, as each is ended by what comes behind it.
  let later: Suppression["ends"] = [];
  for (const { directive, line, ...rest } of comments.toReversed()) {
    if (directive === "enable") {
      const ids = rest.rules.map(({ id }) => id);
      // What ends all of them, or the same ones, hides what comes behind it.
      const hidden = (each: (typeof later)[number]) => each.ids.length > 0 && each.ids.every((id) => ids.includes(id));
      later = ids.length === 0 ? [{ line, ids }] : [{ line, ids }, ...later.filter((each) => !hidden(each))];
      continue;
    }
    const ends = directive === "disable" ? endsFor(rest.rules, later) : [];
    suppressions.push({ ...rest, directive, ends, ...linesOf(directive, line, table) });
  }
  return suppressions.reverse();
}

/** Those that concern one of the rules; without rules all. */
function endsFor(rules: Suppression["rules"], later: Suppression["ends"]): Suppression["ends"] {
  if (rules.length === 0) return later;
  return later.filter(({ ids }) => ids.length === 0 || rules.some(({ id }) => ids.includes(id)));
}

/** The last line that a suppression may count for, for any of its rules. */
export function lastLineOf({ lastLine, ends, rules }: Suppression): number {
  const everyRule = ends.find(({ ids }) => ids.length === 0)?.line ?? lastLine;
  if (rules.length === 0) return everyRule;
  return Math.max(...rules.map(({ id }) => ends.find(({ ids }) => isFor(ids, id))?.line ?? lastLine));
}

/** Whether a comment that ends suppressions ends one of this rule: without ids it ends all. */
function isFor(ids: readonly string[], rule: string): boolean {
  return ids.length === 0 || ids.includes(rule);
}

/** Whether a finding of a rule on a line (from 0) is dropped. */
export function covers({ firstLine, lastLine, rules, ends }: Suppression, line: number, rule: string): boolean {
  if (line < firstLine || line > lastLine || (rules.length > 0 && !rules.some(({ id }) => id === rule))) return false;
  const end = ends.find(({ ids }) => isFor(ids, rule));
  return end === undefined || line <= end.line;
}

/** Comments that look like ours and do nothing. */
export function strayCommentsOf(text: string, tree: () => SyntaxTree): readonly StrayComment[] {
  const { comments, misspelt } = commentsOf(text, tree);
  const open: (readonly string[])[] = [];
  const stray: StrayComment[] = [...misspelt];
  for (const { directive, rules, start, end } of comments) {
    const ids = rules.map(({ id }) => id);
    if (directive === "disable") open.push(ids);
    else if (directive === "enable") {
      const concerns = (disabled: readonly string[]) =>
        ids.length === 0 || disabled.length === 0 || ids.some((id) => disabled.includes(id));
      if (!open.some(concerns)) stray.push({ start, end });
      if (ids.length === 0) open.length = 0;
    }
  }
  return stray;
}

/** The directive that was probably meant. */
export function nearestDirective(written: string): string | undefined {
  const [near] = nearest(written, suppressionDirectives);
  return near?.word ?? (/^disable-?next/.test(written) ? "disable-next-line" : undefined);
}

function commentsOf(text: string, tree: () => SyntaxTree) {
  const comments: Comment[] = [];
  const misspelt: StrayComment[] = [];
  // Few texts have any, and those that have none need neither tree nor lines for it.
  if (!text.includes("kalint-")) return { comments, misspelt, table: lineTable("") };
  const table = lineTable(text);
  for (const { kind, start, end } of tree().tokens) {
    if (kind !== "comment") continue;
    const written = text.slice(start, end);
    const comment = readComment(written, start);
    if (comment) comments.push({ ...comment, line: positionAt(table, start).line });
    const [whole, word] = /^[#!]{1,100}[ \t]*kalint-([A-Za-z][\w-]*)/.exec(written) ?? [];
    if (comment === undefined && whole !== undefined && word !== undefined && isMeantForUs(word)) {
      misspelt.push({ start: start + whole.length - word.length, end: start + whole.length, written: word });
    }
  }
  return { comments, misspelt, table };
}

/** A comment may well speak of `kalint-baseline.json`; this one wants something of us. */
function isMeantForUs(word: string): boolean {
  return nearestDirective(word) !== undefined || /^(disable|enable|ignore|suppress)/i.test(word);
}

function readComment(comment: string, start: number): Omit<Comment, "line"> | undefined {
  const match = /^[#!]{1,100}[ \t]*kalint-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])/.exec(
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

function linesOf(directive: Suppression["directive"], line: number, table: LineTable) {
  const last = table.starts.length - 1;
  switch (directive) {
    case "disable-file":
      return { firstLine: 0, lastLine: last };
    case "disable-line":
      return { firstLine: line, lastLine: line };
    case "disable-next-line": {
      const next = nextWrittenLine(table, line);
      return { firstLine: next, lastLine: next };
    }
    case "disable":
      return { firstLine: line, lastLine: last };
  }
}

/** Comments may be piled up above the line that they speak of. */
function nextWrittenLine(table: LineTable, line: number): number {
  for (let next = line + 1; next < table.starts.length; next += 1) {
    const text = table.text.slice(table.starts[next], table.starts[next + 1]);
    if (!/^\s*(?:[#!].*)?$/.test(text.trimEnd())) return next;
  }
  return line + 1;
}
