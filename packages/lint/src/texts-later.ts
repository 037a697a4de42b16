import type { Rule } from "./types.js";

/** What only a finding, a page or a report of rules shows of a rule. */
export const laterTexts = ["summary", "why", "advice", "bad", "good", "source", "evidence"] as const;

type LaterTexts = Pick<Rule, (typeof laterTexts)[number]>;

const later: object = Object.create(
  null,
  Object.fromEntries(
    laterTexts.map((name) => [
      name,
      {
        get(this: { readonly texts: () => LaterTexts }) {
          return this.texts()[name];
        },
      },
    ]),
  ),
);

/**
 * A rule whose texts are made when they are read. Bundles hold rules so (`scripts/texts-later.mjs`): texts and examples of all
 * rules are what most of their code holds, and a file without findings needs none.
 */
export function withTextsLater<Of extends Rule>(rule: Omit<Of, keyof LaterTexts>, make: () => LaterTexts): Of {
  let made: LaterTexts | undefined;
  const texts = () => {
    made ??= make();
    return made;
  };
  return Object.assign(Object.create(later), rule, { texts });
}
