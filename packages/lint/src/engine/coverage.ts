import { voidSign } from "@kalint/syntax";

/**
 * Whether a rendering of a template shows two characters together that none before has shown together. A finding is kept
 * where all renderings that show its first and its last character have it, so a new one can only be where that is so.
 *
 * Characters that are shown by the same renderings are one stretch: a template has about two for each of its arms.
 */
export function createCoverage(renderings: readonly string[]): (masked: string) => boolean {
  const firsts = stretchesOf(renderings);
  if (firsts.length > mostStretches) return () => true;
  const seen = new Uint8Array(firsts.length ** 2);
  return (masked) => {
    const shown = [...firsts.keys()].filter((each) => masked[firsts[each]!] !== voidSign);
    let isMore = false;
    for (const one of shown) {
      for (const other of shown) {
        const pair = one * firsts.length + other;
        if (seen[pair] === 1) continue;
        seen[pair] = 1;
        isMore = true;
      }
    }
    return isMore;
  };
}

/** Of more of them there are so many pairs that looking at them takes longer than it saves. */
const mostStretches = 1000;

/** The first character of each stretch. */
function stretchesOf(renderings: readonly string[]): readonly number[] {
  const length = renderings[0]?.length ?? 0;
  let ofEach = new Uint32Array(length);
  let count = length > 0 ? 1 : 0;
  for (const masked of renderings) {
    const split = new Map<number, number>();
    const next = new Uint32Array(length);
    // Most characters are of the stretch of the one before.
    let last = -1;
    let stretch: number | undefined;
    for (let at = 0; at < length; at += 1) {
      const key = ofEach[at]! * 2 + (masked.charCodeAt(at) === voidCode ? 0 : 1);
      if (key !== last) {
        last = key;
        stretch = split.get(key);
        if (stretch === undefined) {
          stretch = split.size;
          split.set(key, stretch);
        }
      }
      next[at] = stretch!;
    }
    ofEach = next;
    count = split.size;
  }
  const firsts = new Array<number>(count);
  for (let at = length - 1; at >= 0; at -= 1) firsts[ofEach[at]!] = at;
  return firsts;
}

const voidCode = voidSign.charCodeAt(0);
