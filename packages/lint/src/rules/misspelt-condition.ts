import type { Place } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { nearest } from "../suggest.js";
import { conditionsOf } from "../written.js";

const conditional = (...lines: readonly string[]) =>
  exampleInstance().replace("    priority 100\n", lines.map((line) => `${line}\n`).join(""));

export const misspeltCondition = defineHostRule({
  id: "misspelt-condition",
  category: "syntax",
  severity: "warning",
  summary: "A config-id that stands in one condition only and is almost another one.",
  why: "A condition with a misspelt id holds on no host. keepalived does not know which ids there are, so the line is missing everywhere without a word.",
  advice: "Correct the id.",
  fixable: "unsafe",
  restsOn: "line",
  since: "0.1.0",
  bad: [
    {
      files: conditional(
        "@first   priority 150",
        "@second  priority 100",
        "@first   advert_int 2",
        "@second  advert_int 2",
        "@first   garp_master_refresh 60",
        "@secnod  garp_master_refresh 60",
      ),
      configId: "first",
    },
  ],
  good: [
    {
      files: conditional(
        "@first   priority 150",
        "@second  priority 100",
        "@first   advert_int 2",
        "@second  advert_int 2",
        "@first   garp_master_refresh 60",
        "@second  garp_master_refresh 60",
      ),
      configId: "first",
    },
  ],
  check(host, report) {
    const places = new Map<string, Place[]>();
    for (const { condition, place } of conditionsOf(host)) {
      const { id } = condition;
      const start = place.start + (condition.negated ? 2 : 1);
      places.set(id, [...(places.get(id) ?? []), { ...place, start, end: start + id.length }]);
    }
    const common = [...places].filter(([, list]) => list.length > 1).map(([id]) => id);
    const [first] = [...places.values()];
    for (const [id, [place, ...more]] of places) {
      if (place === undefined || more.length > 0 || place === first?.[0]) continue;
      const near = nearest(id, common).find(({ word }) => isSlip(id, word)) ?? lookalike(id, places.keys());
      if (near === undefined) continue;
      report({
        place,
        message: `${id} stands here only; did you mean ${near.word}, which ${standing(places.get(near.word)!.length)}?`,
        fixes: [{ title: `write \`@${near.word}\``, safe: false, edits: [{ ...place, text: near.word }] }],
      });
    }
  },
});

function standing(times: number): string {
  return times === 1 ? "stands further up" : `stands in ${times} conditions`;
}

/** Nobody calls one host lb1 and another one lbl on purpose. */
function lookalike(id: string, others: Iterable<string>): { readonly word: string } | undefined {
  const seen = (text: string) => text.toLowerCase().replace(/[li|]/g, "1").replace(/o/g, "0");
  for (const word of others)
    if (word !== id && word.toLowerCase() !== id.toLowerCase() && seen(word) === seen(id)) return { word };
  return undefined;
}

/** Hosts are called lb1 and lb2, web-a and web-b: what tells them apart is one sign, mostly the last, or a number. */
function isSlip(id: string, other: string): boolean {
  const digits = (text: string) => [...text.replace(/\D/g, "")].sort().join("");
  if (digits(id) !== digits(other)) return false;
  if (id.toLowerCase() === other.toLowerCase()) return true;
  if (id.length !== other.length) return true;
  const changed = [...id].filter((sign, index) => sign !== other[index]).length;
  return changed === 2 || id.at(-1) === other.at(-1);
}
