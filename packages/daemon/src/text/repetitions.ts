import type { Switches } from "@kalint/schema";
import { say } from "@kalint/schema";
import { mapped } from "@kalint/syntax";
/** `~SEQ`, `~SEQx` and `~LST` (keepalived's lib/parser.c: add_seq, add_lst). */
import { type Definitions, replaceReferences } from "./definitions.js";

/** What a line is read once for: each step gives values to names. */
export interface Repetition {
  readonly names: readonly string[];
  /** The values of step `index`, from 0; `undefined` after the last. */
  values(index: number): readonly string[] | undefined;
  /** Where the repeated text starts in the line. */
  readonly textStart: number;
}

interface BadRepetition {
  readonly problem: string;
}

export function readRepetition(text: string, definitions: Definitions, switches: Switches): Repetition | BadRepetition {
  return text.startsWith("~SEQ") ? readSequence(text, definitions, switches) : readList(text);
}

/** Three numbers of 64 bits with their separators fit. */
const parameterLength = 64;

function readSequence(text: string, definitions: Definitions, switches: Switches): Repetition | BadRepetition {
  const head = /^~SEQ(x?)[ \t]*\([ \t]*([^ \t,)]*)[ \t]*/.exec(text);
  if (!head) return { problem: say`~SEQ must be followed by ( and a name` };
  const hexadecimal = head[1] === "x";
  const name = head[2]!;
  let at = head[0].length;
  if (at >= text.length || text[at] === ")" || name === "")
    return { problem: say`~SEQ needs a name and its last value` };
  if (name.startsWith("{") && switches.refusesBracedVariable)
    return { problem: say`~SEQ takes one name, without braces` };
  at += 1;
  while (text[at] === " " || text[at] === "\t") at += 1;
  const close = text.indexOf(")", at);
  if (close < 0) return { problem: say`~SEQ lacks its )` };
  if (close + 2 - at > parameterLength) return { problem: say`the numbers of ~SEQ are too long` };
  const parameters = replaceReferences(mapped(text.slice(at, close + 1), 0), definitions, switches, parameterLength);
  if (parameters.rests.length > 0) return { problem: say`a number of ~SEQ is a definition of several lines` };
  const limits = readLimits(parameters.line.text);
  if ("problem" in limits) return limits;
  const { start, step, end } = limits;
  if (hexadecimal && (start < 0 || end < 0)) return { problem: say`~SEQx takes no negative numbers` };
  let textStart = close + 1;
  while (text[textStart] === " " || text[textStart] === "\t") textStart += 1;
  return {
    names: [name],
    textStart,
    values(index) {
      const value = start + index * step;
      // The first value is read even where it lies past the end.
      if (index > 0 && (step > 0 ? value > end : value < end)) return undefined;
      return [hexadecimal ? value.toString(16) : String(value)];
    },
  };
}

function readLimits(text: string): { start: number; step: number; end: number } | BadRepetition {
  const numbers: number[] = [];
  let at = 0;
  for (;;) {
    const number = readLong(text, at);
    at = number.end;
    numbers.push(number.value);
    while (text[at] === " " || text[at] === "\t") at += 1;
    if (text[at] === ")") break;
    if (text[at] !== "," || numbers.length === 3) return { problem: say`~SEQ takes one to three whole numbers` };
    at += 1;
  }
  const [one = 0, two = 0, three = 0] = numbers;
  if (numbers.length === 1) return { start: one < 0 ? -1 : 1, step: one < 1 ? -1 : 1, end: one };
  if (numbers.length === 2) return { start: one, step: one <= two ? 1 : -1, end: two };
  if (two === 0 || (one < three && two < 0) || (one > three && two > 0)) {
    return { problem: say`~SEQ cannot get from ${one} to ${three} in steps of ${two}` };
  }
  return { start: one, step: two, end: three };
}

/** C's strtol with base 0: no digits read as 0 and take nothing. */
function readLong(text: string, from: number): { value: number; end: number } {
  const match = /^[ \t\n\v\f\r]*([+-]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)/.exec(text.slice(from));
  if (!match) return { value: 0, end: from };
  const digits = match[2]!;
  const base = /^0x/i.test(digits) ? 16 : digits.startsWith("0") ? 8 : 10;
  const value = Number.parseInt(base === 16 ? digits.slice(2) : digits, base);
  return { value: match[1] === "-" ? -value : value, end: from + match[0].length };
}

function readList(text: string): Repetition | BadRepetition {
  const malformed: BadRepetition = {
    problem: say`~LST must be written ~LST(name, value, …) or ~LST({name, …}, {value, …}, …)`,
  };
  const open = /^~LST[ \t]*\([ \t]*/.exec(text);
  if (!open) return malformed;
  const head = readNames(text, open[0].length);
  if (!head) return malformed;
  const sets: (readonly string[])[] = [];
  let at = skipBlanks(text, head.end);
  for (;;) {
    const set = readValues(text, at, head.names.length);
    if (!set) return malformed;
    if ("problem" in set) return set;
    sets.push([...set.values, ...Array<string>(head.names.length - set.values.length).fill("")]);
    at = set.end;
    if (text[at] === ")") break;
    if (text[at] !== ",") return malformed;
    at = skipBlanks(text, at + 1);
  }
  return { names: head.names, textStart: skipBlanks(text, at + 1), values: (index) => sets[index] };
}

function readNames(text: string, from: number): { names: readonly string[]; end: number } | undefined {
  const braced = text[from] === "{";
  const names: string[] = [];
  let at = braced ? skipBlanks(text, from + 1) : from;
  for (;;) {
    const word = take(text, at, /[^ \t,}]*/y);
    names.push(word.value);
    at = skipBlanks(text, word.end);
    if (text[at] === (braced ? "}" : ",")) break;
    if (text[at] !== ",") return undefined;
    at = skipBlanks(text, at + 1);
  }
  if (text[at] === "}") at = skipBlanks(text, at + 1);
  return text[at] === "," ? { names, end: at + 1 } : undefined;
}

function readValues(
  text: string,
  from: number,
  maximum: number,
): { values: readonly string[]; end: number } | BadRepetition | undefined {
  const braced = text[from] === "{";
  const values: string[] = [];
  let at = braced ? skipBlanks(text, from + 1) : from;
  for (;;) {
    const word = take(text, at, /[^ \t,})]*/y);
    values.push(word.value);
    at = skipBlanks(text, word.end);
    if (text[at] === (braced ? "}" : ",") || (text[at] === ")" && !braced)) break;
    if (text[at] !== ",") return undefined;
    at = skipBlanks(text, at + 1);
    if (values.length >= maximum) return { problem: say`~LST has more values than names` };
  }
  if (braced) at = skipBlanks(text, at + 1);
  return { values, end: at };
}

function take(text: string, at: number, pattern: RegExp): { value: string; end: number } {
  pattern.lastIndex = at;
  const value = pattern.exec(text)?.[0] ?? "";
  return { value, end: at + value.length };
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return at;
}
