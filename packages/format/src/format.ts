import { parse, type SyntaxTree } from "@kalint/syntax";
import { applyEdits, editsOf, type TextEdit } from "./edits.js";
import { layOut } from "./layout.js";

export interface FormatOptions {
  /** Blanks for each level, or a tab. Default 4. */
  readonly indent?: number | "tab";
  /** Number of blank lines in a row that are kept. Default 1. */
  readonly blankLines?: number;
}

/**
 * The text as the project's layout wants it. The daemon reads the same before and after: words keep their bytes, their order and, where
 * a condition or repetition covers the line, their line. `rootBlocks` as for `parse`.
 */
export function formatText(
  text: string,
  options: FormatOptions & { readonly rootBlocks?: ReadonlySet<string> } = {},
): string {
  const tree = parse(text, options.rootBlocks === undefined ? {} : { rootBlocks: options.rootBlocks });
  return applyEdits(text, formatEdits(tree, options));
}

/** The same as edits, in order, that touch nothing but blanks, line ends and the `{` that moves behind its keyword. */
export function formatEdits(tree: SyntaxTree, options: FormatOptions = {}): readonly TextEdit[] {
  const { pieces, closing, untouched } = layOut(tree, layoutOf(options));
  const edits = editsOf(tree.text, pieces, closing);
  if (edits.length === 0 || (!untouched && tree.problems.length === 0)) return edits;
  return isStable(tree, edits, options) ? edits : [];
}

/**
 * Where braces do not pair up the parser goes by the indentation, which formatting changes. Only a layout that would be
 * given again is one: other texts are left alone until their braces are mended.
 */
function isStable(tree: SyntaxTree, edits: readonly TextEdit[], options: FormatOptions): boolean {
  const again = parse(applyEdits(tree.text, edits), { rootBlocks: tree.rootBlocks });
  const { pieces, closing } = layOut(again, layoutOf(options));
  return editsOf(again.text, pieces, closing).length === 0;
}

function layoutOf({ indent = 4, blankLines = 1 }: FormatOptions): { indent: string; blankLines: number } {
  return { indent: indent === "tab" ? "\t" : " ".repeat(indent), blankLines };
}
