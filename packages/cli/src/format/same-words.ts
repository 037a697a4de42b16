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
  const one = wordsOf(before);
  const other = wordsOf(after);
  return one.length === other.length && one.every((word, index) => word === other[index]);
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
