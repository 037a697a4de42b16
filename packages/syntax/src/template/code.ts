/** The code within tags, as far as it must be understood to find where a tag ends. */

interface CodeSyntax {
  /** Where the tag ends; tried outside strings and brackets. */
  readonly end: RegExp;
  readonly quotes: string;
  /** A backslash in such a string is plain text. */
  readonly rawQuotes?: string;
}

/**
 * Offset behind the end of a tag whose code starts at `from`; `undefined` where it is never closed. Quotes and brackets are
 * followed first; where that leads nowhere (an apostrophe in a comment), the first end counts.
 */
export function endOfCode(text: string, from: number, limit: number, syntax: CodeSyntax): number | undefined {
  const last = Math.min(text.length, from + limit);
  let depth = 0;
  for (let at = from; at < last; at += 1) {
    const char = text[at]!;
    if (depth === 0) {
      const end = endAt(text, at, syntax);
      if (end !== undefined) return end;
    }
    if (syntax.quotes.includes(char)) {
      const close = endOfString(text, at, last, syntax.rawQuotes?.includes(char) === true);
      if (close === undefined) break;
      at = close;
    } else if (char === "{") depth += 1;
    else if (char === "}" && depth > 0) depth -= 1;
  }
  for (let at = from; at < last; at += 1) {
    const end = endAt(text, at, syntax);
    if (end !== undefined) return end;
  }
  return undefined;
}

function endAt(text: string, at: number, { end }: CodeSyntax): number | undefined {
  end.lastIndex = at;
  const match = end.exec(text);
  return match === null ? undefined : at + match[0].length;
}

/** Offset of the closing quote of the string that starts at `at`. */
function endOfString(text: string, at: number, last: number, raw: boolean): number | undefined {
  for (let next = at + 1; next < last; next += 1) {
    if (text[next] === "\\" && !raw) next += 1;
    else if (text[next] === text[at]) return next;
  }
  return undefined;
}

/** White space made one blank, so that conditions can be compared. */
export function normalised(code: string): string {
  return code.replace(/\s+/g, " ").trim();
}
