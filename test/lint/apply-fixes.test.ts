import fc from "fast-check";
import { expect, test } from "vitest";
import { applyFixes, type Edit, type Fix } from "../../packages/lint/src/index.js";

const text = "0123456789".repeat(4);

/** As the rule says it: each fix against all that were taken before. */
function applyOneByOne(fixes: readonly Fix[]): string {
  const taken: Edit[] = [];
  const first = ({ edits }: Fix) => Math.min(...edits.map(({ start }) => start));
  const isSame = (a: Edit, b: Edit) => a.start === b.start && a.end === b.end && a.text === b.text;
  const overlaps = (a: Edit, b: Edit) => (a.start < b.end && b.start < a.end) || a.start === b.start;
  for (const fix of fixes.filter(({ edits }) => edits.length > 0).sort((a, b) => first(a) - first(b))) {
    const edits = fix.edits.filter((edit) => !taken.some((other) => isSame(edit, other)));
    if (!edits.some((edit) => taken.some((other) => overlaps(edit, other)))) taken.push(...edits);
  }
  let result = text;
  for (const { start, end, text: insert } of taken.sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + insert + result.slice(end);
  }
  return result;
}

/** Edits of one fix are apart from each other. */
const fix = fc
  .array(fc.tuple(fc.nat(6), fc.nat(3), fc.constantFrom("", "x", "yz")), { minLength: 1, maxLength: 4 })
  .map((parts): Fix => {
    let at = -1;
    const edits = parts.map(([gap, length, insert]) => {
      const start = Math.min(at + 1 + gap * 2, text.length);
      at = Math.min(start + length, text.length);
      return { file: "a", start, end: at, text: insert };
    });
    return { title: "t", safe: true, edits: edits.filter(({ start }, index) => start !== edits[index - 1]?.start) };
  });

test("many fixes are applied as one after the other would be", () => {
  fc.assert(
    fc.property(fc.array(fix, { maxLength: 12 }), (fixes) => {
      expect(applyFixes(text, fixes)).toBe(applyOneByOne(fixes));
    }),
  );
});
