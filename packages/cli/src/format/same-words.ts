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
  const { start, rest } = sameLines(before, after);
  const one = wordsOf(before.slice(start, before.length - rest));
  const other = wordsOf(after.slice(start, after.length - rest));
  return one.length === other.length && one.every((word, index) => word === other[index]);
}

/** How much both texts begin and end with, in lines: most texts are laid out already, but for a few. */
function sameLines(before: string, after: string): { readonly start: number; readonly rest: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  while (start > 0 && !isBetweenLines(before, start)) start--;
  let rest = 0;
  const most = shorter - start;
  while (rest < most && before.charCodeAt(before.length - rest - 1) === after.charCodeAt(after.length - rest - 1)) {
    rest++;
  }
  const cuts = () => !isBetweenLines(before, before.length - rest) || !isBetweenLines(after, after.length - rest);
  while (rest > 0 && cuts()) rest--;
  return { start, rest };
}

/** Whether no token can reach over an offset: a definition goes on behind a `\`, and a byte order mark is one at the beginning alone. */
function isBetweenLines(text: string, offset: number): boolean {
  if (text[offset - 1] !== "\n" || text[offset] === "\ufeff") return false;
  return !text.slice(text.lastIndexOf("\n", offset - 2) + 1, offset).includes("\\");
}

function wordsOf(text: string): string[] {
  const words: string[] = [];
  let comments: string[] = [];
  for (const { kind, start, end } of tokenize(text)) {
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
