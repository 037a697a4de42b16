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
  const taken: Edit[] = [];
  for (const fix of inOrder(fixes.filter((each) => each.safe || options.unsafe === true))) {
    const edits = fix.edits.filter((edit) => !taken.some((other) => isSame(edit, other)));
    if (edits.some((edit) => taken.some((other) => overlaps(edit, other)))) continue;
    taken.push(...edits);
  }
  taken.sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let at = 0;
  for (const edit of taken) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

function inOrder(fixes: readonly Fix[]): readonly Fix[] {
  const first = (fix: Fix) => Math.min(...fix.edits.map((edit) => edit.start));
  return fixes.filter((fix) => fix.edits.length > 0).sort((a, b) => first(a) - first(b));
}

function isSame(a: Edit, b: Edit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

/** Two insertions at one offset also overlap: their order would be chance. */
function overlaps(a: Edit, b: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}
