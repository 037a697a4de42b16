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

/** What a rule says in some of the runs: `share` is how many of 8 have it. */
const sayings = fc.array(
  fc.record({
    rule: fc.nat(looking.length - 1),
    at: fc.tuple(fc.nat(), fc.nat()),
    isElsewhere: fc.boolean(),
    message: fc.constantFrom("one", "other"),
    share: fc.constantFrom(1, 7, 8, 8, 8),
    seed: fc.nat(7),
    fix: fc.option(fc.constantFrom(1, 8), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 12 },
);

describe("what all renderings of a template say", () => {
  test("is the same where each run has only the rules that have a say in it", () => {
    let isLess = 0;
    fc.assert(
      fc.property(templates, sayings, (template, said) => {
        const { renderings, text } = template;
        const runs = Array.from({ length: Math.max(renderings.length, 3) }, (_, run) => run);
        const inRun = (run: number): readonly Sighting[] =>
          said.flatMap(({ rule, at, isElsewhere, message, share, seed, fix }) => {
            if ((run * 5 + seed) % 8 >= share) return [];
            const [start, end] = at.map((each) => each % text.length).sort((one, other) => one - other);
            const place = { file: isElsewhere && seed === 0 ? "other.conf" : path, start: start!, end: end! + 1 };
            const fixes = fix && [{ title: `${run % fix}`, safe: true, edits: [] }];
            return [{ rule: looking[rule]!, finding: { place, message, ...(fixes && { fixes }) } }];
          });
        const whole = createTally(template, path, "everywhere");
        const sparing = createTally(template, path, "everywhere");
        for (const run of runs) {
          const masked = renderings[run % renderings.length]!;
          whole.add(masked, inRun(run));
          const asked = sparing.rulesFor(masked, looking);
          if (asked.length < looking.length) isLess += 1;
          if (asked.length === 0) continue;
          sparing.add(
            masked,
            inRun(run).filter(({ rule }) => asked.includes(rule)),
          );
        }
        expect(sparing.kept()).toEqual(whole.kept());
      }),
      { numRuns: 200 },
    );
    expect(isLess).toBeGreaterThan(200);
  });
});
