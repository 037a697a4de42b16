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
  return new Collector(effective);
}

class Collector implements RemarkCollector {
  readonly remarks: Remark[] = [];
  private readonly effective: EffectiveConfiguration;
  private stopped: boolean;

  constructor(effective: EffectiveConfiguration) {
    this.effective = effective;
    // A missing argument ends the process: nothing is checked after reading.
    this.stopped = effective.fatal !== undefined;
  }

  onLine({ line }: From, place: Place, facts: RemarkFacts): void {
    this.add(facts, place, this.claim(line, place));
  }

  atEnd({ end }: EffectiveStatement, place: Place, facts: RemarkFacts): void {
    this.add(facts, place, end === undefined || end.missing ? undefined : this.claim(end.line, place));
  }

  afterwards(place: Place, facts: RemarkFacts): void {
    this.add(facts, place, this.stopped ? undefined : { line: null });
  }

  unsaid(place: Place, facts: RemarkFacts): void {
    this.add(facts, place);
  }

  stop(): void {
    this.stopped = true;
  }

  private add(facts: RemarkFacts, place: Place, daemon?: DaemonClaim): void {
    this.remarks.push({ ...facts, place, ...(daemon !== undefined && { daemon }) });
  }

  private claim(line: number, place: Place): DaemonClaim | undefined {
    const { fatal } = this.effective;
    const isRead = fatal === undefined || fatal.place.file !== place.file || line < fatal.line;
    if (!isRead) return undefined;
    const file = fileOf(this.effective, place);
    return file !== undefined && lineAt(file, place.start) === line ? true : { line };
  }
}

/** What was remarked on one block: said again wherever the block is by then. */
export interface RecordedRemarks extends RemarkCollector {
  sayTo(collector: RemarkCollector): void;
}

export function recordRemarks(): RecordedRemarks {
  return new Recorder();
}

const nothing: readonly Remark[] = [];

/** A class, as there are two for each block, and mostly nothing is remarked. */
class Recorder implements RecordedRemarks {
  readonly remarks = nothing;
  private said: ((to: RemarkCollector) => void)[] | undefined = undefined;

  onLine(from: From, place: Place, facts: RemarkFacts): void {
    this.record((to) => to.onLine(from, place, facts));
  }

  atEnd(block: EffectiveStatement, place: Place, facts: RemarkFacts): void {
    this.record((to) => to.atEnd(block, place, facts));
  }

  afterwards(place: Place, facts: RemarkFacts): void {
    this.record((to) => to.afterwards(place, facts));
  }

  unsaid(place: Place, facts: RemarkFacts): void {
    this.record((to) => to.unsaid(place, facts));
  }

  stop(): void {
    this.record((to) => to.stop());
  }

  sayTo(collector: RemarkCollector): void {
    for (const say of this.said ?? []) say(collector);
  }

  private record(say: (to: RemarkCollector) => void): void {
    if (this.said) this.said.push(say);
    else this.said = [say];
  }
}
