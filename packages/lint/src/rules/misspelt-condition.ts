import { createMemory, type HostConfiguration, type Place, type SourceFile } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { anyOf, nearest } from "../suggest.js";
import { conditionsOf } from "../written.js";

const conditional = (...lines: readonly string[]) =>
  exampleInstance().replace("    priority 100\n", lines.map((line) => `${line}\n`).join(""));

export const misspeltCondition = defineHostRule({
  id: "misspelt-condition",
  category: "syntax",
  severity: "warning",
  summary:
    "A config-id that appears in one condition only and resembles another one, or is alone among ids that are used often.",
  why: "No host matches a condition with a misspelled id. keepalived does not know which ids exist, so the line is silently missing everywhere.",
  advice: "Correct the id.",
  fixable: "unsafe",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: read_line",
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
    for (const { id, place, near, times, others } of slipsOf(host)) {
      if (near === undefined) {
        report({
          place,
          message: say`${id} appears in this condition only, while ${anyOf(others, "and")} appear in at least ${oftenEnough} each: is it one of them?`,
          help: say`Correct the id; a host of that name lacks all other conditional lines.`,
        });
        continue;
      }
      report({
        place,
        message: say`${id} appears here only; did you mean ${near}, which ${standing(times)}?`,
        fixes: [{ title: say`write \`@${near}\``, safe: false, edits: [{ ...place, text: near }] }],
      });
    }
  },
});

interface Slip {
  readonly id: string;
  readonly place: Place;
  /** The id that is meant; without one, the id is a stranger among `others`. */
  readonly near: string | undefined;
  /** How often the id that is meant stands in conditions. */
  readonly times: number;
  /** The ids that stand in several conditions, in order. */
  readonly others: readonly string[];
}

/** The ids that are another one misspelled: no host is called that. */
export function misspeltIds(host: HostConfiguration): ReadonlySet<string> {
  return new Set(slipsOf(host).flatMap(({ id, near }) => (near === undefined ? [] : [id])));
}

/** By main file: every host that it describes reads the same conditions, and each id is compared with all others. */
const known = createMemory<SourceFile, { readonly files: readonly SourceFile[]; readonly slips: readonly Slip[] }>();

function slipsOf(host: HostConfiguration): readonly Slip[] {
  const { files } = host.effective;
  const main = files[0]!;
  const kept = known.get(main);
  if (kept?.files.length === files.length && kept.files.every((file, index) => file === files[index]))
    return kept.slips;
  const slips = findSlips(host);
  known.set(main, { files, slips });
  return slips;
}

function findSlips(host: HostConfiguration): readonly Slip[] {
  const places = new Map<string, Place[]>();
  for (const { condition, place } of conditionsOf(host)) {
    const { id } = condition;
    const start = place.start + (condition.negated ? 2 : 1);
    const own = { ...place, start, end: start + id.length };
    const list = places.get(id);
    if (list) list.push(own);
    else places.set(id, [own]);
  }
  const common = [...places].filter(([, list]) => list.length > 1).map(([id]) => id);
  const seen = new Map<string, string[]>();
  for (const id of places.keys()) seen.set(seenAs(id), [...(seen.get(seenAs(id)) ?? []), id]);
  // One rare id among several that are named line after line is a stranger.
  const rare = [...places.values()].filter((list) => list.length < oftenEnough).length;
  const [first] = [...places.values()];
  return [...places].flatMap(([id, [place, ...more]]) => {
    if (place === undefined || more.length > 0 || place === first?.[0]) return [];
    const near =
      nearest(id, common).find(({ word }) => isSlip(id, word))?.word ??
      seen.get(seenAs(id))!.find((word) => word !== id && word.toLowerCase() !== id.toLowerCase());
    if (near === undefined && !(rare === 1 && places.size > 2)) return [];
    return { id, place, near, times: near === undefined ? 1 : places.get(near)!.length, others: common.toSorted() };
  });
}

/** As often as a host's id is written where there is a line for each host. */
const oftenEnough = 3;

function standing(times: number): string {
  return times === 1 ? say`appears further up` : say`appears in ${times} conditions`;
}

/** Nobody calls one host lb1 and another one lbl on purpose. */
function seenAs(id: string): string {
  return id.toLowerCase().replace(/[li|]/g, "1").replace(/o/g, "0");
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
