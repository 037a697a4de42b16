import { blankEnd, includePathStart, physicalLine, stringEnd, wordEnd } from "./scan.js";

/**
 * Whether the braces of a text pair up as they are, so that its tree has no block without a `}` and no `}` without a block: told
 * from words and braces alone, in a fraction of the time. Where more decides (an `@id`, a repetition, a definition), the answer is no.
 */
export function pairsUp(text: string, rootBlocks: ReadonlySet<string>): boolean {
  let depth = 0;
  for (let start = text.startsWith(byteOrderMark) ? 1 : 0; start < text.length; ) {
    const line = physicalLine(text, start);
    const end = line.contentEnd;
    let isFirst = true;
    for (let at = blankEnd(text, start, end); at < end; at = blankEnd(text, at, end)) {
      switch (text[at]) {
        case "{":
          depth++;
          at++;
          isFirst = true;
          continue;
        case "}":
          depth--;
          if (depth < 0) return false;
          at++;
          isFirst = true;
          continue;
        case '"':
          at = stringEnd(text, at, line);
          break;
        default: {
          if (isFirst && mayBeMore(text, at, line)) return false;
          const word = at;
          at = wordEnd(text, word, line);
          // There the block around it may lack its brace.
          if (isFirst && depth > 0 && rootBlocks.has(text.slice(word, at))) return false;
        }
      }
      isFirst = false;
    }
    start = line.next;
  }
  return depth === 0;
}

const byteOrderMark = "\uFEFF";

function mayBeMore(text: string, at: number, line: ReturnType<typeof physicalLine>): boolean {
  return "@~$".includes(text[at]!) || includePathStart(text, at, line) !== -1;
}
