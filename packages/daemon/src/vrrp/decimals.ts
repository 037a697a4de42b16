import { readDecimal } from "../values.js";

/**
 * A time in microseconds as keepalived takes it, whose bounds are in seconds. What is no number is reported, and yet its leading digits
 * count where they are in range: as microseconds, because the zeros for the decimals stand behind the rest (`5s` is 5).
 * Source: keepalived 2.4.3, lib/parser.c: read_decimal_unsigned_long_func.
 */
export function readMicroseconds(text: string, min: number, max: number): number | undefined {
  const { value, reason } = readDecimal(text, { min, max }, 6);
  if (value !== undefined) return Math.round(value * 1_000_000);
  if (reason !== "not-a-number") return undefined;
  const leading = Number(/^\s*\+?(\d*)/.exec(text.replace(".", ""))?.[1] ?? 0);
  return leading >= min * 1_000_000 && leading <= max * 1_000_000 ? leading : undefined;
}
