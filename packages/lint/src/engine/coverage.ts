import type { Renderings } from "@kalint/syntax";

/** By arm of a template, whether a rendering puts it out. */
export type Shown = Uint8Array;

/** Which arms of a template have been looked at together. */
export interface Coverage {
  /** The arms whose text is within a stretch of the template, each once. */
  armsWithin(start: number, end: number): readonly number[];
  /** The arm that decides whether a character is put out; `undefined`: none ever does. */
  armAt(offset: number): number | undefined;
  /** How many arms a rendering shows, and how many pairs of them on one line, that were not noted before: something new may be there. */
  newIn(shown: Shown): number;
  /** With how many others a rendering shows an arm that it was not seen with so far, and without how many that it was always seen with. */
  othersIn(shown: Shown, arm: number): number;
  /** The fillings, by number, that an arm was not seen with. */
  unfilled(arm: number): readonly number[];
  note(shown: Shown, filling: number): void;
  /** From now on it is another text around them: what was seen together counts for nothing. */
  restart(): void;
}

/** So many fillings are there. */
export const fillings = 3;

export function createCoverage(text: string, { pieces, arms }: Pick<Renderings, "pieces" | "arms">): Coverage {
  if (arms > mostArms) return withoutEnd(pieces);
  const segments = pieces.map(({ start, end, arm }) => ({ arm, ...lineEndsOf(text.slice(start, end)) }));
  const withText = [...new Set([0, ...pieces.map(({ arm }) => arm)])];
  const onLine = new Uint8Array(arms ** 2);
  let seenWith = new Uint8Array(arms ** 2);
  let seenWithout = new Uint8Array(arms ** 2);
  let filled = new Uint8Array(arms * fillings);
  const known = new Map<Shown, readonly number[]>();
  /** An arm with itself, and with others on its line. */
  const pairsOf = (shown: Shown): readonly number[] => {
    const last = known.get(shown);
    if (last !== undefined) return last;
    const pairs: number[] = [];
    let line: number[] = [];
    for (const { arm, begins, isBroken, ends } of segments) {
      if (shown[arm] === 0) continue;
      pairs.push(arm * arms + arm);
      if (begins) for (const other of line) pairs.push(other * arms + arm);
      if (isBroken) line = [];
      if (isBroken ? ends : begins) line.push(arm);
    }
    known.set(shown, pairs);
    return pairs;
  };
  return {
    ...placesIn(pieces),
    newIn(shown) {
      let count = 0;
      for (const pair of pairsOf(shown)) if (onLine[pair] === 0) count += 1;
      return count;
    },
    othersIn(shown, arm) {
      let count = 0;
      for (const other of withText) {
        if ((shown[other] === 1 ? seenWith : seenWithout)[arm * arms + other] === 0) count += 1;
      }
      return count;
    },
    unfilled: (arm) => [...Array(fillings).keys()].filter((filling) => filled[arm * fillings + filling] === 0),
    note(shown, filling) {
      for (const pair of pairsOf(shown)) onLine[pair] = 1;
      for (const arm of withText) {
        if (shown[arm] === 0) continue;
        filled[arm * fillings + filling] = 1;
        for (const other of withText) (shown[other] === 1 ? seenWith : seenWithout)[arm * arms + other] = 1;
      }
    },
    restart() {
      seenWith = new Uint8Array(arms ** 2);
      seenWithout = new Uint8Array(arms ** 2);
      filled = new Uint8Array(arms * fillings);
    },
  };
}

/** Of more of them there are so many pairs that looking at them takes longer than it saves. */
const mostArms = 1000;

/** All rules look at every rendering. */
function withoutEnd(pieces: Renderings["pieces"]): Coverage {
  const nothing = () => {};
  return {
    ...placesIn(pieces),
    newIn: () => 1,
    othersIn: () => 0,
    unfilled: () => [],
    note: nothing,
    restart: nothing,
  };
}

/** Where offsets are among the pieces, which are in the order of the text. */
function placesIn(pieces: Renderings["pieces"]): Pick<Coverage, "armsWithin" | "armAt"> {
  const pieceAt = (offset: number): number => {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pieces[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    armsWithin(start, end) {
      const found = new Set<number>();
      for (let at = pieceAt(start); at < pieces.length && pieces[at]!.start < end; at += 1) found.add(pieces[at]!.arm);
      return [...found];
    },
    armAt(offset) {
      const piece = pieces[pieceAt(offset)];
      return piece !== undefined && piece.start <= offset ? piece.arm : undefined;
    },
  };
}

/** Whether a piece has something on the line that it begins on, whether it goes on to other lines, and has something on the last. */
function lineEndsOf(piece: string): { readonly begins: boolean; readonly isBroken: boolean; readonly ends: boolean } {
  const first = piece.indexOf("\n");
  if (first === -1) return { begins: /\S/.test(piece), isBroken: false, ends: false };
  const last = piece.slice(piece.lastIndexOf("\n") + 1);
  return { begins: /\S/.test(piece.slice(0, first)), isBroken: true, ends: /\S/.test(last) };
}
