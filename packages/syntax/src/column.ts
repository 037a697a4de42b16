import { firstOffset, type StructureToken } from "./structure.js";

const tabWidth = 8;

/** Visual column of a token that is the first of its line, else -1. */
export function columnOf(text: string, token: StructureToken): number {
  const offset = firstOffset(token);
  let start = offset;
  while (start > 0 && isIndentation(text[start - 1]!)) start--;
  if (start > 0 && text[start - 1] !== "\n") return -1;
  let column = 0;
  for (let at = start; at < offset; at++) column += text[at] === "\t" ? tabWidth - (column % tabWidth) : 1;
  return column;
}

function isIndentation(character: string): boolean {
  return character === " " || character === "\t" || character === "\ufeff";
}
