import { type Cluster, type DeclaredCluster, findClusters, keptSharingPairs } from "@kalint/cluster";
import {
  bind,
  bindInSteps,
  boundWhenAsked,
  configIdsInSteps,
  configIdsOf,
  createMemory,
  type EffectiveConfiguration,
  type EvaluateOptions,
  evaluateAgainInSteps,
  evaluateInSteps,
  type Host,
  type HostConfiguration,
  isSameList,
  type KnownHost,
  mayNameHosts,
  readsConditions,
  type SourceFile,
  sourceFile,
} from "@kalint/daemon";
import { vocabulary } from "@kalint/schema";
import {
  maskFrom,
  parseInSteps,
  readTemplate,
  reparseInSteps,
  type Steps,
  type SyntaxTree,
  type Template,
  type TemplateReading,
  toEnd,
} from "@kalint/syntax";
import { type Budget, createBudget, type Size } from "./budget.js";
import { mainAround } from "./fragments.js";
import { createDeadlines, type Patience } from "./patience.js";
import { type Languages, languagesOf, type Tagged, templateLanguageOf } from "./templates.js";
import { holds, type Trace, togetherOf, tracedHost } from "./traced.js";

/** What is worked out, told for each time that it is. */
export interface Work {
  readonly kind: "evaluate" | "lines" | "reread" | "bind" | "parse";
  readonly path: string;
  /** `reread`: how many lines of an edited file were read. */
  readonly lines?: number;
}

/** How a file is to be read. */
export interface Asked extends Omit<EvaluateOptions, "host" | "sourceFile" | "onLines" | "rendered"> {
  /** A template is read as one of its renderings, by number. */
  readonly rendering?: TemplateReading & { readonly number: number };
  /** A fragment is read as a part of this block (a keyword's path), whose other lines nobody knows. */
  readonly inside?: string;
}

/**
 * From texts to clusters, each step kept: what is asked again is worked out again only where a text, a folder or a setting
 * that it depends on is another one. The same answer is the same value, so that others can keep what they derive from it.
 */
export interface Queries {
  /** One text of a file, with its tree. */
  source(path: string, text: string): SourceFile;
  /** Makes the tree of a source with pauses, before somebody asks who cannot wait. */
  treeInSteps(source: SourceFile): Steps<void>;
  /** A text with the tags of a language. */
  template(path: string, text: string, reading: TemplateReading): Template;
  /** What the text of a file is taken for; `isIncluded` is asked where that depends on whether another file includes it. */
  languages(asked: Tagged, isIncluded: () => boolean): Languages;
  /** Whether a file is a template, by its name and its text. */
  isTemplate(path: string, text: string): boolean;
  /** Text to statements. */
  effective(asked: Asked): EffectiveConfiguration;
  /** The same, with pauses within the reading of a file. */
  effectiveInSteps(asked: Asked): Steps<EffectiveConfiguration>;
  /** The main files that have read one of these when they were last read, and all that those have read. */
  readTogether(files: ReadonlySet<string>): ReadonlySet<string>;
  /** The run has made as much of its texts as it may: what is not needed should not be read. */
  isSpent(): boolean;
  /** Whether a main file is not read any more, as the others of the run are long enough. */
  leavesOut(path: string): boolean;
  /** The main files that this run did not read. */
  readonly leftOut: ReadonlySet<string>;
  /** Work on a main file, which is ended where it takes too long. */
  within<T>(path: string, steps: Steps<T>): Steps<T | undefined>;
  /** The main files that took too long. */
  readonly late: ReadonlyMap<string, unknown>;
  /** From now on everything counts again. */
  startRun(): void;
  /** Every id that the file and its includes name, in the order of reading. */
  configIds(asked: Asked): readonly string[];
  /** The same, with a pause before each reading. */
  configIdsInSteps(asked: Asked): Steps<readonly string[]>;
  /** Statements to objects and remarks. */
  host(effective: EffectiveConfiguration, name: string, known?: KnownHost): HostConfiguration;
  hostInSteps(effective: EffectiveConfiguration, name: string, known?: KnownHost): Steps<HostConfiguration>;
  /** What is known of a host, one value for the same facts. */
  known(facts: string, make: () => KnownHost): KnownHost;
  /** Hosts to clusters. */
  clusters(hosts: readonly HostConfiguration[], declared?: readonly DeclaredCluster[]): readonly Cluster[];
  /** Programs on this machine may have come or gone. */
  forgetKnown(): void;
  /** For work that gives less than it reads. */
  passing(): Passing;
}

/** The same queries, but of the renderings of a template only the first is kept. */
export interface Passing {
  readonly queries: Queries;
  /** What was read of a rendering may go: the next one is read. */
  next(): void;
  /**
   * What was read may go. Tells later whether the same would be read again, and then counts it as if it was; `undefined`: it
   * would not, as some of it was cut short, or is something else already.
   */
  end(): (() => boolean) | undefined;
}

export interface QueriesOptions {
  /** Answers alike until something changes: a host that keeps what it has read makes all of this cheap. */
  readonly host: Host;
  readonly onWork?: (work: Work) => void;
  /** How much text one run reads; enough for any site by default. */
  readonly mostCharacters?: number;
  /** Where somebody waits for the other files. */
  readonly patience?: Patience;
}

interface Kept {
  readonly effective: EffectiveConfiguration;
  readonly trace: Trace;
  readonly room: number;
}

/** Where readings are kept. */
interface Shelf {
  of(asked: Asked): Map<string, Kept>;
  onRead?(key: string, kept: Kept, rendered: string | undefined): void;
}

/** Which clusters these hosts form. */
interface Grouping {
  readonly hosts: readonly HostConfiguration[];
  readonly declared: string;
  readonly found: readonly Cluster[];
}

export function createQueries({ host, onWork, mostCharacters, patience }: QueriesOptions): Queries {
  const budget = createBudget(mostCharacters);
  const { within, late } = createDeadlines(patience);
  const leftOut = new Set<string>();
  const texts = keptTexts(onWork);
  const all = new Map<string, Kept>();
  const readings = (shelf: Shelf) => readingQueries(host, keptReadings({ host, onWork, budget, texts, shelf }));
  let forgotten = 0;
  const hosts = keptHosts(onWork);
  const queries: Queries = {
    ...texts,
    ...readings({ of: () => all }),
    readTogether(files) {
      const together = new Set<string>();
      for (const { effective } of all.values()) {
        if (!effective.files.some(({ path }) => files.has(path))) continue;
        for (const { path } of effective.files) together.add(path);
      }
      return together;
    },
    isSpent: () => budget.isSpent(),
    within: (path, steps) => within(path, host.read(path) ?? "", steps),
    late,
    leftOut,
    leavesOut(path) {
      if (leftOut.has(path)) return true;
      if (budget.isFull()) leftOut.add(path);
      return leftOut.has(path);
    },
    startRun() {
      budget.restart();
      leftOut.clear();
    },
    ...hosts,
    forgetKnown() {
      forgotten += 1;
      hosts.forgetKnown();
    },
    passing() {
      const own = new Map<string, Kept>();
      const { read, onRead } = notedReadings();
      const isKept = ({ rendering, filling = "low" }: Asked) => rendering?.number === 0 && filling === "low";
      const of = (asked: Asked) => (isKept(asked) ? all : own);
      const since = forgotten;
      return {
        queries: { ...queries, ...readings({ of, onRead }), ...hostsWhenAsked(hosts, onWork) },
        next: () => own.clear(),
        end() {
          const trace = read.every(({ isCut }) => !isCut) ? togetherOf(read.map((each) => each.trace)) : undefined;
          if (trace === undefined) return undefined;
          // What is returned would hold them as long as it lives.
          const charges = read.splice(0).map(({ charge }) => charge);
          own.clear();
          return () => {
            if (since !== forgotten || !holds(trace, host)) return false;
            for (const { key, size, rendered } of charges) budget.charge(key, size, rendered);
            return !budget.isSpent();
          };
        },
      };
    },
  };
  return queries;
}

/** The same queries for somebody who asks hosts for little more than their statements. */
export function withHostsWhenAsked(queries: Queries): Queries {
  return { ...queries, ...hostsWhenAsked(queries, undefined) };
}

/** A longer text is bound in steps, as somebody may wait meanwhile. */
const mostLinesAtOnce = 2000;

function hostsWhenAsked(
  { hostInSteps }: Pick<Queries, "hostInSteps">,
  onWork: OnWork,
): Pick<Queries, "host" | "hostInSteps"> {
  const whenAsked: Queries["hostInSteps"] = function* (effective, name, known) {
    if (effective.lines > mostLinesAtOnce) return yield* hostInSteps(effective, name, known);
    return boundWhenAsked(effective, name, known, () => {
      onWork?.({ kind: "bind", path: effective.path });
      return bind(effective, name, known);
    });
  };
  return { host: (effective, name, known) => toEnd(whenAsked(effective, name, known)), hostInSteps: whenAsked };
}

/** What was read, without what came of it. */
function notedReadings() {
  const read: {
    readonly trace: Trace;
    readonly isCut: boolean;
    readonly charge: { readonly key: string; readonly size: Size; readonly rendered: string | undefined };
  }[] = [];
  return {
    read,
    onRead(key: string, { effective, trace }: Kept, rendered: string | undefined): void {
      const { path, lines, added, isCut = false } = effective;
      const files = effective.files.map((file) => ({ path: file.path, text: file.text }));
      read.push({ trace, isCut, charge: { key, size: { path, lines, added, files }, rendered } });
    },
  };
}

function readingQueries(
  host: Host,
  effectiveInSteps: Queries["effectiveInSteps"],
): Pick<Queries, "effective" | "effectiveInSteps" | "configIds" | "configIdsInSteps"> {
  const configIdsOfAsked: Queries["configIdsInSteps"] = function* (asked) {
    const { path, target } = asked;
    // Most files name no host and include nothing: they need not be read for it.
    const text = host.read(path) ?? "";
    if (!text.includes("include") && !mayNameHosts(text)) return [];
    // An old release follows no condition or include of which a newer one would learn a name.
    if (!readsConditions(target)) return configIdsOf({ path, host });
    return yield* configIdsInSteps(function* (configId) {
      return (yield* effectiveInSteps({ ...asked, ...(configId !== undefined && { configId }) })).files;
    });
  };
  return {
    effective: (asked) => toEnd(effectiveInSteps(asked)),
    effectiveInSteps,
    configIds: (asked) => toEnd(configIdsOfAsked(asked)),
    configIdsInSteps: configIdsOfAsked,
  };
}

type OnWork = QueriesOptions["onWork"];
type Texts = Pick<Queries, "source" | "treeInSteps" | "template" | "languages" | "isTemplate">;

/** What was made of each file's text alone. */
function keptTexts(onWork: OnWork): Texts {
  const sources = new Map<string, SourceFile>();
  /** The last tree of each file. */
  const trees = new Map<string, SyntaxTree>();
  const templates = new Map<string, Template>();
  const known = new Map<string, Tagged & { readonly languages: Languages }>();
  // While fixes are judged, all files of a run are asked for again and again.
  const languages: Queries["languages"] = (asked, isIncluded) => {
    const { path, text, set, wanted } = asked;
    const last = known.get(path);
    if (last?.text === text && last.set === set && last.wanted === wanted) return last.languages;
    let isAlone = true;
    const found = languagesOf(asked, () => {
      isAlone = false;
      return isIncluded();
    });
    if (isAlone) known.set(path, { ...asked, languages: found });
    return found;
  };
  /** Of a text that was edited only the blocks are parsed that are others now. */
  const treeInSteps = function* (path: string, text: string): Steps<SyntaxTree> {
    const last = trees.get(path);
    if (last?.text === text) return last;
    onWork?.({ kind: "parse", path });
    const tree = yield* last === undefined ? parseInSteps(text, vocabulary) : reparseInSteps(last, text);
    trees.set(path, tree);
    return tree;
  };

  return {
    languages,
    isTemplate: (path, text) =>
      languages({ path, text, set: undefined, wanted: false }, () => false).language !== undefined,
    source(path, text) {
      const known = sources.get(path);
      if (known?.text === text) return known;
      const made = sourceFile({ path, text }, (asked) => toEnd(treeInSteps(path, asked)));
      sources.set(path, made);
      return made;
    },
    *treeInSteps(source) {
      if (sources.get(source.path) === source) yield* treeInSteps(source.path, source.text);
    },
    template(path, text, { language, within }) {
      const key = JSON.stringify([path, language, within]);
      const known = templates.get(key);
      if (known?.text === text) return known;
      const made = readTemplate(text, { language, ...(within && { within }) });
      templates.set(key, made);
      return made;
    },
  };
}

/** How a file is read that a template includes. */
function readingOf(path: string, text: string): TemplateReading | undefined {
  const language = templateLanguageOf(path, text);
  return language && { language };
}

/** The last reading of each file as each host reads it, as long as what it asked for is the same. */
function keptReadings({
  host,
  onWork,
  budget,
  texts: { source, template },
  shelf,
}: Pick<QueriesOptions, "host"> & {
  readonly onWork: OnWork;
  readonly budget: Budget;
  readonly texts: Texts;
  readonly shelf: Shelf;
}): Queries["effectiveInSteps"] {
  return function* (asked) {
    const readings = shelf.of(asked);
    const { path, configId, target, withoutFeatures, environment, filling = "low", rendering, inside } = asked;
    const key = JSON.stringify([path, configId, target, withoutFeatures, environment, filling, rendering, inside]);
    const kept = readings.get(key);
    const room = budget.roomFor(key);
    const rendered = rendering !== undefined || inside !== undefined ? path : undefined;
    // What was cut short holds only where there is as much room again.
    const isSame = kept && (kept.effective.isCut !== true || kept.room === room) && holds(kept.trace, host);
    if (isSame) {
      budget.charge(key, kept.effective, rendered);
      shelf.onRead?.(key, kept, rendered);
      return kept.effective;
    }
    onWork?.({ kind: "evaluate", path: asked.path });
    const traced = tracedHost(host);
    const main = inside === undefined ? { path, host: traced.host } : mainAround(path, inside, traced.host);
    const options: EvaluateOptions = {
      ...asked,
      ...main,
      sourceFile: (read) => (read.written === undefined ? source(read.path, read.text) : sourceFile(read)),
      room,
      onLines: () => onWork?.({ kind: "lines", path }),
      ...((rendering || inside !== undefined) && {
        rendered: (read, text) => {
          if (inside !== undefined && read === main.path) return text;
          if (rendering === undefined) return undefined;
          const reading = read === path ? rendering : readingOf(read, text);
          if (reading === undefined) return undefined;
          return maskFrom(template(read, text, reading).renderings, rendering.number);
        },
      }),
    };
    // Of a template each tag may concern all of it, and of a part what is around it.
    const isWhole = rendering === undefined && inside === undefined;
    const again = kept && isWhole ? yield* evaluateAgainInSteps(options, kept.effective) : undefined;
    if (again) onWork?.({ kind: "reread", path, lines: again.lines });
    const read = again?.effective ?? (yield* evaluateInSteps(options));
    // Somebody who could not wait may have read it meanwhile.
    const other = readings.get(key);
    if (other !== undefined && other !== kept && other.room === room && holds(other.trace, host)) {
      shelf.onRead?.(key, other, rendered);
      return other.effective;
    }
    budget.charge(key, read, rendered);
    const effective = read.isCut && budget.isCutBefore(key) ? withoutLimit(read) : read;
    const made = { effective, trace: traced.trace, room };
    readings.set(key, made);
    shelf.onRead?.(key, made, rendered);
    return effective;
  };
}

/** What was made of readings. */
function keptHosts(onWork: OnWork): Pick<Queries, "host" | "hostInSteps" | "known" | "clusters" | "forgetKnown"> {
  const hosts = createMemory<EffectiveConfiguration, HostConfiguration[]>();
  const knowns = new Map<string, KnownHost>();
  const groupings = createMemory<HostConfiguration, Grouping>();
  const clustersOf = createMemory<HostConfiguration, Cluster>();
  const sharingPairs = keptSharingPairs();
  const keptHost = (effective: EffectiveConfiguration, name: string, known: KnownHost | undefined) =>
    hosts.get(effective)?.find((each) => each.name === name && each.known === known);
  const hostInSteps: Queries["hostInSteps"] = function* (effective, name, known) {
    const kept = keptHost(effective, name, known);
    if (kept) return kept;
    onWork?.({ kind: "bind", path: effective.path });
    const made = yield* bindInSteps(effective, name, known);
    const other = keptHost(effective, name, known);
    if (other) return other;
    hosts.set(effective, [...(hosts.get(effective) ?? []), made]);
    return made;
  };
  return {
    host: (effective, name, known) => toEnd(hostInSteps(effective, name, known)),
    hostInSteps,
    known(facts, make) {
      const kept = knowns.get(facts) ?? make();
      knowns.set(facts, kept);
      return kept;
    },
    clusters(all, declared = []) {
      const [first] = all;
      if (first === undefined) return [];
      const shown = JSON.stringify(declared);
      const kept = groupings.get(first);
      if (kept?.declared === shown && isSameList(all, kept.hosts)) return kept.found;
      const found = findClusters(all, declared, sharingPairs).map((cluster) => {
        const lead = cluster.hosts[0]!;
        const before = clustersOf.get(lead);
        if (before && isSameCluster(before, cluster)) return before;
        clustersOf.set(lead, cluster);
        return cluster;
      });
      groupings.set(first, { hosts: all, declared: shown, found });
      return found;
    },
    forgetKnown: () => knowns.clear(),
  };
}

/** That there is too much to read is said once. */
function withoutLimit(effective: EffectiveConfiguration): EffectiveConfiguration {
  return { ...effective, problems: effective.problems.filter(({ kind }) => kind !== "expansion-limit") };
}

function isSameCluster(one: Cluster, other: Cluster): boolean {
  return (
    one.name === other.name &&
    isSameList(one.hosts, other.hosts) &&
    isSameList(one.evidence.reasons, other.evidence.reasons)
  );
}
