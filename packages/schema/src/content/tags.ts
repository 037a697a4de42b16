/**
 * Finding tags in time that is linear in the text, whatever it holds: an expression that looks for the end of a tag from each of a
 * hundred thousand beginnings reads the same signs again each time.
 */

/** Half-open UTF-16 offsets. */
export interface Tag {
  readonly start: number;
  readonly end: number;
}

/** How tags begin and end, and which signs end the search for their end. */
export interface TagShape {
  /** With the flag `g`. It must be linear itself. */
  readonly open: RegExp;
  readonly close: string;
  readonly without: string;
}

/** A tag that is longer is none: nobody has closed it. */
const longestTag = 1000;

/** The tags of a shape, in order. */
export function* tagsOf(text: string, { open, close, without }: TagShape): Iterable<Tag> {
  const nextClose = nextFrom(text, close);
  const nextOf = [...without].map((sign) => nextFrom(text, sign));
  open.lastIndex = 0;
  for (let match = open.exec(text); match !== null; match = open.exec(text)) {
    const start = match.index;
    const inner = start + match[0].length;
    const end = nextClose(inner);
    if (end === text.length) return;
    const isTag = end - inner <= longestTag && nextOf.every((next) => next(inner) >= end);
    const from = isTag ? end + close.length : start + 1;
    if (isTag) yield { start, end: from };
    open.lastIndex = from;
  }
}

/** Where a sign stands next, from an offset on; offsets are asked for in order. The end of the text where there is none. */
function nextFrom(text: string, sign: string): (offset: number) => number {
  let next = -1;
  return (offset) => {
    if (next < offset) next = text.indexOf(sign, offset);
    if (next === -1) next = text.length;
    return next;
  };
}
