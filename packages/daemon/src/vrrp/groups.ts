/** Groups: of instances, of what static entries move, and of interfaces whose adverts of addresses go out together. */

import { childrenNamed, sourced } from "../bind/sources.js";
import type { Sourced } from "../objects.js";
import type { EffectiveStatement, EffectiveWord } from "../types.js";
import { flagSetting, numberSetting } from "../values/settings.js";
import { canExist } from "./interfaces.js";
import type { Tracker } from "./model.js";
import type { VrrpProcess } from "./process.js";
import { addTracker, trackBlocks } from "./trackers.js";

/** `group` blocks: the first that is not empty counts. Without `owner` an empty one is somebody else's to name. */
function membersOf(
  { remarks }: VrrpProcess,
  statement: EffectiveStatement,
  owner: string | undefined,
): readonly Sourced<string>[] {
  const members: Sourced<string>[] = [];
  for (const child of statement.children) {
    if (child.keyword.name !== "group" || child.skipped !== undefined || members.length > 0) continue;
    for (const line of child.lines) for (const word of line.words) members.push(sourced(word.value, word, line));
    if (members.length === 0 && owner !== undefined)
      remarks.atEnd(child, child.words[0]!.place, { kind: "empty-group-block", owner });
  }
  return members;
}

export function readSyncGroup(vrrp: VrrpProcess, statement: EffectiveStatement): void {
  const { switches, target } = vrrp;
  const name = statement.words[1];
  if (name === undefined) return;
  const members = membersOf(vrrp, statement, switches.membersAtBlockEnd ? name.value : undefined);
  const tracking = { name: name.value, trackers: [] as Tracker[] };
  for (const child of statement.children) {
    const kind = trackBlocks[child.keyword.name];
    if (kind) for (const line of child.lines) addTracker(vrrp, tracking, kind, line);
  }
  // A second group block ends the sync group before its end is seen.
  const lost = switches.membersAtBlockEnd && statement.children.some(({ skipped }) => skipped === "duplicate-block");
  const [list] = childrenNamed(statement, "group");
  if (list && members.length === 0 && !lost) {
    const block = switches.membersAtBlockEnd ? statement : list;
    vrrp.remarks.atEnd(block, name.place, { kind: "sync-group-without-member", group: name.value });
  }
  vrrp.groups.push({
    ...tracking,
    place: name.place,
    statement,
    members,
    trackingWeight: flagSetting(statement, ["sync_group_tracking_weight", "global_tracking"], target) !== undefined,
    ...((members.length === 0 || lost) && { dropped: true }),
  });
}

export function readTrackGroup(vrrp: VrrpProcess, statement: EffectiveStatement): void {
  const name = statement.words[1];
  if (name === undefined) return;
  const owner = `track_group ${name.value}`;
  const members = membersOf(vrrp, statement, owner);
  if (members.length === 0 && vrrp.switches.membersAtBlockEnd) {
    vrrp.trackGroups.set(name.value, false);
    vrrp.remarks.atEnd(statement, name.place, { kind: "track-group-without-member", group: name.value });
    return;
  }
  vrrp.trackGroups.set(name.value, true);
}

/** Source: keepalived 2.4.3, vrrp/vrrp_parser.c: garp_group_interface_handler, garp_group_interfaces_handler. */
export function readGarpGroup(vrrp: VrrpProcess, statement: EffectiveStatement): void {
  const { remarks, garpGroups, target } = vrrp;
  const take = (from: EffectiveStatement, word: EffectiveWord, says: "onLine" | "atEnd"): void => {
    canExist(vrrp, from, word);
    const other = garpGroups.get(word.value);
    if (other === undefined) garpGroups.set(word.value, statement);
    else {
      const facts = { interface: word.value, other: other.words[0]!.place };
      remarks[says](from, word.place, { kind: "interface-in-other-garp-group", ...facts });
    }
  };
  for (const child of statement.children) {
    if (child.keyword.name === "interface") {
      if (child.words[1]) take(child, child.words[1], "onLine");
    } else if (child.keyword.name === "interfaces") {
      const words = child.lines.flatMap((line) => line.words);
      if (words.length === 0) remarks.atEnd(child, child.words[0]!.place, { kind: "empty-interfaces-block" });
      for (const word of words) take(child, word, "atEnd");
    }
  }
  const intervals = statement.children.filter(
    ({ keyword: { name } }) => name === "garp_interval" || name === "gna_interval",
  );
  if (intervals.some(({ keyword }) => numberSetting(statement, keyword.name, target) !== undefined)) return;
  // Where none is written the missing keyword is named already.
  const [first] = intervals;
  if (first) {
    remarks.atEnd(statement, first.words[0]!.place, { kind: "garp-group-without-interval" });
  }
  for (const [name, group] of garpGroups) if (group === statement) garpGroups.delete(name);
}
