import { readDecimalLoosely } from "../values/numbers.js";

/** A time in microseconds, whose bounds are in seconds. */
export function readMicroseconds(text: string, min: number, max: number): number | undefined {
  const seconds = readDecimalLoosely(text, { min, max, maxDecimals: 6 });
  return seconds === undefined ? undefined : Math.round(seconds * 1_000_000);
}
