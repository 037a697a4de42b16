import { eastAsianWidth } from "get-east-asian-width";

/** The column that a part of a text ends in, where it begins in `column`: wide characters take two columns, combining ones none. */
export function columnAfter(text: string, start: number, end: number, column: number, tabStop: number): number {
  let at = column;
  for (let offset = start; offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 0x09) at += tabStop - (at % tabStop);
    else if (code < 0x300) at++;
    else {
      const point = text.codePointAt(offset)!;
      if (point > 0xffff) offset++;
      const character = String.fromCodePoint(point);
      withoutColumn ??= /^[\p{Mark}\p{Format}]$/u;
      if (!withoutColumn.test(character)) at += eastAsianWidth(point);
    }
  }
  return at;
}

/** Made once, and where it is needed: bundles make an expression with `\p{…}` anew wherever one is written. */
let withoutColumn: RegExp | undefined;
