/** What lines of routes and rules share: how keepalived keeps track of what it has set. */
import { ownRouteProtocol } from "@kalint/schema";
import type { RemarkFacts } from "../remarks.js";
import type { EffectiveLine, EffectiveWord } from "../types.js";
import { readUnsigned } from "../values/read.js";
import type { VrrpProcess } from "./process.js";
import { findsTrackGroup } from "./track-groups.js";

/** A line as far as it is read. */
export interface Tracked {
  readonly vrrp: VrrpProcess;
  readonly line: EffectiveLine;
  device: boolean;
  untracked: boolean;
  /** The word `track_group`, where its group is found. */
  group?: EffectiveWord;
}

type Twice = Extract<RemarkFacts, { readonly kind: "option-twice" }>["effect"];

/** True where the line has one already. */
export function takeTrackGroup(entry: Tracked, word: EffectiveWord, value: EffectiveWord, effect: Twice): boolean {
  const { vrrp, line, group } = entry;
  if (group !== undefined) {
    vrrp.remarks.onLine(line, word.place, { kind: "option-twice", option: "track_group", effect });
    return true;
  }
  if (findsTrackGroup(vrrp, line, value)) entry.group = word;
  return false;
}

export function checkTracking(
  { vrrp: { remarks }, line, group, device, untracked }: Tracked,
  of: "route" | "rule",
): void {
  if (group && !device) remarks.onLine(line, group.place, { kind: "track-group-without-interface", of });
  else if (group && untracked) remarks.unsaid(group.place, { kind: "track-group-untracked" });
}

/** What keepalived marks its own routes and rules with; routes take the name too. */
export function isOwnProtocol(text: string, base: 10 | "c"): boolean {
  const { number, name } = ownRouteProtocol;
  return (base === "c" && text === name) || readUnsigned(text, { min: number, max: number }, base).value !== undefined;
}
