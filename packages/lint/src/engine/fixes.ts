import type { Edit, Fix } from "../types.js";

export interface ApplyOptions {
  /** Also fixes that may change what the daemon does. */
  readonly unsafe?: boolean;
}

/**
 * The text after as many of the fixes as fit together: in the order of their first edits, whole fixes only, and none
 * that touches a place that an earlier one changes (run again for those). All edits must be of this one text.
 */
export function applyFixes(text: string, fixes: readonly Fix[], options: ApplyOptions = {}): string {
  let result = "";
  let at = 0;
  for (const edit of editsOfFixes(fixes, options)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The edits of the fixes that go together, in order and apart from each other: where two touch, the earlier one wins. */
export function editsOfFixes(fixes: readonly Fix[], options: ApplyOptions = {}): readonly Edit[] {
  const taken: Edit[] = [];
  for (const fix of inOrder(fixes.filter((each) => each.safe || options.unsafe === true))) {
    const edits = fix.edits.filter((edit) => !isSame(edit, taken[placeIn(taken, edit)]));
    if (edits.some((edit) => touches(edit, taken))) continue;
    for (const edit of edits) taken.splice(placeIn(taken, edit), 0, edit);
  }
  return taken;
}

function inOrder(fixes: readonly Fix[]): readonly Fix[] {
  const first = (fix: Fix) => Math.min(...fix.edits.map((edit) => edit.start));
  return fixes.filter((fix) => fix.edits.length > 0).sort((a, b) => first(a) - first(b));
}

/** The index of the first edit that begins there or later. Edits that are taken are in order and apart from each other. */
function placeIn(taken: readonly Edit[], { start }: Edit): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (taken[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function touches(edit: Edit, taken: readonly Edit[]): boolean {
  const at = placeIn(taken, edit);
  return overlaps(edit, taken[at]) || overlaps(edit, taken[at - 1]);
}

function isSame(a: Edit, b: Edit | undefined): boolean {
  return b !== undefined && a.start === b.start && a.end === b.end && a.text === b.text;
}

/** Two insertions at one offset also overlap: their order would be chance. */
function overlaps(a: Edit, b: Edit | undefined): boolean {
  return b !== undefined && ((a.start < b.end && b.start < a.end) || a.start === b.start);
}
