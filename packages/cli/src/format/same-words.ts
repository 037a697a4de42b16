import { type Token, tokenize } from "@kalint/syntax";

/** Layout alone, which formatting may change. */
const layout: ReadonlySet<Token["kind"]> = new Set(["blank", "lineEnd"]);

/**
 * Whether two texts say the same: the same words, strings, braces, comments and other tokens in the same order.
 * Blanks at a comment's end do not count, neither do those around the parts of a definition or behind `include`, nor on
 * which side of the comments between a keyword and its `{` the brace is.
 */
export function sameWords(before: string, after: string): boolean {
  if (before === after) return true;
  const { start, end, from, to } = differingLines(before, after);
  const one = wordsOf(before, start, end);
  const other = wordsOf(after, from, to);
  return one.length === other.length && one.every((word, index) => word === other[index]);
}

/**
 * The lines from the first to the last that differ, blank lines apart: of most texts few do. A definition may go on behind a `\`, over
 * lines: where there is one, all lines are looked at.
 */
function differingLines(before: string, after: string): Record<"start" | "end" | "from" | "to", number> {
  let [start, end, from, to] = [0, before.length, 0, after.length];
  if (before.includes("\\") || after.includes("\\")) return { start, end, from, to };
  for (;;) {
    [start, from] = [behindBlankLines(before, start), behindBlankLines(after, from)];
    const line = before.slice(start, lineEnd(before, start));
    if (start === end || !after.startsWith(line, from) || lineEnd(after, from) !== from + line.length) break;
    start += line.length;
    from += line.length;
  }
  for (;;) {
    [end, to] = [beforeBlankLines(before, start, end), beforeBlankLines(after, from, to)];
    const line = before.slice(Math.max(start, before.lastIndexOf("\n", end - 1) + 1), end);
    if (line === "" || line !== after.slice(Math.max(from, after.lastIndexOf("\n", to - 1) + 1), to)) break;
    end -= line.length;
    to -= line.length;
  }
  return { start, end, from, to };
}

/** The line's end without its `\n`, or the text's. */
function lineEnd(text: string, start: number): number {
  const feed = text.indexOf("\n", start);
  return feed === -1 ? text.length : feed;
}

/** The beginning of the next line with more than blanks. */
function behindBlankLines(text: string, start: number): number {
  let line = start;
  for (let at = start; at < text.length && isLayout(text.charCodeAt(at)); at++) {
    if (text.charCodeAt(at) === lineFeed) line = at + 1;
  }
  return line;
}

/** The end, line ends apart, of the last line with more than blanks. */
function beforeBlankLines(text: string, start: number, end: number): number {
  let line = end;
  for (let at = end; at > start && isLayout(text.charCodeAt(at - 1)); at--) {
    if (text.charCodeAt(at - 1) === lineFeed) line = at - 1;
  }
  return line;
}

function isLayout(code: number): boolean {
  return code === lineFeed || code === 0x20 || code === 0x09;
}

const lineFeed = 0x0a;

function wordsOf(text: string, from: number, to: number): string[] {
  const words: string[] = [];
  let comments: string[] = [];
  for (const { kind, start, end } of tokenize(text, from, to)) {
    if (layout.has(kind)) continue;
    const word = `${kind} ${comparable(kind, text.slice(start, end))}`;
    if (kind === "comment") comments.push(word);
    else if (kind === "open") words.push(word);
    else {
      words.push(...comments, word);
      comments = [];
    }
  }
  return [...words, ...comments];
}

/** Blanks inside a string, a comment or a path are its text; those between the parts of a definition or behind `include` are layout. */
function comparable(kind: Token["kind"], text: string): string {
  if (kind === "definition") return text.trim().replace(/[ \t\r\n]+/g, " ");
  if (kind === "include") return text.trimEnd().replace(/^(include[a-z]?)[ \t]+/, "$1 ");
  return text.trimEnd();
}
