import { type Arm, masksOf, type Piece, piecesOf, type Stretch } from "./mask.js";
import type { Block, Structure } from "./structure.js";

/** Enough to have each arm of a long template both ways among the others. */
const most = 400;
/** Of a template of more arms than people write, fewer: each takes the longer. */
const manyArms = 500;
const mostOfMany = 96;
const atRandom = 16;

/**
 * Different renderings of a template, by number. Each arm of each block is taken in one where all others are as they come
 * first, in one where as little as possible is put out, and in some at random: what all of them say rests on none.
 */
export interface Renderings {
  readonly count: number;
  /** What may be put out, in the order of the text. */
  readonly pieces: readonly Piece[];
  /** How many arms the pieces are in. */
  readonly arms: number;
  /** By arm, whether a rendering puts it out. */
  shown(number: number): Uint8Array;
  /** The rendering that puts out an arm and as little else as possible. */
  barest(arm: number): number | undefined;
  /** The mask of a rendering, made when somebody asks. `undefined`: nobody makes this one, as its braces do not pair up. */
  mask(number: number): string | undefined;
}

interface Arrangement {
  readonly shown: Uint8Array;
  /** One with the same answer to the same question, where this one has not: a block that one choice opens and another closes. */
  readonly agreeing?: number;
  /** The one that this is taken instead of, where that one's braces do not pair up. */
  readonly insteadOf?: number;
}

export function renderingsOf(text: string, structure: Structure, removed: readonly Stretch[]): Renderings {
  const { pieces, arms } = piecesOf(structure, removed);
  const { all, barest } = arrangementsOf(structure, pieces, arms);
  const maskOf = masksOf(text, pieces);
  const masks = new Map<number, string | undefined>();
  const balancedMask = (number: number): string | undefined => {
    if (masks.has(number)) return masks.get(number);
    const masked = maskOf(all[number]!.shown);
    const made = isBalanced(masked) ? masked : undefined;
    masks.set(number, made);
    return made;
  };
  let isAnyBalanced: boolean | undefined;
  return {
    count: all.length,
    pieces,
    arms: arms.length,
    shown: (number) => all[number]!.shown,
    barest: (arm) => barest.get(arm),
    mask(number) {
      const { shown, insteadOf, agreeing } = all[number]!;
      if (insteadOf !== undefined && balancedMask(insteadOf) !== undefined) return undefined;
      const masked = balancedMask(number);
      if (masked !== undefined || agreeing !== undefined) return masked;
      // Where some renderings have their braces in pairs, the others are none that anybody makes.
      isAnyBalanced ??= all.some((_, each) => balancedMask(each) !== undefined);
      return isAnyBalanced ? undefined : maskOf(shown);
    },
  };
}

/** The mask of the first rendering from a number on that somebody makes. */
export function maskFrom({ count, mask }: Renderings, number: number): string {
  for (let more = 0; more < count; more += 1) {
    const masked = mask((number + more) % count);
    if (masked !== undefined) return masked;
  }
  throw new Error("a template has a rendering");
}

/** Those that differ in what they put out: much is decided within arms that are not taken. */
function arrangementsOf({ blocks }: Structure, pieces: readonly Piece[], arms: readonly Arm[]) {
  const all: Mutable<Arrangement>[] = [];
  const numbers = new Map<string, number>();
  const barest = new Map<number, number>();
  const withText = [...new Set(pieces.map(({ arm }) => arm))];
  const shownBy = (decisions: Decisions): Uint8Array => {
    const shown = new Uint8Array(arms.length);
    shown[0] = 1;
    for (const [arm, { block, option, parent }] of arms.entries()) {
      if (arm > 0 && shown[parent] === 1 && decisions[block] === option) shown[arm] = 1;
    }
    return shown;
  };
  const add = (decisions: Decisions, insteadOf?: number): number => {
    const shown = shownBy(decisions);
    const key = withText.map((arm) => shown[arm]).join("");
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = all.push({ shown, ...(insteadOf !== undefined && { insteadOf }) }) - 1;
    numbers.set(key, number);
    return number;
  };
  const enough = arms.length > manyArms ? mostOfMany : most;
  let own = 0;
  for (const { decisions, least } of choices(blocks)) {
    const before = all.length;
    if (own >= enough) break;
    const number = add(decisions);
    if (least !== undefined) {
      const arm =
        least === "all" ? 0 : arms.findIndex(({ block, option }) => block === least[0] && option === least[1]);
      if (arm >= 0) barest.set(arm, number);
    }
    if (number < before) continue;
    own += 1;
    const other = add(agreeing(blocks, decisions), number);
    if (other !== number) all[number]!.agreeing = other;
  }
  return { all, barest };
}

/** The arm of each block that is taken, by the block's number; -1 for none. */
type Decisions = readonly number[];

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

interface Choice {
  readonly decisions: Decisions;
  /** All else is left out that can be; all, or but for this arm of this block. */
  readonly least?: "all" | readonly [block: number, option: number];
}

function* choices(blocks: readonly Block[]): Generator<Choice> {
  const first = blocks.map(() => 0);
  const least = blocks.map(({ arms, optional }) => (optional ? -1 : arms.length - 1));
  yield { decisions: first };
  yield { decisions: least, least: "all" };
  const random = numbers(blocks.length);
  for (let count = 0; count < atRandom && blocks.length > 1; count += 1) {
    yield { decisions: blocks.map((block) => optionsOf(block)[random(optionsOf(block).length)]!) };
  }
  for (const block of blocks) {
    for (const option of optionsOf(block)) {
      for (const base of [first, least]) {
        const decisions = [...base];
        for (const outer of block.within) decisions[outer.block] = outer.arm;
        decisions[block.number] = option;
        yield { decisions, ...(base === least && { least: [block.number, option] as const }) };
      }
    }
  }
}

function optionsOf({ arms, optional }: Block): readonly number[] {
  return [...arms.keys(), ...(optional ? [-1] : [])];
}

/** The same numbers on every run (a linear congruential generator; Numerical Recipes). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 16) % below;
  };
}

function agreeing(blocks: readonly Block[], decisions: Decisions): Decisions {
  const answers = new Map<string, boolean>();
  return blocks.map(({ number, condition, arms, optional }) => {
    const decided = decisions[number]!;
    if (condition === undefined) return decided;
    const known = answers.get(condition.text);
    if (known === undefined) {
      answers.set(condition.text, (decided === 0) !== condition.negated);
      return decided;
    }
    if (known !== condition.negated) return 0;
    return optional ? -1 : arms.length - 1;
  });
}

/** Whether the braces outside comments and strings pair up. */
function isBalanced(masked: string): boolean {
  let depth = 0;
  for (let at = 0; at < masked.length; at += 1) {
    switch (masked.charCodeAt(at)) {
      case openCode:
        depth += 1;
        break;
      case closeCode:
        depth -= 1;
        if (depth < 0) return false;
        break;
      case quoteCode:
        at = endOfString(masked, at);
        break;
      case hashCode:
      case exclamationCode:
        at = endOfLine(masked, at);
    }
  }
  return depth === 0;
}

/** Where the string ends that begins at a quotation mark, or the mark itself where none of its line ends it. */
function endOfString(text: string, start: number): number {
  const end = text.indexOf('"', start + 1);
  return end === -1 || text.slice(start, end).includes("\n") ? start : end;
}

function endOfLine(text: string, from: number): number {
  restOfLine.lastIndex = from;
  return from + restOfLine.exec(text)![0].length - 1;
}

const restOfLine = /.*/y;
const [openCode, closeCode, quoteCode, hashCode, exclamationCode] = [...'{}"#!'].map((sign) => sign.charCodeAt(0));
