import {
  type DecimalArgument,
  type DurationArgument,
  type NumberArgument,
  type PortArgument,
  switchesOf,
  type Version,
} from "@kalint/schema";
import { problemOf, type ValueProblem } from "./problem.js";
import { type ReadValue, readDecimal, readFloat, readInt, readUnsigned } from "./read.js";

export function checkWhole(text: string, argument: NumberArgument | PortArgument): ValueProblem | undefined {
  if (argument.type !== "port" && argument.plus === false && !/^\s*[-\d]/.test(text)) {
    return problemOf(argument, { kind: "not-a-number" });
  }
  const { value, reason } = readWhole(text, argument);
  if (value === undefined) {
    const { min, max } = argument;
    return problemOf(argument, reason === "not-a-number" ? { kind: reason } : { kind: "out-of-range", min, max });
  }
  return checkAdjusted(value, argument);
}

/** A number that keepalived takes for another one, and says so. */
function checkAdjusted(value: number | undefined, argument: NumberArgument | PortArgument | DecimalArgument) {
  const changed = argument.adjusted?.find((each) => each.value === value && each.reported);
  return changed && problemOf(argument, { kind: "adjusted-number", to: changed.to });
}

export function readWhole(text: string, argument: NumberArgument | PortArgument): ReadValue<number> {
  const { type, min, max } = argument;
  const base = argument.type === "port" ? 10 : argument.base;
  return (type === "int" || min < 0 ? readInt : readUnsigned)(text, { min, max }, base);
}

export function checkDecimal(text: string, argument: DecimalArgument, target: Version): ValueProblem | undefined {
  const { min, max } = argument;
  const { value, reason } = readDecimalIn(text, argument, target);
  if (reason === undefined) return checkAdjusted(value, argument);
  if (reason === "not-a-number" || reason === "too-many-decimals") return problemOf(argument, { kind: reason });
  return problemOf(argument, { kind: "out-of-range", min, max });
}

/**
 * A number as the daemon takes it, its decimals included. What is no number is reported, and yet its leading digits
 * count where they are in range: in the smallest unit, because the zeros for the decimals stand behind the rest (`5s`
 * is 5 microseconds where there may be six decimals). Source: keepalived 2.4.3, lib/parser.c:
 * read_decimal_unsigned_long_func.
 */
export function readDecimalLoosely(text: string, argument: DecimalArgument, target: Version): number | undefined {
  const { value, reason } = readDecimalIn(text, argument, target);
  if (value !== undefined || reason !== "not-a-number") return value;
  if (readsFloats(argument, target)) return undefined;
  const { min, max, maxDecimals } = argument;
  const leading = Number(/^\s*\+?(\d*)/.exec(text.replace(".", ""))?.[1] ?? 0) / 10 ** maxDecimals;
  return leading >= min && leading <= max ? leading : undefined;
}

function readDecimalIn(text: string, argument: DecimalArgument, target: Version): ReadValue<number> {
  const { min, max, maxDecimals } = argument;
  return readsFloats(argument, target) ? readFloat(text, { min, max }) : readDecimal(text, { min, max }, maxDecimals);
}

function readsFloats({ unit }: DecimalArgument, target: Version): boolean {
  return unit === "s" && switchesOf(target).readsTimesAsFloats;
}

const duration = /^(\d*(?:\.\d*)?)(s|secs?|ms|msecs?)?$/;

/**
 * A number with a unit, or a bare one. Source: keepalived 2.4.3, vrrp/vrrp_ip_rule_route_parser.c: get_time_rtt. Where
 * it moves a time into its range with a line in the log only, it reports a bare one beyond its maximum all the same.
 */
export function checkDuration(text: string, argument: DurationArgument, target: Version): ValueProblem | undefined {
  const { min, max, maxDecimals, bare } = argument;
  const [, number = "", unit] = duration.exec(text) ?? [];
  if (!/\d/.test(number) || (number.split(".")[1]?.length ?? 0) > maxDecimals) {
    return problemOf(argument, { kind: "not-a-duration" });
  }
  const value = unit?.startsWith("s") ? Number(number) * 1000 : Number(number);
  const range = unit === undefined ? bare : { min, max };
  if (value >= range.min && value <= range.max) return undefined;
  const logged = switchesOf(target).clampsTimesInLog && value <= bare.max;
  return problemOf(argument, { kind: "out-of-range", min, max }, logged ? { unclaimed: true } : {});
}

/** Milliseconds, or the bare number's unit where none is written. */
export function readDuration(text: string): number {
  const [, number = "", unit] = duration.exec(text) ?? [];
  return unit?.startsWith("s") ? Number(number) * 1000 : Number(number);
}
