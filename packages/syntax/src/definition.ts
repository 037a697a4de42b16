import { blankEnd, isBlankOrTab, physicalLine } from "./scan.js";
import type { Definition } from "./tree.js";

/** The lines of the value of `$NAME=value` at `start`…`end`, without blanks around them, comments and the `\` that continues each. */
export function definitionLines(text: string, start: number, end: number): Definition["lines"] {
  const lines: { start: number; end: number; text: string }[] = [];
  let from = text.indexOf("=", start) + 1;
  // From the line's beginning: a quote before the name counts for the comment behind it.
  let line = physicalLine(text, text.lastIndexOf("\n", from) + 1);
  for (;;) {
    let to = Math.min(line.contentEnd, end);
    if (to < end || text[to - 1] === "\\") to--;
    const first = Math.min(blankEnd(text, from, to), to);
    while (to > first && isBlankOrTab(text.charCodeAt(to - 1))) to--;
    lines.push({ start: first, end: Math.max(first, to), text: text.slice(first, to) });
    if (line.contentEnd >= end || line.next >= end) return lines;
    from = line.next;
    line = physicalLine(text, from);
  }
}
