import { type Rule, rules } from "@kalint/lint";
import { readTemplate } from "@kalint/syntax";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Sighting } from "../../packages/lint/src/engine/merge.js";
import { createTally } from "../../packages/lint/src/engine/tally.js";

const path = "keepalived.conf.j2";
const looking: readonly Rule[] = rules.filter(({ scope }) => scope === "host").slice(0, 3);

/** Choices and loops, one in the other, with a letter in each arm. */
const templates = fc
  .letrec<{ block: string; text: string }>((tie) => ({
    block: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom("a", "b{{ x }}", "c\n"),
      fc.tuple(tie("text"), tie("text")).map(([one, other]) => `{% if x %}${one}{% else %}${other}{% endif %}`),
      tie("text").map((text) => `{% if x %}${text}{% endif %}`),
      tie("text").map((text) => `{% for x in y %}${text}{% endfor %}`),
    ),
    text: fc.array(tie("block"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("")),
  }))
  .text.map((text) => readTemplate(`${text}d\n`, { language: "jinja" }));

/** What a rule says of a character: in all renderings, or otherwise with one other arm that has a text, or with one filling. */
const sayings = fc.array(
  fc.record({
    rule: fc.nat(looking.length - 1),
    at: fc.nat(),
    isElsewhere: fc.boolean(),
    rests: fc.constantFrom("nothing", "arm", "no arm", "filling"),
    on: fc.nat(),
    /** It is said in other words then, or fixed otherwise, or not said at all. */
    otherwise: fc.constantFrom("silence", "words", "fix"),
  }),
  { minLength: 1, maxLength: 12 },
);

describe("what all renderings of a template say", () => {
  test("is the same where few are looked at, with the rules that have a say in them", () => {
    let looks = 0;
    let all = 0;
    fc.assert(
      fc.property(templates, sayings, (template, said) => {
        const { renderings, text } = template;
        // Two that are said of one place rest on two arms together.
        const placeOf = ({ rule, at, isElsewhere }: (typeof said)[number]) =>
          `${rule} ${at % text.length} ${isElsewhere}`;
        const apart = [...new Map(said.map((each) => [placeOf(each), each])).values()];
        const inRun = (number: number, filling: number): readonly Sighting[] =>
          apart.flatMap(({ rule, at, isElsewhere, rests, on, otherwise }, index) => {
            const isArm = renderings.shown(number)[renderings.pieces[on % renderings.pieces.length]!.arm] === 1;
            const isOther =
              rests === "filling" ? filling === on % 3 : rests === "arm" ? isArm : rests !== "nothing" && !isArm;
            if (isOther && otherwise === "silence") return [];
            const start = at % text.length;
            const place = { file: isElsewhere ? "other.conf" : path, start, end: start + 1 };
            const fixes = [{ title: isOther && otherwise === "fix" ? "other" : "one", safe: true, edits: [] }];
            const message = `${isOther && otherwise === "words" ? "other" : "one"} ${index}`;
            return [{ rule: looking[rule]!, finding: { place, message, fixes } }];
          });
        const whole = createTally(template, path, "everywhere");
        for (let number = 0; number < renderings.count; number += 1) {
          for (const filling of [0, 1, 2]) whole.add(number, filling, inRun(number, filling));
        }
        const sparing = createTally(template, path, "everywhere");
        sparing.isNoPart();
        for (const number of sparing.numbers()) {
          const plan = sparing.planFor(number, looking);
          if (plan === undefined) continue;
          looks += 1;
          sparing.add(
            number,
            plan.filling,
            inRun(number, plan.filling).filter(({ rule }) => plan.rules.includes(rule)),
          );
        }
        all += renderings.count * 3;
        expect(keptBy(sparing)).toEqual(keptBy(whole));
      }),
      { numRuns: 300 },
    );
    expect(looks).toBeLessThan(all / 2);
  });

  test("follows from the nearest of the mistakes that it follows from in each, if it does in all", () => {
    const template = readTemplate("a{% if x %}b{% endif %}\n", { language: "jinja" });
    const place = { file: path, start: 0, end: 1 };
    const causeOf = (...causes: readonly (number | undefined)[]) => {
      const tally = createTally(template, path, "everywhere");
      for (const [run, at] of causes.entries()) {
        const causedBy = at === undefined ? undefined : { file: path, start: at, end: at + 1 };
        const finding = { place, message: `${run}`, ...(causedBy && { causedBy }) };
        tally.add(run, 0, [{ rule: looking[0]!, finding }]);
      }
      return tally.kept().map(({ finding }) => finding.causedBy?.start);
    };
    expect(causeOf(3, 7)).toEqual([7]);
    expect(causeOf(7, 3)).toEqual([7]);
    expect(causeOf(3, undefined)).toEqual([undefined]);
    expect(causeOf(undefined, 3)).toEqual([undefined]);
  });
});

/** Whose sighting is shown of several that say the same does not matter. */
function keptBy(tally: ReturnType<typeof createTally>): readonly string[] {
  return tally
    .kept()
    .map(({ rule, finding: { place, message, fixes } }) => JSON.stringify([rule.id, place, message, fixes]))
    .sort();
}
