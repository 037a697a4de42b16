import type { Place } from "@kalint/daemon";
import { textsOf } from "@kalint/schema";
import { type Template, voidSign } from "@kalint/syntax";
import type { Lack, Rule } from "../types.js";
import { type Coverage, createCoverage, fillings, type Shown } from "./coverage.js";
import type { Sighting } from "./merge.js";
import { whatIsSaid } from "./unknown.js";

interface Tallied {
  readonly sighting: Sighting;
  /** The last run that has it, until a run shows the place and says nothing. */
  lastRun: number;
  isEverywhere: boolean;
  readonly arms: PlaceArms;
  /** What is not the same in all runs is left out. */
  fixes: string;
  /** It follows from a mistake in each run: of several the nearest, which is shown wherever it is. */
  causedBy: Place | undefined;
  /** What is missing, where that is the same in each run. */
  lacks: Lack | undefined;
}

/** The arms of the template that decide whether a rendering must have a finding, too, for it to be kept. */
interface PlaceArms {
  readonly arms: readonly number[];
  /** It is about one word that is made of several pieces: with fewer of them it is another word. Else all must be there. */
  readonly needs: "all" | "some";
}

/** What is to be looked at in a rendering. */
interface Plan<Of extends Rule> {
  readonly rules: readonly Of[];
  /** The number of the filling. */
  readonly filling: number;
}

/**
 * Keeps what every run says that shows the place. All rules look at a rendering that shows something new. At others only the rules
 * look whose findings are still kept and shown in it, and only where the findings may come to nothing: in one that shows their arm
 * and as little else as possible, with each filling, and with and without every other arm. What rests on three arms and more
 * is not looked for in all the ways that they can be taken, of which there are too many in any case.
 */
export function createTally(template: Pick<Template, "text" | "renderings">, path: string, where: string) {
  const { renderings } = template;
  const runs: Shown[] = [];
  const looked = new Set<number>();
  const found = new Map<string, Tallied>();
  const byPlace = new Map<string, Tallied>();
  const coverage = createCoverage(template.text, renderings);
  const armsOf = armsIn(template, path, coverage);
  const inOrder = () => Array.from({ length: renderings.count }, (_, number) => number);
  let mayBePart = true;
  let isAllShown = false;
  let alive = aliveAmong([], mayBePart, 0);
  /** The findings that no run has refuted, and the arms that they are in. */
  const open = () => {
    if (alive.runs !== runs.length)
      alive = aliveAmong([...found.values(), ...byPlace.values()], mayBePart, runs.length);
    return alive;
  };
  const mayShowNew = (number: number) => coverage.newIn(renderings.shown(number));
  const mayChange = (number: number): number => {
    const shown = renderings.shown(number);
    return open().arms.reduce((sum, arm) => sum + (shown[arm] === 1 ? coverage.othersIn(shown, arm) : 0), 0);
  };
  return {
    /** In which order renderings are looked at, so that few of them have to be: the first, what shows the most that is new, and others. */
    *numbers(): Generator<number> {
      for (const number of inOrder()) {
        if (runs.length > 0) break;
        yield number;
      }
      if (!isAllShown) yield* bestFirst(inOrder(), mayShowNew);
      isAllShown = true;
      yield* bestFirst(inOrder(), mayChange);
      yield* open().arms.flatMap((arm) => renderings.barest(arm) ?? []);
      for (let again = 0; again < fillings; again += 1) {
        if (open().arms.some((arm) => coverage.unfilled(arm).length > 0)) yield* inOrder();
      }
    },
    /** What may change what is kept. */
    planFor<Of extends Rule>(number: number, rules: readonly Of[]): Plan<Of> | undefined {
      const shown = renderings.shown(number);
      const concerned = open().findings.filter((each) => concerns(shown, each.arms));
      const arms = [...new Set([...(mayBePart ? [0] : []), ...concerned.flatMap((each) => each.arms.arms)])];
      const unfilled = arms.flatMap((arm) => coverage.unfilled(arm));
      const filling = unfilled[0] ?? runs.length % fillings;
      if (!isAllShown && mayShowNew(number) > 0) return { rules, filling };
      const isOther = (arm: number) =>
        coverage.othersIn(shown, arm) > 0 || (renderings.barest(arm) === number && !looked.has(number));
      if (unfilled.length === 0 && !arms.some(isOther)) return undefined;
      const asked = new Set<Rule>(concerned.map(({ sighting }) => sighting.rule));
      return { rules: rules.filter((rule) => asked.has(rule)), filling };
    },
    /** It is certain that no other text includes this one within a block: until then each rendering might show that. */
    isNoPart(): void {
      mayBePart = false;
    },
    add(number: number, filling: number, sightings: readonly Sighting[]): void {
      const shown = renderings.shown(number);
      looked.add(number);
      coverage.note(shown, filling);
      const run = runs.push(shown) - 1;
      for (const sighting of sightings) {
        const arms = armsOf(number, sighting.finding.place);
        // What is said of the text around it is not said of what is rendered.
        if (arms === undefined) continue;
        note(found, whatIsSaid(sighting), sighting, runs, arms);
        note(byPlace, placeOf(sighting), sighting, runs, arms);
      }
      for (const each of [...found.values(), ...byPlace.values()]) {
        if (each.lastRun !== run && concerns(shown, each.arms)) each.isEverywhere = false;
      }
    },
    /** What comes is looked at as a part of another block. */
    restart(): void {
      looked.clear();
      coverage.restart();
    },
    kept: (): readonly Sighting[] => keptOf([...found.values()], [...byPlace.values()], where),
  };
}

function aliveAmong(all: readonly Tallied[], mayBePart: boolean, runs: number) {
  const findings = all.filter((each) => each.isEverywhere);
  return {
    runs,
    findings,
    arms: [...new Set([...(mayBePart ? [0] : []), ...findings.flatMap((each) => each.arms.arms)])],
  };
}

/** Notes what the last run says. */
function note(
  all: Map<string, Tallied>,
  key: string,
  sighting: Sighting,
  runs: readonly Shown[],
  arms: PlaceArms,
): void {
  const known = all.get(key);
  const fixes = fixesOf(sighting);
  const { causedBy, lacks } = sighting.finding;
  const lastRun = runs.length - 1;
  if (known === undefined) {
    const isNew = runs.every((shown, run) => run === lastRun || !concerns(shown, arms));
    all.set(key, { sighting, lastRun, isEverywhere: isNew, arms, fixes, causedBy, lacks });
    return;
  }
  known.lastRun = lastRun;
  if (known.fixes !== fixes) known.fixes = "";
  if (JSON.stringify(known.lacks) !== JSON.stringify(lacks)) known.lacks = undefined;
  if (known.causedBy !== undefined && (causedBy === undefined || causedBy.start > known.causedBy.start)) {
    known.causedBy = causedBy;
  }
}

function concerns(shown: Shown, { arms, needs }: PlaceArms): boolean {
  const isShown = (arm: number) => shown[arm] === 1;
  return needs === "all" ? arms.every(isShown) : arms.some(isShown);
}

/** Tells of places which arms decide on them; `undefined`: the rendering of this number does not have what is there. */
function armsIn({ text, renderings }: Pick<Template, "text" | "renderings">, path: string, coverage: Coverage) {
  return (number: number, { file, start, end }: Place): PlaceArms | undefined => {
    if (file !== path || start >= text.length) return { arms: [0], needs: "all" };
    const shown = renderings.shown(number);
    const first = coverage.armAt(start);
    const last = coverage.armAt(Math.max(start, end - 1));
    if (first === undefined || last === undefined || shown[first] === 0 || shown[last] === 0) return undefined;
    // `{% if a %}MASTER{% endif %}{% if b %}BACKUP{% endif %}`
    const word = renderings.mask(number)?.slice(start, end) ?? "";
    if (word.includes(voidSign) && !/\s/.test(word)) return { arms: coverage.armsWithin(start, end), needs: "some" };
    return { arms: first === last ? [first] : [first, last], needs: "all" };
  };
}

function keptOf(found: readonly Tallied[], byPlace: readonly Tallied[], where: string): readonly Sighting[] {
  const alike = found
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
  const likewise = byPlace.filter((each) => each.isEverywhere && !said.has(placeOf(each.sighting)));
  return [...alike, ...likewise.map((each) => inGeneral(each, where))];
}

/** Numbers by what they bring, the most first, which may only become less while they are given; up to those that bring nothing. */
function* bestFirst(numbers: readonly number[], gainOf: (number: number) => number): Generator<number> {
  const gains = numbers.map(gainOf);
  for (;;) {
    let best = 0;
    for (let at = 1; at < gains.length; at += 1) if (gains[at]! > gains[best]!) best = at;
    const before = gains[best] ?? 0;
    if (before === 0) return;
    const gain = gainOf(numbers[best]!);
    gains[best] = gain;
    if (gain < before) continue;
    yield numbers[best]!;
    gains[best] = 0;
  }
}

function placeOf({ rule, finding: { place }, variant }: Sighting): string {
  return JSON.stringify([rule.id, place.file, place.start, place.end, variant?.configId]);
}

/** Every rendering has it at this place, and no two in the same words: what the rule finds is all that can be said. */
function inGeneral({ sighting, causedBy, lacks }: Tallied, where: string): Sighting {
  const { place, severity } = sighting.finding;
  const summary = textsOf(sighting.rule).summary.replaceAll("`", "").replace(/\.$/, "");
  // A name in capitals (VRRP) keeps them.
  const message = `${where}: ${summary.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase())}`;
  const finding = {
    place,
    message,
    ...(severity && { severity }),
    ...(causedBy && { causedBy }),
    ...(lacks && { lacks }),
  };
  return { ...sighting, finding };
}

function fixesOf({ finding: { fixes = [] } }: Sighting): string {
  return JSON.stringify(fixes);
}
