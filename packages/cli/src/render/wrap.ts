import { displayWidth } from "./width.js";

/** Breaks a text at blanks into lines of at most `width` cells; a longer word stands alone. Line ends in the text stay. */
export function wrap(text: string, width: number): string[] {
  return text.split("\n").flatMap((paragraph) => wrapParagraph(paragraph, Math.max(width, 1)));
}

function wrapParagraph(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  // A wider gap inside a line is meant, so all but its last blank stay with the word before.
  for (const word of paragraph.trim().split(/ (?! )/)) {
    const size = displayWidth(word);
    if (line !== "" && used + 1 + size > width) {
      lines.push(line.trimEnd());
      line = word;
      used = size;
    } else {
      line = line === "" ? word : `${line} ${word}`;
      used = displayWidth(line);
    }
  }
  lines.push(line);
  return lines;
}
