import { holeOf } from "@kalint/syntax";

/** What stands in the text for a value that nobody knows. `unknown` lists them all, by the numbers of their holes. */
export function holeFor(unknown: string[], reference: string): string {
  if (!unknown.includes(reference)) unknown.push(reference);
  return holeOf(unknown.indexOf(reference));
}
