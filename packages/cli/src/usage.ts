import { say } from "@kalint/schema";
import { distance } from "fastest-levenshtein";

/** Wrong usage or wrong configuration: said in one line on stderr, exit status 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The candidate that a mistyped word most likely meant, or `undefined` where none is near. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  let best: string | undefined;
  // One in three letters of a long word, two slips in a shorter one.
  let bestDistance = Math.min(word.length, Math.max(2, Math.floor(word.length / 3)) + 1);
  for (const candidate of candidates) {
    const apart = distance(lower, candidate.toLowerCase());
    if (apart < bestDistance && !(apart > 1 && isOther(lower, candidate.toLowerCase()))) {
      best = candidate;
      bestDistance = apart;
    }
  }
  return best;
}

/** Of up to four letters two that differ make another word (`tcsh`, `bash`), unless the letters are the same in another order. */
function isOther(word: string, candidate: string): boolean {
  return word.length <= 4 && [...word].sort().join("") !== [...candidate].sort().join("");
}

/** ` Did you mean X?`, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const candidate = closest(word, candidates);
  return candidate === undefined ? "" : say` Did you mean ${candidate}?`;
}

/** The error for a value outside a short list. */
export function notAllowed(what: string, value: string, allowed: readonly string[]): UsageError {
  return new UsageError(
    say`${what} cannot be '${value}'.${didYouMean(value, allowed)} Allowed: ${allowed.join(", ")}.`,
  );
}
