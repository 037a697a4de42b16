/** A word's value as its argument has it. */
import { type Argument, argumentIn, type BadValue, optionIn, type Version } from "@kalint/schema";
import type { IpAddress } from "../objects.js";
import type { AnyWord, AssignedWord } from "./assign.js";
import { checkValue } from "./check.js";
import { readDecimalLoosely, readDuration, readWhole } from "./numbers.js";
import type { ValueProblem } from "./problem.js";
import { readBoolean, readPrefixedAddress, readSocketAddress } from "./read.js";
import { byteLength } from "./texts.js";

export type SettingValue = string | number | boolean | IpAddress;

/** What a keyword or a line says of values that it does not take. */
interface Refusing {
  readonly badValue?: BadValue;
}

/** A word's value as its argument, its option and its keyword or line take it. `undefined`: as if it had not been given. */
export function wordValue(
  assigned: AssignedWord<AnyWord>,
  owner: Refusing,
  target: Version,
  fallback: () => SettingValue | undefined = () => undefined,
): { readonly value: SettingValue } | "refused" | undefined {
  const { word } = assigned;
  const argument = argumentIn(assigned.argument, target);
  const problem = checkValue(word.value, argument, target);
  if (problem === undefined) return { value: readArgument(word.value, argument, target) };
  return readRefused(word.value, problem, reactionTo(assigned, owner, target), target, fallback);
}

/** Whether a word that its argument does not take costs the whole line: not where a file of the machine may know it. */
export function dropsLine(assigned: AssignedWord<AnyWord>, owner: Refusing, target: Version): boolean {
  const problem = checkValue(assigned.word.value, argumentIn(assigned.argument, target), target);
  const isRefused = problem !== undefined && problem.unlessIn === undefined;
  return isRefused && reactionTo(assigned, owner, target) === "line-dropped";
}

export function isTaken({ argument, word }: AssignedWord<AnyWord>, target: Version): boolean {
  return checkValue(word.value, argument, target) === undefined;
}

function reactionTo(
  { argument, option }: AssignedWord<AnyWord>,
  owner: Refusing,
  target: Version,
): BadValue | undefined {
  return argument.badValue ?? (option && optionIn(option, target).badValue) ?? owner.badValue;
}

/** The value of a word that the argument takes. */
export function readArgument(text: string, argument: Argument, target: Version): SettingValue {
  switch (argument.type) {
    case "uint":
    case "int":
    case "port":
      return adjusted(readWhole(text, argument).value, argument) ?? text;
    case "decimal":
      return adjusted(readDecimalLoosely(text, argument, target), argument) ?? text;
    case "duration":
      return readDuration(text);
    case "bool":
      return readBoolean(text).value ?? text;
    case "enum":
      return argument.values.find(({ value }) => value.toLowerCase() === text.toLowerCase())?.value ?? text;
    case "ip":
      return readSocketAddress(text).value ?? text;
    case "ip-mask":
      return readPrefixedAddress(text).value ?? text;
    default:
      return text;
  }
}

/** Some values in range are changed as they are read: 0 seconds to 1. */
function adjusted(value: number | undefined, argument: Argument): number | undefined {
  return argument.adjusted?.find((each) => each.value === value)?.to ?? value;
}

/**
 * What comes of a word that the argument does not take: `refused` leaves what was in force, `undefined` takes that
 * away. `fallback` is what the keyword falls back to.
 */
function readRefused(
  text: string,
  problem: ValueProblem,
  reaction: BadValue | undefined,
  target: Version,
  fallback: () => SettingValue | undefined,
): { readonly value: SettingValue } | "refused" | undefined {
  if (problem.kind === "adjusted-number") return { value: problem.to };
  // Reported, and used all the same.
  const decimal = decimalOf(text, problem, target);
  if (decimal !== undefined) return { value: decimal };
  switch (reaction) {
    case "default": {
      const value = fallback();
      return value === undefined ? undefined : { value };
    }
    case "clamped":
      return clamped(text, problem, target);
    case "truncated":
      return problem.kind === "text-too-long" ? { value: firstBytes(text, problem.maxLength) } : "refused";
    case "unset":
      return undefined;
    case "kept":
    case undefined:
      return { value: unbounded(text, problem.argument, target) };
    default:
      return "refused";
  }
}

function decimalOf(text: string, { argument, kind }: ValueProblem, target: Version): number | undefined {
  if (argument.type !== "decimal" || kind === "out-of-range") return undefined;
  return adjusted(readDecimalLoosely(text, argument, target), argument);
}

function clamped(text: string, problem: ValueProblem, target: Version): { readonly value: number } | "refused" {
  const value = unbounded(text, problem.argument, target);
  if (problem.kind !== "out-of-range" || typeof value !== "number") return "refused";
  return { value: Math.min(problem.max, Math.max(problem.min, value)) };
}

function unbounded(text: string, argument: Argument, target: Version): SettingValue {
  const limits = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };
  switch (argument.type) {
    case "uint":
    case "int":
      return readWhole(text, { ...argument, ...limits }).value ?? text;
    case "decimal":
      return readDecimalLoosely(text, { ...argument, ...limits }, target) ?? text;
    default:
      return readArgument(text, argument, target);
  }
}

function firstBytes(text: string, length: number): string {
  let short = "";
  for (const character of text) {
    if (byteLength(short + character) > length) break;
    short += character;
  }
  return short;
}
