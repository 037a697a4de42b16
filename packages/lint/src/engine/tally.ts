import type { Place } from "@kalint/daemon";
import { textsOf } from "@kalint/schema";
import { type Template, voidSign } from "@kalint/syntax";
import type { Rule } from "../types.js";
import { createCoverage } from "./coverage.js";
import type { Sighting } from "./merge.js";
import { whatIsSaid } from "./unknown.js";

interface Tallied {
  readonly sighting: Sighting;
  /** The last run that has it, until a run shows the place and says nothing. */
  lastRun: number;
  isEverywhere: boolean;
  /** It is about one word that is made of several pieces: with fewer of them it is another word. */
  readonly ofPieces: boolean;
  fixes: string;
}

/**
 * Keeps what every run says that shows the place. So a run needs only the rules whose findings are still kept and shown in it,
 * unless it shows places that no run before did: the same is kept as if all rules looked at all runs.
 */
export function createTally(template: Pick<Template, "text" | "renderings">, path: string, where: string) {
  const masks: string[] = [];
  const found = new Map<string, Tallied>();
  const byPlace = new Map<string, Tallied>();
  const showsMore = createCoverage(template.renderings);
  return {
    /** The rules that have a say in the next run. */
    rulesFor<Of extends Rule>(masked: string, rules: readonly Of[]): readonly Of[] {
      if (showsMore(masked)) return rules;
      const open = new Set<Rule>();
      for (const each of [...found.values(), ...byPlace.values()]) {
        if (each.isEverywhere && concerns(masked, each)) open.add(each.sighting.rule);
      }
      return rules.filter((rule) => open.has(rule));
    },
    add(masked: string, sightings: readonly Sighting[]): void {
      const run = masks.push(masked) - 1;
      for (const sighting of sightings) {
        // What is said of the text around it is not said of what is rendered.
        if (!isShown(masked, sighting.finding.place)) continue;
        note(found, whatIsSaid(sighting), sighting, run);
        note(byPlace, placeOf(sighting), sighting, run);
      }
      for (const each of [...found.values(), ...byPlace.values()]) {
        if (each.lastRun !== run && concerns(masked, each)) each.isEverywhere = false;
      }
    },
    kept(): readonly Sighting[] {
      const alike = [...found.values()]
        .filter(({ isEverywhere }) => isEverywhere)
        .map(({ sighting, fixes }) => {
          const { fixes: offered, ...finding } = sighting.finding;
          // What is right in one rendering only is no fix of the template.
          return {
            ...sighting,
            finding: fixes === "" || offered === undefined ? finding : { ...finding, fixes: offered },
          };
        });
      const said = new Set(alike.map(placeOf));
      const likewise = [...byPlace.values()].filter((each) => each.isEverywhere && !said.has(placeOf(each.sighting)));
      return [...alike, ...likewise.map(({ sighting }) => inGeneral(sighting, where))];
    },
  };

  function note(all: Map<string, Tallied>, key: string, sighting: Sighting, run: number): void {
    const known = all.get(key);
    const fixes = fixesOf(sighting);
    if (known === undefined) {
      const made = { sighting, lastRun: run, ofPieces: isOfPieces(masks[run]!, sighting.finding.place), fixes };
      const isNew = masks.every((masked, before) => before === run || !concerns(masked, made));
      all.set(key, { ...made, isEverywhere: isNew });
    } else {
      known.lastRun = run;
      if (known.fixes !== fixes) known.fixes = "";
    }
  }

  /** Whether a rendering must have a finding, too, for it to be kept. */
  function concerns(masked: string, { sighting, ofPieces }: Pick<Tallied, "sighting" | "ofPieces">): boolean {
    const { place } = sighting.finding;
    return ofPieces ? isShownInPart(masked, place) : isShown(masked, place);
  }

  /** Whether tags are within the word at a place: `{% if a %}MASTER{% endif %}{% if b %}BACKUP{% endif %}`. */
  function isOfPieces(masked: string, { file, start, end }: Place): boolean {
    if (file !== path || start >= template.text.length) return false;
    const pieces = masked.slice(start, end);
    return pieces.includes(voidSign) && !/\s/.test(pieces);
  }

  function isShownInPart(masked: string, { start, end }: Place): boolean {
    return masked.slice(start, end).replaceAll(voidSign, "") !== "";
  }

  /** Whether a rendering has what stands at a place. */
  function isShown(masked: string, { file, start, end }: Place): boolean {
    if (file !== path || start >= template.text.length) return true;
    return masked[start] !== voidSign && masked[Math.max(start, end - 1)] !== voidSign;
  }
}

function placeOf({ rule, finding: { place }, variant }: Sighting): string {
  return JSON.stringify([rule.id, place.file, place.start, place.end, variant?.configId]);
}

/** Every rendering has it at this place, and no two in the same words: what the rule finds is all that can be said. */
function inGeneral(sighting: Sighting, where: string): Sighting {
  const { place, severity, causedBy } = sighting.finding;
  const summary = textsOf(sighting.rule).summary.replaceAll("`", "").replace(/\.$/, "");
  // A name in capitals (VRRP) keeps them.
  const message = `${where}: ${summary.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase())}`;
  return { ...sighting, finding: { place, message, ...(severity && { severity }), ...(causedBy && { causedBy }) } };
}

function fixesOf({ finding: { fixes = [] } }: Sighting): string {
  return JSON.stringify(fixes);
}
