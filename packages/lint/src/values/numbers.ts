import { readDecimal, readInt, readUnsigned } from "@kalint/daemon";
import {
  compareVersions,
  type DecimalArgument,
  type DurationArgument,
  type NumberArgument,
  type PortArgument,
  type Version,
} from "@kalint/schema";
import type { ValueProblem } from "./problem.js";

type Whole = Pick<NumberArgument, "min" | "max"> & Partial<Pick<NumberArgument, "base" | "unit" | "exactMax">>;

export function checkWhole(
  text: string,
  argument: (NumberArgument | PortArgument | Whole) & { readonly type?: string },
): ValueProblem | undefined {
  const { min, max, base = 10, unit } = { base: undefined, unit: undefined, ...argument };
  const read = argument.type === "int" || min < 0 ? readInt : readUnsigned;
  if (read(text, { min, max }, base).value !== undefined) return undefined;
  return { expected: `a whole number${unitText(unit)}${rangeText(min, max)}`, ...betterNumber(text, min, max, unit) };
}

export function checkDecimal(
  text: string,
  argument: Pick<DecimalArgument, "min" | "max" | "maxDecimals" | "unit">,
): ValueProblem | undefined {
  const { min, max, maxDecimals, unit } = argument;
  const { reason } = readDecimal(text, { min, max }, maxDecimals);
  if (reason === undefined) return undefined;
  const expected = `a number${unitText(unit)}${rangeText(min, max)} with at most ${maxDecimals} decimals`;
  return { expected, ...(reason === "not-a-number" && betterNumber(text, min, max, unit)) };
}

/**
 * A number with a unit, or a bare one. Source: keepalived 2.4.3, vrrp/vrrp_ip_rule_route_parser.c: get_time_rtt. Up to
 * 2.2.7 it moves a time into its range with a line in the log only; beyond the bare maximum it reports there too.
 */
export function checkDuration(text: string, argument: DurationArgument, target: Version): ValueProblem | undefined {
  const { min, max, maxDecimals, bare } = argument;
  const match = /^(\d*\.?\d*)(s|secs?|ms|msecs?)?$/.exec(text);
  const expected = `a time such as 20ms or 0.5s${rangeText(min, max)} milliseconds`;
  const [, number = "", unit] = match ?? [];
  if (!/\d/.test(number) || (number.split(".")[1]?.length ?? 0) > maxDecimals) return { expected };
  const value = unit?.startsWith("s") ? Number(number) * 1000 : Number(number);
  const range = unit === undefined ? bare : { min, max };
  if (value >= range.min && value <= range.max) return undefined;
  const logged = compareVersions(target, "2.2.7") <= 0 && value <= bare.max;
  return { expected, ...(logged && { unclaimed: true }) };
}

/** What somebody means who writes `5s`, `0x33`, `100;` or `50ms` where seconds are wanted. */
function betterNumber(
  text: string,
  min: number,
  max: number,
  unit: string | undefined,
): Pick<ValueProblem, "replacement"> {
  // A comment that lacks its sign, above all in scripts without blanks.
  const remark = /^(\d+)[,;:]?(\P{ASCII}.*)$/su.exec(text);
  if (remark && Number(remark[1]) >= min && Number(remark[1]) <= max) {
    return { replacement: { text: `${remark[1]} #${remark[2]}`, safe: false } };
  }
  const better = withoutSign(text) ?? fromHexadecimal(text) ?? fromUnit(text, unit);
  if (better === undefined || Number(better) < min || Number(better) > max) return {};
  return { replacement: { text: better, safe: true } };
}

function withoutSign(text: string): string | undefined {
  return /^(\d+(?:\.\d+)?)[;,]$/.exec(text)?.[1];
}

function fromHexadecimal(text: string): string | undefined {
  return /^0x[0-9a-f]+$/i.test(text) ? String(Number(text)) : undefined;
}

function fromUnit(text: string, unit: string | undefined): string | undefined {
  const match = /^(\d+(?:\.\d+)?)(us|ms|s|sec|secs|seconds?)$/i.exec(text);
  const [from, to] = [inSeconds(match?.[2]?.toLowerCase()), inSeconds(unit)];
  if (!match || from === undefined || to === undefined) return undefined;
  const value = Number(((Number(match[1]) * from) / to).toFixed(6)).toString();
  return value.includes("e") ? undefined : value;
}

function inSeconds(unit: string | undefined): number | undefined {
  if (unit?.startsWith("s")) return 1;
  return unit === "ms" ? 1e-3 : unit === "us" ? 1e-6 : undefined;
}

function unitText(unit: string | undefined): string {
  const names: Readonly<Record<string, string>> = { s: "seconds", ms: "milliseconds", us: "microseconds" };
  return unit === undefined ? "" : ` of ${names[unit] ?? unit}`;
}

/** Bounds that nobody reaches are left out. */
export function rangeText(min: number, max: number): string {
  const unbounded = max >= 4_294_967_295;
  if (unbounded && min <= 0) return "";
  return unbounded ? ` of at least ${min}` : ` from ${min} to ${max}`;
}
