/** One `#   ^^^^ rule-id: message` below a line, as offsets into the text. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly message: string;
}

const pattern = /^#(<?)( *)(\^+) ([a-z0-9-]+): (.*)$/;

/**
 * The marks of a text: carets stand under the words that are meant, in the nearest line above that is no mark itself.
 * `#<^^^` starts in the first column, which the `#` hides. What follows the line's end is not counted.
 */
export function marksOf(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  let offset = 0;
  let above = 0;
  for (const line of text.split("\n")) {
    const match = pattern.exec(line);
    if (match) {
      const start = above + (match[1] === "<" ? 0 : 1 + match[2]!.length);
      marks.push({ start, end: start + match[3]!.length, rule: match[4]!, message: match[5]! });
    } else {
      above = offset;
    }
    offset += line.length + 1;
  }
  return marks;
}

/** The files of a case: `#- path` starts another file; what stands before the first one is `main`, or only a comment. */
export function splitFiles(text: string, main: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  let path = main;
  for (const part of text.split(/^(#- .*)\n/m)) {
    if (part.startsWith("#- ")) path = part.slice(3).trim();
    else files[path] = part;
  }
  const isRemark = Object.keys(files).length > 1 && /^(#.*\n|\n)*$/.test(files[main] ?? "-");
  if (isRemark) delete files[main];
  return files;
}
