/** `text` takes the place of the half-open range of UTF-16 offsets. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A part of the source that stays as it is, and what is to stand between it and the part before it. */
export interface Piece {
  readonly gap: string;
  readonly start: number;
  readonly end: number;
}

/** The smallest edits that put the wanted gaps in place of the present ones. `closing` follows the last piece. */
export function editsOf(text: string, pieces: readonly Piece[], closing: string): TextEdit[] {
  const edits: TextEdit[] = [];
  let end = 0;
  for (const piece of pieces) {
    addEdit(edits, text, end, piece.start, piece.gap);
    end = piece.end;
  }
  addEdit(edits, text, end, text.length, closing);
  return edits;
}

/** `edits` are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const edit of edits) {
    parts.push(text.slice(end, edit.start), edit.text);
    end = edit.end;
  }
  parts.push(text.slice(end));
  return parts.join("");
}

function addEdit(edits: TextEdit[], text: string, start: number, end: number, wanted: string): void {
  if (end - start === wanted.length && text.startsWith(wanted, start)) return;
  let from = start;
  let to = end;
  let first = 0;
  let last = wanted.length;
  while (from < to && first < last && text[from] === wanted[first]) {
    from++;
    first++;
  }
  while (to > from && last > first && text[to - 1] === wanted[last - 1]) {
    to--;
    last--;
  }
  edits.push({ start: from, end: to, text: wanted.slice(first, last) });
}
