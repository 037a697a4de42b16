import { type FormatOptions, formatEdits } from "@kalint/format";
import type { Document } from "./document.js";

export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The changes that lay the document out, all of them or those that touch `within`. */
export function formatDocument(
  document: Document,
  options?: FormatOptions,
  within?: { readonly start: number; readonly end: number },
): readonly TextEdit[] {
  const edits = formatEdits(document.tree, options);
  return within ? edits.filter((edit) => within.start <= edit.end && edit.start <= within.end) : edits;
}
