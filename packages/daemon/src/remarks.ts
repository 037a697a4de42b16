/**
 * What the daemon makes of a host's configuration beyond its lines: a closed union of kinds, each with its places and
 * values, and no prose. A rule renders a kind; who wants to know what the daemon says reads these and nothing else.
 */
import type { BfdRemark } from "./bfd/remark-kinds.js";
import type { CheckerRemark } from "./checker/remark-kinds.js";
import { fileOf, lineAt } from "./source.js";
import type { EffectiveConfiguration, EffectiveLine, EffectiveStatement, Place } from "./types.js";
import type { VrrpRemark } from "./vrrp/remark-kinds.js";

/** Kind and facts of a remark. Each room of the reading declares its own. */
export type RemarkFacts = VrrpRemark | CheckerRemark | BfdRemark;

/**
 * The claim that `keepalived -t` of the target complains: `true` on the place's own line, or on which line (from 1;
 * `null` where it names none).
 */
export type DaemonClaim = true | { readonly line: number | null };

export type Remark = RemarkFacts & {
  readonly place: Place;
  /** Left out: the daemon writes it to its log only, or takes it in silence. */
  readonly daemon?: DaemonClaim;
};

export type RemarkKind = RemarkFacts["kind"];

/** The remarks of one kind. */
export type RemarkOf<Kind extends RemarkKind> = Extract<Remark, { readonly kind: Kind }>;

/** The statement or line that something stands in. */
export type From = EffectiveStatement | EffectiveLine;

/** Takes the remarks of one process while it reads and completes. */
export interface RemarkCollector {
  /** The daemon names the line of `from` while it reads. */
  onLine(from: From, place: Place, facts: RemarkFacts): void;
  /** The daemon names the line where the block ends. */
  atEnd(block: EffectiveStatement, place: Place, facts: RemarkFacts): void;
  /** The daemon complains after reading, without a line. */
  afterwards(place: Place, facts: RemarkFacts): void;
  /** The daemon says nothing of it that `-t` shows. */
  unsaid(place: Place, facts: RemarkFacts): void;
  /** After this the daemon checks nothing more: what `afterwards` says is no claim from here on. */
  stop(): void;
  readonly remarks: readonly Remark[];
}

export function collectRemarks(effective: EffectiveConfiguration): RemarkCollector {
  const remarks: Remark[] = [];
  const { fatal } = effective;
  // A missing argument ends the process: nothing is checked after reading.
  let stopped = fatal !== undefined;

  function add(facts: RemarkFacts, place: Place, daemon?: DaemonClaim): void {
    remarks.push({ ...facts, place, ...(daemon !== undefined && { daemon }) });
  }

  function claim(line: number, place: Place): DaemonClaim | undefined {
    const isRead = fatal === undefined || fatal.place.file !== place.file || line < fatal.line;
    if (!isRead) return undefined;
    const file = fileOf(effective, place);
    return file !== undefined && lineAt(file, place.start) === line ? true : { line };
  }

  return {
    onLine: (from, place, facts) => add(facts, place, claim(from.line, place)),
    atEnd: (block, place, facts) =>
      add(facts, place, block.end === undefined || block.end.missing ? undefined : claim(block.end.line, place)),
    afterwards: (place, facts) => add(facts, place, stopped ? undefined : { line: null }),
    unsaid: (place, facts) => add(facts, place),
    stop: () => {
      stopped = true;
    },
    remarks,
  };
}

/** What was remarked on one block: said again wherever the block is by then. */
export interface RecordedRemarks extends RemarkCollector {
  sayTo(collector: RemarkCollector): void;
}

export function recordRemarks(): RecordedRemarks {
  const said: ((to: RemarkCollector) => void)[] = [];
  return {
    onLine: (from, place, facts) => said.push((to) => to.onLine(from, place, facts)),
    atEnd: (block, place, facts) => said.push((to) => to.atEnd(block, place, facts)),
    afterwards: (place, facts) => said.push((to) => to.afterwards(place, facts)),
    unsaid: (place, facts) => said.push((to) => to.unsaid(place, facts)),
    stop: () => said.push((to) => to.stop()),
    remarks: [],
    sayTo(collector) {
      for (const say of said) say(collector);
    },
  };
}
