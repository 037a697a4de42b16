import { outlineOf, type ParseOptions, parse } from "@kalint/syntax";
import type { LayoutSource } from "./depth.js";
import { applyEdits, type TextEdit } from "./edits.js";
import { layOut } from "./layout.js";
import { type Obstacle, obstacleIn, regionsLeft, unpairedRegions } from "./obstacles.js";
import { type FormatOptions, type Style, styleOf } from "./options.js";
import { scannedLines } from "./scanned-lines.js";

/** What formatting a text comes to. */
export interface Formatting {
  /** In order; they touch nothing but blanks, line ends and a `{` that moves behind its keyword. */
  readonly edits: readonly TextEdit[];
  /** Why the whole text stays as it is. */
  readonly obstacle?: Obstacle;
  /** Lines that stay as they are because of what is wrong with them. */
  readonly left: readonly Obstacle[];
}

/**
 * The text as the style wants it. The daemon reads the same before and after: words keep their bytes, their order and, where
 * a condition or repetition covers the line, their line. `rootBlocks` and `parents` as for `parse`.
 */
export function formatText(text: string, options: FormatOptions & ParseOptions = {}): string {
  return applyEdits(text, formatTree(readForLayout(text, options), options).edits);
}

/** The text as `formatTree` needs it: what is in which block takes tokens only where it is not certain, and a tree where it is wrong. */
export function readForLayout(text: string, options: ParseOptions): LayoutSource {
  const vocabulary = { rootBlocks: options.rootBlocks ?? new Set(), parents: options.parents ?? new Map() };
  const lines = scannedLines(text, vocabulary.rootBlocks);
  if (lines !== undefined) return { text, vocabulary, lines, problems: [], unpaired: [] };
  const outline = outlineOf(text, options);
  return outline.problems.length === 0 ? outline : parse(text, options);
}

/** The same as edits. */
export function formatEdits(tree: LayoutSource, options: FormatOptions = {}): readonly TextEdit[] {
  return formatTree(tree, options).edits;
}

/** The same with what stands in the way. Where braces cannot be paired for certain, up to the next root block nothing is changed. */
export function formatTree(tree: LayoutSource, options: FormatOptions = {}): Formatting {
  const style = styleOf(options);
  const obstacle = obstacleIn(tree);
  if (obstacle !== undefined) return { edits: [], obstacle, left: [] };
  const left = regionsLeft(tree);
  const { edits, settled, untouched } = layOut(tree, style);
  if (edits.length === 0) return { edits, left };
  if (settled && !untouched && tree.problems.length === 0) return { edits, left };
  if (isStable(tree, edits, style)) return { edits, left };
  const reason = { kind: "no-lasting-layout" } as const;
  return { edits: [], obstacle: { start: 0, end: tree.text.length, reason }, left: [] };
}

/**
 * Only a layout that would be given again is one. Where braces do not pair up the parser goes by the indentation, which formatting changes.
 */
function isStable(tree: LayoutSource, edits: readonly TextEdit[], style: Style): boolean {
  const again = readForLayout(applyEdits(tree.text, edits), tree.vocabulary);
  if (unpairedRegions(again).length !== unpairedRegions(tree).length) return false;
  return layOut(again, style).edits.length === 0;
}
