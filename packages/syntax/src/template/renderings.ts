import { type Decisions, masksOf, type Stretch } from "./mask.js";
import type { Block, Structure } from "./structure.js";

/** Enough to have each arm of a usual template both ways among the others. */
const most = 96;
const atRandom = 16;

/**
 * Different renderings of a template, as masks. Each arm of each block is taken in one where all others are as they come
 * first, in one where as little as possible is put out, and in some at random: what all of them say rests on none.
 */
export function renderingsOf(text: string, structure: Structure, trims: readonly Stretch[]): readonly string[] {
  const { blocks } = structure;
  const found = new Set<string>();
  const broken = new Set<string>();
  // Much is decided within arms that are not taken: the same is put out again, and need not be looked at.
  const balanced = new Set<string>();
  const agreed = new Set<string>();
  const maskOf = masksOf(text, structure, trims);
  const isFound = (shown: string, decisions: Decisions, others?: Set<string>): boolean => {
    if (balanced.has(shown)) return true;
    const masked = maskOf(decisions);
    const isGood = isBalanced(masked);
    if (isGood) balanced.add(shown);
    (isGood ? found : others)?.add(masked);
    return isGood;
  };
  for (const decisions of choices(blocks)) {
    if (found.size >= most || broken.size >= most * 2) break;
    if (isFound(shownOf(blocks, decisions), decisions)) continue;
    // A block that one choice opens and another closes: the same question has the same answer.
    const answers = agreeing(blocks, decisions);
    const shown = shownOf(blocks, answers);
    if (agreed.has(shown)) continue;
    agreed.add(shown);
    isFound(shown, answers, broken);
  }
  // Where some renderings have their braces in pairs, the others are none that anybody makes.
  return found.size > 0 ? [...found] : [...broken].slice(0, most);
}

/** The arms that are put out: what is decided within others changes nothing. */
function shownOf(blocks: readonly Block[], decisions: Decisions): string {
  return blocks
    .map(({ number, within }) => (within.every(({ block, arm }) => decisions[block] === arm) ? decisions[number] : ""))
    .join();
}

function* choices(blocks: readonly Block[]): Generator<Decisions> {
  const first = blocks.map(() => 0);
  const least = blocks.map(({ arms, optional }) => (optional ? -1 : arms.length - 1));
  yield first;
  yield least;
  const random = numbers(blocks.length);
  for (let count = 0; count < atRandom && blocks.length > 1; count += 1) {
    yield blocks.map((block) => optionsOf(block)[random(optionsOf(block).length)]!);
  }
  for (const block of blocks) {
    for (const option of optionsOf(block)) {
      for (const base of [first, least]) {
        const decisions = [...base];
        for (const outer of block.within) decisions[outer.block] = outer.arm;
        decisions[block.number] = option;
        yield decisions;
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
