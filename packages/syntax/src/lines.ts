/** Line starts of a text, for turning offsets into lines and columns and back. */
export interface LineTable {
  readonly text: string;
  /** Offset of the first character of each line. `\n`, `\r\n` and a lone `\r` do not differ in kind: only `\n` ends a line, as keepalived counts. */
  readonly starts: Uint32Array;
}

/** Zero-based line and UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Counts the lines first: a list that grows is copied again and again, and the editor makes a table at each edit. */
export function lineTable(text: string): LineTable {
  let lines = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines += 1;
  const starts = new Uint32Array(lines);
  for (let line = 1; line < lines; line += 1) starts[line] = text.indexOf("\n", starts[line - 1]) + 1;
  return { text, starts };
}

/** The position of `offset`, which is clamped to the text. */
export function positionAt(table: LineTable, offset: number): Position {
  const at = Math.max(0, Math.min(offset, table.text.length));
  let low = 0;
  let high = table.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (table.starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low, column: at - table.starts[low]! };
}

/** The offset of a position; a column past the end of its line means the line's end. */
export function offsetAt(table: LineTable, position: Position): number {
  if (position.line < 0) return 0;
  const start = table.starts[position.line];
  if (start === undefined) return table.text.length;
  const next = table.starts[position.line + 1];
  const end = next === undefined ? table.text.length : next - 1;
  return Math.min(start + Math.max(0, position.column), end);
}
