import type { SyntaxTree, Token } from "@kalint/syntax";
import type { TextEdit } from "./edits.js";
import { formatTree } from "./format.js";
import { formatMark } from "./lines.js";
import { type FormatOptions, styleOf } from "./options.js";

/** The edits of the whole text that concern the lines of a range. A `{` that moves goes as a whole or stays. */
export function formatRange(
  tree: SyntaxTree,
  range: { readonly start: number; readonly end: number },
  options: FormatOptions = {},
): readonly TextEdit[] {
  const { edits } = formatTree(tree, options);
  const from = lineStart(tree.text, range.start);
  const to = lineEnd(tree.text, range.end);
  const chosen = new Set(edits.filter(({ start, end }) => start <= to && end >= from));
  edits.forEach((edit, at) => {
    if (!edit.text.includes("{") || removesBrace(tree.text, edit)) return;
    const partner = edits.slice(at + 1).find((each) => removesBrace(tree.text, each));
    if (partner === undefined || (!chosen.has(edit) && !chosen.has(partner))) return;
    chosen.add(edit);
    chosen.add(partner);
  });
  return edits.filter((edit) => chosen.has(edit));
}

/**
 * The edits for what has just been typed in front of `offset`: a line end lays out the line before and indents the new one,
 * a `}` goes below its keyword. Braces need not pair up yet: those before the offset say how deep it is.
 */
export function formatOnType(
  tree: SyntaxTree,
  offset: number,
  typed: "\n" | "}",
  options: FormatOptions = {},
): readonly TextEdit[] {
  const { text } = tree;
  const { indent } = styleOf(options);
  const start = lineStart(text, offset);
  const before = tree.tokens.filter((token) => token.start < start);
  if (isSwitchedOff(text, before) || isWithin(before[before.length - 1], start)) return [];
  const blanks = /[ \t]*/y;
  blanks.lastIndex = start;
  const code = start + (blanks.exec(text)?.[0].length ?? 0);
  if (typed === "}" && (text[code] !== "}" || code !== offset - 1)) return [];
  const edits = typed === "\n" && start > 0 ? [...editsOfLine(tree, start - 1, options)] : [];
  const wanted = indent.repeat(Math.max(0, depthAfter(tree, before) - (text[code] === "}" ? 1 : 0)));
  if (text.slice(start, code) !== wanted) edits.push({ start, end: code, text: wanted });
  return edits;
}

/** Edits that stay within the line around `offset`. */
function editsOfLine(tree: SyntaxTree, offset: number, options: FormatOptions): readonly TextEdit[] {
  const from = lineStart(tree.text, offset);
  const to = lineEnd(tree.text, offset);
  return formatTree(tree, options).edits.filter(({ start, end, text }) => {
    return from <= start && end <= to && !/[\n{]/.test(text) && !/[\n{]/.test(tree.text.slice(start, end));
  });
}

/** Blocks open behind the tokens. A root block's header in the first column ends what was left open before it. */
function depthAfter({ text, vocabulary }: SyntaxTree, tokens: readonly Token[]): number {
  let depth = 0;
  tokens.forEach(({ kind, start, end }, at) => {
    if (kind === "open") depth++;
    else if (kind === "close") depth = Math.max(0, depth - 1);
    else if (kind === "word" && depth > 0 && (at === 0 || tokens[at - 1]!.kind === "lineEnd")) {
      if (vocabulary.rootBlocks.has(text.slice(start, end))) depth = 0;
    }
  });
  return depth;
}

/** A definition goes on over line ends, and its lines are its text. */
function isWithin(token: Token | undefined, offset: number): boolean {
  return token !== undefined && token.end > offset;
}

function isSwitchedOff(text: string, tokens: readonly Token[]): boolean {
  for (let at = tokens.length - 1; at >= 0; at--) {
    const { kind, start, end } = tokens[at]!;
    const mark = kind === "comment" ? formatMark(text.slice(start, end)) : undefined;
    if (mark !== undefined) return mark === "off";
  }
  return false;
}

function removesBrace(text: string, { start, end }: TextEdit): boolean {
  return text.slice(start, end).includes("{");
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  return feed === -1 ? text.length : feed;
}
