/** `text` takes the place of the half-open range of UTF-16 offsets. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
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

/** Adds the smallest edit that puts `wanted` in the place of a range, or none. */
export function addEdit(edits: TextEdit[], text: string, start: number, end: number, wanted: string): void {
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
