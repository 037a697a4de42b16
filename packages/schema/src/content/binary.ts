import type { Noun } from "./nouns.js";

/** Share of control characters from which a text is none. A configuration with a stray NUL or form feed stays one. */
const mostControlCharacters = 0.05;

/** Looks at the start of the text only: data is data from its beginning. */
export function binaryData(text: string): { what: Noun; start: number; end: number } | undefined {
  const head = text.slice(0, 8192);
  let nuls = 0;
  let controls = 0;
  let first = -1;
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at);
    if (code >= 0x20 ? code !== 0x7f && code !== 0xfffd : code >= 0x09 && code <= 0x0d) continue;
    if (first === -1) first = at;
    controls++;
    if (code === 0) nuls++;
  }
  if (controls < 4 || controls < head.length * mostControlCharacters) return undefined;
  // Every other byte of Latin text in UTF-16 is 0.
  const what = nuls > head.length * 0.3 && /[A-Za-z]\0[A-Za-z]\0/.test(head) ? "UTF-16 data" : "binary data";
  return { what, start: first, end: first + 1 };
}
