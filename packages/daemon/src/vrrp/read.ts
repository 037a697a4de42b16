/** One reading of a host's VRRP blocks in the daemon's order, and what it says of them. */

import { switchesOf } from "@kalint/schema";
import { isKnownToOthers } from "../bind/symbols.js";
import type { GlobalDefinitions, KnownHost } from "../objects.js";
import { collectRemarks, type Remark } from "../remarks.js";
import type { EffectiveConfiguration, EffectiveLine, EffectiveStatement } from "../types.js";
import { readAddressLine } from "./addresses.js";
import { complete } from "./complete.js";
import { readMicroseconds } from "./decimals.js";
import type { Instance, SyncGroup, VrrpProcess } from "./facts.js";
import { readInstance } from "./instance.js";
import type { TrackFile, TrackProcess, VrrpScript } from "./model.js";
import { checkRuleLine } from "./policy-rules.js";
import { checkRouteLine } from "./routes.js";
import type { Settled } from "./settled.js";
import { defineTrackable } from "./trackables.js";
import { addTracker, trackBlocks } from "./trackers.js";

/** What keepalived makes of a host's VRRP. */
export interface VrrpReading {
  readonly remarks: readonly Remark[];
  /** For want of an interface: it then says nothing of what it would check after reading. */
  readonly refused: boolean;
  /** By their blocks. */
  readonly instances: ReadonlyMap<EffectiveStatement, InstanceReading>;
  readonly groups: ReadonlyMap<EffectiveStatement, Pick<SyncGroup, "trackers">>;
  readonly scripts: readonly VrrpScript[];
  readonly trackProcesses: readonly TrackProcess[];
  readonly trackFiles: readonly TrackFile[];
}

export interface InstanceReading {
  /** As it was read, before what follows from other settings. */
  readonly read: Readonly<Instance>;
  readonly settled: Settled;
}

export function readVrrp(
  effective: EffectiveConfiguration,
  global: GlobalDefinitions,
  known: KnownHost | undefined,
): VrrpReading {
  const { statements, target } = effective;
  const vrrp: VrrpProcess = {
    global,
    known,
    refused: false,
    settled: new Map(),
    remarks: collectRemarks(effective),
    target,
    behaviour: switchesOf(target),
    instances: [],
    groups: [],
    trackable: { script: new Map(), file: new Map(), process: new Map(), bfd: new Map() },
    trackGroups: new Map(),
    downDelays: new Map(),
    scripts: [],
    trackProcesses: [],
    trackFiles: [],
    trackedScripts: new Set(),
    garpGroups: new Map(),
  };
  for (const statement of statements) readRoot(vrrp, statement);
  const read = vrrp.instances.map((instance) => ({ ...instance, trackers: [...instance.trackers] }));
  complete(vrrp);
  return {
    remarks: vrrp.remarks.remarks,
    refused: vrrp.refused,
    scripts: vrrp.scripts,
    trackProcesses: vrrp.trackProcesses,
    trackFiles: vrrp.trackFiles,
    groups: new Map(vrrp.groups.map((group) => [group.statement, group])),
    instances: new Map(
      read.map((instance) => [instance.statement, { read: instance, settled: vrrp.settled.get(instance.statement)! }]),
    ),
  };
}

function readRoot(vrrp: VrrpProcess, statement: EffectiveStatement): void {
  if (statement.skipped !== undefined && !isKnownToOthers(statement)) return;
  const { lines } = statement;
  switch (statement.keyword.path) {
    case "vrrp_instance":
      if (statement.words[1]) readInstance(vrrp, statement);
      break;
    case "vrrp_sync_group":
      readSyncGroup(vrrp, statement);
      break;
    case "track_group":
      readTrackGroup(vrrp, statement);
      break;
    case "static_ipaddress":
      for (const line of lines) readAddressLine(vrrp, line, true);
      break;
    case "static_routes":
      for (const line of lines) checkRouteLine(vrrp, line, true);
      break;
    case "static_rules":
      for (const line of lines) checkRuleLine(vrrp, line, true);
      break;
    case "interface_up_down_delays":
      for (const line of lines) readDelay(vrrp, line);
      break;
    case "garp_group":
      readGarpGroup(vrrp, statement);
      break;
    default:
      defineTrackable(vrrp, statement);
  }
}

function readDelay({ downDelays }: VrrpProcess, line: EffectiveLine): void {
  const [name, down, up] = line.words;
  const value = down && readMicroseconds(down.value, 0, 255);
  if (!name || !down || value === undefined || (up && readMicroseconds(up.value, 0, 255) === undefined)) return;
  downDelays.set(name.value, { value, place: down.place, from: line });
}

/** `group` blocks: the first that is not empty counts. Without `owner` an empty one is somebody else's to name. */
function membersOf(
  { remarks }: VrrpProcess,
  statement: EffectiveStatement,
  owner: string | undefined,
): SyncGroup["members"] {
  const members: SyncGroup["members"] = [];
  for (const child of statement.children) {
    if (child.keyword.name !== "group" || child.skipped !== undefined || members.length > 0) continue;
    for (const line of child.lines)
      for (const word of line.words) members.push({ value: word.value, place: word.place, from: line });
    if (members.length === 0 && owner !== undefined)
      remarks.atEnd(child, child.words[0]!.place, { kind: "empty-group-block", owner });
  }
  return members;
}

function readSyncGroup(vrrp: VrrpProcess, statement: EffectiveStatement): void {
  const { groups } = vrrp;
  const name = statement.words[1];
  if (name === undefined) return;
  const group: SyncGroup = {
    name: name.value,
    place: name.place,
    statement,
    members: membersOf(vrrp, statement, vrrp.behaviour.membersAtBlockEnd ? name.value : undefined),
    trackers: [],
    trackingWeight: statement.children.some(
      ({ keyword }) => keyword.name === "sync_group_tracking_weight" || keyword.name === "global_tracking",
    ),
    instances: [],
  };
  for (const child of statement.children) {
    const kind = trackBlocks[child.keyword.name];
    if (kind) for (const line of child.lines) addTracker(vrrp, group, kind, line);
  }
  // A second group block ends the sync group before its end is seen. That it has no members is said by other rules.
  const lost =
    vrrp.behaviour.membersAtBlockEnd && statement.children.some(({ skipped }) => skipped === "duplicate-block");
  if (group.members.length > 0 && !lost) groups.push(group);
}

function readTrackGroup(vrrp: VrrpProcess, statement: EffectiveStatement): void {
  const name = statement.words[1];
  if (name === undefined) return;
  const owner = `track_group ${name.value}`;
  const members = membersOf(vrrp, statement, owner);
  if (members.length === 0 && vrrp.behaviour.membersAtBlockEnd) {
    vrrp.trackGroups.set(name.value, false);
    vrrp.remarks.atEnd(statement, name.place, { kind: "track-group-without-member", group: name.value });
    return;
  }
  vrrp.trackGroups.set(name.value, true);
}

/** Source: keepalived 2.4.3, vrrp/vrrp_parser.c: garp_group_interface_handler, garp_group_interfaces_handler. */
function readGarpGroup({ remarks, garpGroups }: VrrpProcess, statement: EffectiveStatement): void {
  for (const child of statement.children) {
    if (child.keyword.name === "interface") {
      const word = child.words[1];
      if (word === undefined) continue;
      const other = garpGroups.get(word.value);
      if (other) {
        remarks.onLine(child, word.place, {
          kind: "interface-in-other-garp-group",
          interface: word.value,
          other: other.words[0]!.place,
        });
      } else garpGroups.set(word.value, statement);
    } else if (child.keyword.name === "interfaces") {
      const words = child.lines.flatMap((line) => line.words);
      if (words.length === 0) remarks.atEnd(child, child.words[0]!.place, { kind: "empty-interfaces-block" });
      for (const word of words) {
        const other = garpGroups.get(word.value);
        if (other) {
          remarks.atEnd(child, word.place, {
            kind: "interface-in-other-garp-group",
            interface: word.value,
            other: other.words[0]!.place,
          });
        } else garpGroups.set(word.value, statement);
      }
    }
  }
  const intervals = statement.children.filter(
    ({ keyword: { name } }) => name === "garp_interval" || name === "gna_interval",
  );
  if (intervals.some(({ words }) => words[1] && readMicroseconds(words[1].value, 0, 4294.967295) !== undefined)) return;
  // Where none is written the missing keyword is named already.
  const [first] = intervals;
  if (first) {
    remarks.atEnd(statement, first.words[0]!.place, { kind: "garp-group-without-interval" });
  }
  for (const [name, group] of garpGroups) if (group === statement) garpGroups.delete(name);
}
