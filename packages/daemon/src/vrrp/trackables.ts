/** What is defined to be tracked: scripts, processes, files and BFD sessions (vrrp/vrrp_parser.c, trackers/track_file.c). */
import type { SymbolKind, Version } from "@kalint/schema";
import { reportsTo } from "../bfd/sessions.js";
import { childrenNamed, present, sourced } from "../bind/sources.js";
import { perBlock } from "../memo.js";
import type { Sourced } from "../objects.js";
import { splitScript } from "../script.js";
import type { EffectiveStatement } from "../types.js";
import { flagSetting, numberInForce, numberSetting, scopeIn, takeStatement, textSetting } from "../values/settings.js";
import type { TrackFile, TrackKind, TrackProcess, VrrpScript } from "./model.js";
import type { VrrpProcess } from "./process.js";

/** What a line that tracks it takes from the definition. */
export interface Trackable {
  readonly weight: number;
  readonly reverse: boolean;
}

type DefinedKind = Exclude<TrackKind, "interface">;

export type Trackables = Readonly<Record<DefinedKind, Map<string, Trackable>>>;

const kinds: { readonly [Kind in SymbolKind]?: DefinedKind } = {
  vrrp_script: "script",
  vrrp_track_process: "process",
  track_file: "file",
  bfd_instance: "bfd",
};

/** Takes a block that defines something to track. A name that is taken already never wins. */
export function defineTrackable(vrrp: VrrpProcess, statement: EffectiveStatement): void {
  const { defines } = statement.keyword;
  const kind = defines && kinds[defines];
  const name = statement.wording.words[1]?.value;
  if (kind === undefined || name === undefined) return;
  if (kind === "process") checkQuorum(vrrp, statement);
  if (!isKept(kind, statement)) return;
  if (kind === "script") vrrp.scripts.push(scriptOf(statement, vrrp.target));
  else if (kind === "process") vrrp.trackProcesses.push(processOf(statement, vrrp.target));
  else if (kind === "file") vrrp.trackFiles.push(fileOf(statement, vrrp.target));
  if (vrrp.trackable[kind].has(name)) return;
  vrrp.trackable[kind].set(name, trackableOf(statement, vrrp.target));
}

const trackableOf = perBlock((statement, target): Trackable => {
  const { path } = statement.keyword;
  return {
    weight: numberInForce(scopeIn(statement, `${path}/weight`, target))?.value ?? 0,
    reverse: isReversed(statement, target),
  };
});

/** Without what is to be tracked a block is dropped at its end, and a session may report to the checker alone. */
function isKept(kind: DefinedKind, statement: EffectiveStatement): boolean {
  if (kind === "bfd") return reportsTo(statement).vrrp;
  return childrenNamed(statement, kind).some(({ words }) => words.length > 1);
}

const scriptOf = perBlock((statement, target): VrrpScript => {
  const number = (keyword: string) => numberSetting(statement, keyword, target);
  return present<VrrpScript>({
    ...named(statement),
    command: commandOf(statement, target),
    interval: number("interval"),
    timeout: number("timeout"),
    weight: number("weight"),
    reverse: isReversed(statement, target) || undefined,
    rise: number("rise"),
    fall: number("fall"),
    user: textSetting(statement, "user", target),
    initFail: flagSetting(statement, "init_fail", target),
  });
});

function commandOf(statement: EffectiveStatement, target: Version): Sourced<readonly string[]> | undefined {
  for (const script of childrenNamed(statement, "script").toReversed()) {
    const split = splitScript(script, target);
    const word = script.words[1];
    if (split.kind === "script" && split.command.length > 0 && word) return sourced(split.command, word, script);
  }
  return undefined;
}

const processOf = perBlock(
  (statement, target): TrackProcess =>
    present<TrackProcess>({
      ...named(statement),
      weight: numberSetting(statement, "weight", target),
      reverse: isReversed(statement, target) || undefined,
      // Of `delay` and `terminate_delay` the later one counts.
      terminateDelay: numberSetting(statement, ["delay", "terminate_delay"], target)?.value ?? 0,
    }),
);

const fileOf = perBlock(
  (statement, target): TrackFile =>
    present<TrackFile>({
      ...named(statement),
      file: textSetting(statement, "file", target),
      weight: numberSetting(statement, "weight", target),
      reverse: isReversed(statement, target) || undefined,
      initialValue: numberSetting(statement, "init_file", target)?.value ?? 0,
    }),
);

function named(statement: EffectiveStatement): Pick<VrrpScript, "name" | "place" | "statement"> {
  const word = statement.words[1]!;
  return { name: word.value, place: word.place, statement };
}

function isReversed(statement: EffectiveStatement, target: Version): boolean {
  return textSetting(statement, "weight", target, "direction") !== undefined;
}

/** `quorum` and `quorum_max` are compared line by line. Source: keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_tprocess_quorum_handler. */
function checkQuorum({ remarks, target }: VrrpProcess, { children }: EffectiveStatement): void {
  let quorum = 1;
  let most = Number.POSITIVE_INFINITY;
  for (const child of children) {
    const { name } = child.keyword;
    if (name !== "quorum" && name !== "quorum_max") continue;
    const setting = takeStatement(undefined, child, target);
    if (typeof setting?.value !== "number") continue;
    const { value, place } = setting;
    if (name === "quorum") {
      if (value > most) remarks.onLine(child, place, { kind: "quorum-above-most", quorum: value, most });
      else quorum = value;
    } else if ((value > 0 || quorum > 1) && value < quorum) {
      remarks.onLine(child, place, { kind: "quorum-most-below-quorum", quorum, most: value });
    } else {
      most = value;
      quorum = value === 0 ? 0 : quorum || 1;
    }
  }
}
