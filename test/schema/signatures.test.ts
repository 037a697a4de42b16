import fc from "fast-check";
import { expect, test } from "vitest";
import { programs } from "../../packages/schema/src/content/signatures.js";

const sure = programs.flatMap(({ what, sure, signs }) => (sure === undefined ? [] : [{ what, sure, signs }]));

test.each(sure)("what shows $what has one of its signs", ({ sure: { source, ignoreCase }, signs = [] }) => {
  // The generator knows no borders of words, without which an expression matches more, and no letters of either case.
  if (ignoreCase) expect(signs.join("")).not.toMatch(/[a-z]/i);
  for (const alternative of source.replaceAll("\\b", "").split("|^")) {
    const pattern = new RegExp(alternative.startsWith("^") ? alternative : `^${alternative}`);
    fc.assert(
      fc.property(fc.stringMatching(pattern), (text) => {
        expect(
          signs.some((sign) => text.includes(sign)),
          JSON.stringify(text),
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
  }
});
