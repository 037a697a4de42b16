import { displayWidth } from "./width.js";

/** Breaks a text at blanks, and between Chinese characters, into lines of at most `width` cells; a longer word stands alone. Line ends in the text stay. */
export function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((paragraph) => wrapParagraph(paragraph, Math.max(width, 1)));
}

function wrapParagraph(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  // A wider gap inside a line is meant, so all but its last blank stay with the word before.
  for (const word of paragraph.trim().split(/ (?! )/)) {
    for (const [index, part] of partsOf(word).entries()) {
      const gap = line === "" || index > 0 ? "" : " ";
      const size = displayWidth(part);
      if (line !== "" && used + gap.length + size > width) {
        lines.push(line.trimEnd());
        line = part;
        used = size;
      } else {
        line += gap + part;
        used += gap.length + size;
      }
    }
  }
  lines.push(line);
  return lines;
}

/** What V8 has to work out for an expression that names a script takes longer than all else here, and few texts hold any Han. */
const highest = /[\u2e80-\uffff]/;
let han: RegExp | undefined;
let breakable: RegExp | undefined;

export function hasHan(text: string): boolean {
  if (!highest.test(text)) return false;
  han ??= /\p{Script=Han}/u;
  return han.test(text);
}

/** Chinese has no blanks between words: a line may end behind each character, but not before a closing mark or behind an opening one. */
function partsOf(word: string): readonly string[] {
  if (!hasHan(word)) return [word];
  breakable ??= /(?:[（《“‘]*\p{Script=Han}|[^\p{Script=Han}（《“‘]+|[（《“‘]+)[，。；：、？！）》”’]*/gu;
  return word.match(breakable) ?? [word];
}
