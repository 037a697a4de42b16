import { switchesOf } from "@kalint/schema";
import { onceIn, type Steps } from "@kalint/syntax";
import { sourced } from "../bind/sources.js";
import { isKnownToOthers } from "../bind/symbols.js";
import type { GlobalDefinitions, KnownHost } from "../objects.js";
import { collectRemarks, type Remark } from "../remarks.js";
import type { EffectiveConfiguration, EffectiveLine, EffectiveStatement } from "../types.js";
import { wordValue } from "../values/argument.js";
import { assignFreeLine } from "../values/notes.js";
import { readAddressLine } from "./addresses.js";
import { complete } from "./complete.js";
import { readGarpGroup, readSyncGroup, readTrackGroup } from "./groups.js";
import { instancesInForce } from "./in-force.js";
import { readInstance } from "./instance.js";
import type { SyncGroup, TrackFile, TrackProcess, VrrpInstance, VrrpRefusal, VrrpScript } from "./model.js";
import { checkMulticastGroups } from "./peers.js";
import { checkRuleLine } from "./policy-rules.js";
import type { VrrpProcess } from "./process.js";
import { checkRouteLine } from "./routes.js";
import { defineTrackable } from "./trackables.js";

/** What keepalived makes of a host's VRRP. */
interface VrrpReading {
  readonly remarks: readonly Remark[];
  /** For want of an interface: it then says nothing of what it would check after reading. */
  readonly refused: boolean;
  readonly refusal: VrrpRefusal | undefined;
  readonly instances: readonly VrrpInstance[];
  readonly syncGroups: readonly SyncGroup[];
  readonly scripts: readonly VrrpScript[];
  readonly trackProcesses: readonly TrackProcess[];
  readonly trackFiles: readonly TrackFile[];
}

/** With a pause after so many blocks. */
const betweenPauses = 200;

export function* readVrrp(
  effective: EffectiveConfiguration,
  global: GlobalDefinitions,
  known: KnownHost | undefined,
): Steps<VrrpReading> {
  const { statements, target } = effective;
  const vrrp: VrrpProcess = {
    global,
    known,
    inherited: new Map(),
    refused: false,
    remarks: collectRemarks(effective),
    target,
    switches: switchesOf(target),
    instances: [],
    groups: [],
    trackable: { script: new Map(), file: new Map(), process: new Map(), bfd: new Map() },
    trackGroups: new Map(),
    trackableNamed: (kind, name) => vrrp.trackable[kind].get(name),
    trackGroupNamed: (name) => vrrp.trackGroups.get(name),
    downDelays: new Map(),
    scripts: [],
    trackProcesses: [],
    trackFiles: [],
    trackedScripts: new Set(),
    interfaces: [],
    garpGroups: new Map(),
  };
  const isPauseDue = onceIn(betweenPauses);
  for (let index = 0; index < statements.length; index += 1) {
    if (isPauseDue()) yield;
    readRoot(vrrp, statements[index]!);
  }
  const all = yield* complete(vrrp);
  yield;
  return {
    remarks: vrrp.remarks.remarks,
    refused: vrrp.refused,
    refusal: vrrp.refusal,
    instances: instancesInForce(vrrp, all),
    syncGroups: vrrp.groups,
    scripts: vrrp.scripts,
    trackProcesses: vrrp.trackProcesses,
    trackFiles: vrrp.trackFiles,
  };
}

function readRoot(vrrp: VrrpProcess, statement: EffectiveStatement): void {
  if (statement.skipped !== undefined && !isKnownToOthers(statement)) return;
  const { lines } = statement;
  switch (statement.keyword.path) {
    case "global_defs":
      checkMulticastGroups(vrrp, statement);
      break;
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
      for (const line of lines) readAddressLine(vrrp, line);
      break;
    case "static_routes":
      for (const line of lines) checkRouteLine(vrrp, line);
      break;
    case "static_rules":
      for (const line of lines) checkRuleLine(vrrp, line);
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

/** A bad number costs the line. */
function readDelay({ downDelays, target }: VrrpProcess, line: EffectiveLine): void {
  const { grammar, values, missing } = assignFreeLine(line, target);
  const [name, down, up] = values;
  if (missing || !name || !down || (up && wordValue(up, grammar, target) === "refused")) return;
  const delay = wordValue(down, grammar, target);
  if (typeof delay === "object") downDelays.set(name.word.value, sourced(Number(delay.value), down.word, line));
}
