import { parse, type Token } from "@kalint/syntax";

/** Layout alone, which formatting may change. */
const layout: ReadonlySet<Token["kind"]> = new Set(["blank", "lineEnd"]);

/**
 * Whether two texts say the same: the same words, strings, braces, comments and other tokens in the same order.
 * Blanks at a comment's end do not count, and neither do those around the parts of a definition.
 */
export function sameWords(before: string, after: string): boolean {
  if (before === after) return true;
  const one = wordsOf(before);
  const other = wordsOf(after);
  return one.length === other.length && one.every((word, index) => word === other[index]);
}

function wordsOf(text: string): string[] {
  return parse(text)
    .tokens.filter((token) => !layout.has(token.kind))
    .map((token) => `${token.kind} ${comparable(token.kind, text.slice(token.start, token.end))}`);
}

/** Blanks inside a string or a comment are its text; those between the parts of a definition are layout. */
function comparable(kind: Token["kind"], text: string): string {
  return kind === "definition" ? text.trim().replace(/[ \t\r\n]+/g, " ") : text.trimEnd();
}
