import { assignArguments, assignLine } from "@kalint/daemon";
import { type Argument, allKeywords, type LineGrammar, newestVersion, type Version } from "@kalint/schema";
import { describe, expect, test } from "vitest";

/** A line of nothing but these arguments: free lines have no shorter way. */
const lineOf = (positional: readonly Argument[]): LineGrammar => ({
  name: "any",
  summary: "",
  positional,
  options: [],
  order: "fixed",
  unknownWord: "ignored",
  missingValue: "logged",
  badValue: "silent",
});

const targets: readonly Version[] = ["1.2.0", "2.0.10", newestVersion];
const values = [[], ["1"], ["eth0"], ["on"], ["10.0.0.1"], ["inet"], ["no"]].map((words) =>
  words.map((value) => ({ value })),
);
const lists = [...new Set(allKeywords.map((keyword) => keyword.arguments))].filter(
  (list) => list.length <= 1 && list.every(({ type }) => type !== "options" && type !== "variant"),
);

describe("the short way for a keyword alone or with its one value", () => {
  test.each(targets)("gives what the long one gives, %s", (target) => {
    let compared = 0;
    for (const list of lists) {
      for (const words of values) {
        expect(assignArguments(list, words, target)).toEqual(assignLine(lineOf(list), words, target, ""));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });
});
