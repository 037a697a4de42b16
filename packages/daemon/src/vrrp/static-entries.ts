/** What lines of routes and rules share: how keepalived keeps track of what it has set. */
import { ownRouteProtocol } from "@kalint/schema";
import type { Family } from "../objects.js";
import type { RemarkFacts } from "../remarks.js";
import type { EffectiveLine, EffectiveWord } from "../types.js";
import { readUnsigned } from "../values/read.js";
import type { VrrpProcess } from "./process.js";
import { findsTrackGroup } from "./track-groups.js";

/** The line is dropped, or read no further. */
export type Effect = "dropped" | "ended" | undefined;

/** A line as far as it is read. */
export interface EntryDraft {
  readonly of: "route" | "rule";
  readonly vrrp: VrrpProcess;
  readonly line: EffectiveLine;
  family?: Family;
  device: boolean;
  untracked: boolean;
  /** The word `track_group`, where its group is found. */
  group?: EffectiveWord;
}

type Twice = Extract<RemarkFacts, { readonly kind: "option-twice" }>["effect"];

/** True where the line has one already. */
export function takeTrackGroup(entry: EntryDraft, word: EffectiveWord, value: EffectiveWord, effect: Twice): boolean {
  const { vrrp, line, group } = entry;
  if (group !== undefined) {
    vrrp.remarks.onLine(line, word.place, { kind: "option-twice", option: "track_group", effect });
    return true;
  }
  if (findsTrackGroup(vrrp, line, value)) entry.group = word;
  return false;
}

export function checkTracking({ vrrp: { remarks }, line, of, group, device, untracked }: EntryDraft): void {
  if (group && !device) remarks.onLine(line, group.place, { kind: "track-group-without-interface", of });
  else if (group && untracked) remarks.unsaid(group.place, { kind: "track-group-untracked" });
}

/** An option that only one family has. */
export function insistOn(entry: EntryDraft, word: EffectiveWord, family: Family): Effect {
  if (entry.family !== undefined && entry.family !== family) {
    return reject(entry, word, { kind: "option-of-family", family });
  }
  entry.family = family;
  return undefined;
}

/** What does not go with the family that the line has already. */
export function reject(
  { of, vrrp, line }: EntryDraft,
  word: EffectiveWord,
  conflict: Conflict<"route-of-two-families"> | Conflict<"rule-of-two-families">,
): "dropped" {
  const facts = { kind: `${of}-of-two-families`, word: word.value, conflict } as RemarkFacts;
  vrrp.remarks.onLine(line, word.place, facts);
  return "dropped";
}

type Conflict<Kind extends RemarkFacts["kind"]> = Extract<
  RemarkFacts,
  { readonly kind: Kind; readonly conflict: unknown }
>["conflict"];

/** What keepalived marks its own routes and rules with; routes take the name too. */
export function isOwnProtocol(text: string, base: 10 | "c"): boolean {
  const { number, name } = ownRouteProtocol;
  return (base === "c" && text === name) || readUnsigned(text, { min: number, max: number }, base).value !== undefined;
}
