import { eastAsianWidth } from "get-east-asian-width";

/** Cells between tab stops in code frames. */
const tabStop = 4;

/**
 * Cells that a text without tabs takes in a terminal: wide characters take two, combining and invisible ones none.
 * Emoji joined to one picture count as their parts, as most terminals draw them.
 */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  withoutCell ??= /^[\p{Mark}\p{Format}]$/u;
  for (const character of text) if (!withoutCell.test(character)) width += eastAsianWidth(character.codePointAt(0)!);
  return width;
}

/** Made once, and where it is needed: bundles make an expression with `\p{…}` anew wherever one is written. */
let withoutCell: RegExp | undefined;

/** As wide as `padEnd` makes a text of Latin letters. */
export function padCells(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/**
 * A source line as a terminal shows it. Tabs become blanks up to the next stop, control characters their pictures
 * (a file must not be able to steer the terminal that it is shown in). `columnOf` gives the cell at which the
 * character at a UTF-16 column starts.
 */
export function displayLine(line: string): { readonly text: string; columnOf(column: number): number } {
  const cells = [0];
  let text = "";
  let width = 0;
  for (const character of line) {
    const shown = character === "\t" ? " ".repeat(tabStop - (width % tabStop)) : (pictureOf(character) ?? character);
    text += shown;
    width += displayWidth(shown);
    for (let unit = 0; unit < character.length; unit += 1) cells.push(width);
  }
  return { text, columnOf: (column) => cells[Math.max(0, Math.min(column, line.length))]! };
}

/** Makes a text of someone else's harmless to print: control characters become their pictures. */
export function harmless(text: string): string {
  let out = "";
  for (const character of text) out += character === "\n" ? character : (pictureOf(character) ?? character);
  return out;
}

/** The same for a name, which stays on its line: in a log a line of its own may be a command (`::error::`). */
export function harmlessName(text: string): string {
  return harmless(text).replaceAll("\n", "\u240a");
}

function pictureOf(character: string): string | undefined {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  // C1 controls, the byte order mark and the marks that reorder text.
  if ((code >= 0x80 && code < 0xa0) || code === 0xfeff) return "\ufffd";
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return "\ufffd";
  return undefined;
}
