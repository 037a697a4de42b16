import { distance } from "fastest-levenshtein";

/** Wrong usage or wrong configuration: said in one line on stderr, exit status 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The candidate that a mistyped word most likely meant, or `undefined` where none is near. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  let best: string | undefined;
  // Two slips are allowed in a short word (a swap counts as two), one in three letters in a long one.
  let bestDistance = Math.min(word.length, Math.max(2, Math.floor(word.length / 3)) + 1);
  for (const candidate of candidates) {
    const apart = distance(lower, candidate.toLowerCase());
    if (apart < bestDistance) {
      best = candidate;
      bestDistance = apart;
    }
  }
  return best;
}

/** ` Did you mean X?`, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const candidate = closest(word, candidates);
  return candidate === undefined ? "" : ` Did you mean ${candidate}?`;
}

/** The error for a value outside a short list. */
export function notAllowed(what: string, value: string, allowed: readonly string[]): UsageError {
  return new UsageError(`${what} cannot be '${value}'.${didYouMean(value, allowed)} Allowed: ${allowed.join(", ")}.`);
}
