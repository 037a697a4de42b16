/** The keywords of a `vrrp_instance`, one after the other as the daemon takes them (vrrp/vrrp_parser.c). */
import type { Version } from "@kalint/schema";
import { createMemory } from "../memo.js";
import { type RecordedRemarks, recordRemarks } from "../remarks.js";
import type { EffectiveLine, EffectiveStatement, Mutable } from "../types.js";
import { flagIn, numberIn, type Setting, settingsIn, takeStatement, textIn } from "../values/settings.js";
import { addVirtualAddress } from "./addresses.js";
import { readAuthentication, readHmac } from "./authentication.js";
import { type Handler, markUnicast, setBy } from "./handler.js";
import { canExist, type InterfaceUse } from "./interfaces.js";
import { readMulticastGroup, readPeers, readSource } from "./peers.js";
import { checkRuleLine } from "./policy-rules.js";
import type { InstanceDraft, VrrpProcess } from "./process.js";
import { checkRouteLine } from "./routes.js";
import type { Trackables } from "./trackables.js";
import { addTracker, trackBlocks } from "./trackers.js";
import { readIpvlan, readVmac } from "./vmac.js";

/**
 * A block that was read before, in an earlier reading or another order, is read like that again as long as what it names is
 * defined as it was.
 */
export function readInstance(vrrp: VrrpProcess, statement: EffectiveStatement): void {
  const known = readBefore.get(statement);
  const read = known?.target === vrrp.target && holds(known, vrrp) ? known : readAlone(vrrp, statement);
  readBefore.set(statement, read);
  read.remarks.sayTo(vrrp.remarks);
  for (const { from, word } of read.interfaces) canExist(vrrp, from, word);
  for (const name of read.trackedScripts) vrrp.trackedScripts.add(name);
  // Later steps complete it.
  vrrp.instances.push({ ...read.instance });
}

/** A block that was read, and what that said and asked of the process around it. */
interface ReadInstance {
  readonly target: Version;
  readonly instance: InstanceDraft;
  readonly remarks: RecordedRemarks;
  readonly interfaces: readonly InterfaceUse[];
  readonly trackedScripts: ReadonlySet<string>;
  /** What it has asked for by name, and got. */
  readonly answers: readonly Answer[];
}

interface Answer {
  readonly of: keyof Trackables | "track_group";
  readonly name: string;
  readonly found: unknown;
}

const readBefore = createMemory<EffectiveStatement, ReadInstance>();

function holds({ answers }: ReadInstance, { trackableNamed, trackGroupNamed }: VrrpProcess): boolean {
  return answers.every(
    ({ of, name, found }) => (of === "track_group" ? trackGroupNamed(name) : trackableNamed(of, name)) === found,
  );
}

function readAlone(vrrp: VrrpProcess, statement: EffectiveStatement): ReadInstance {
  const answers: Answer[] = [];
  const noted = <T>(of: Answer["of"], name: string, found: T): T => {
    answers.push({ of, name, found });
    return found;
  };
  const remarks = recordRemarks();
  const interfaces: InterfaceUse[] = [];
  const trackedScripts = new Set<string>();
  const own: VrrpProcess = Object.assign({}, vrrp, {
    remarks,
    interfaces,
    trackedScripts,
    // What the host has is asked wherever the block is read.
    known: undefined,
    trackableNamed: (kind, name) => noted(kind, name, vrrp.trackableNamed(kind, name)),
    trackGroupNamed: (name) => noted("track_group", name, vrrp.trackGroupNamed(name)),
  } satisfies Partial<VrrpProcess>);
  return { target: vrrp.target, instance: readBlock(own, statement), remarks, interfaces, trackedScripts, answers };
}

function readBlock(vrrp: VrrpProcess, statement: EffectiveStatement): InstanceDraft {
  const name = statement.words[1]!;
  const settings = settingsIn(statement, vrrp.target);
  const preemptDelay = numberIn(settings, "preempt_delay");
  const instance: Mutable<InstanceDraft> = {
    name: name.value,
    place: name.place,
    statement,
    settings,
    peers: [],
    peersByText: new Map(),
    addresses: [],
    excluded: [],
    namesakes: new Map(),
    addressBlocks: [],
    trackers: [],
  };
  const virtualRouterId = numberIn(settings, "virtual_router_id");
  const priority = numberIn(settings, "priority");
  const state = textIn(settings, "state") as InstanceDraft["state"];
  const advertInterval = numberIn(settings, "advert_int");
  const transmitOnBase = flagIn(settings, "vmac_xmit_base");
  if (virtualRouterId) instance.virtualRouterId = virtualRouterId;
  if (priority) instance.priority = priority;
  if (state) instance.state = state;
  if (advertInterval) instance.advertInterval = advertInterval;
  if (preemptDelay?.value) instance.preemptDelay = preemptDelay;
  if (transmitOnBase) instance.transmitOnBase = transmitOnBase;
  for (const child of statement.children) handlers.get(child.keyword.name)?.(vrrp, instance, child);
  endInstance(vrrp, instance);
  return instance;
}

/** Source: keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_end_handler. */
function endInstance({ remarks, switches }: VrrpProcess, instance: InstanceDraft): void {
  const { statement, unicast, vmac, ipvlan } = instance;
  const overlay = vmac ?? ipvlan;
  if (unicast && overlay && switches.checksUnicastVmac) {
    if (!instance.interface) {
      remarks.atEnd(statement, overlay.place, {
        kind: "overlay-without-interface",
        instance: instance.name,
        keyword: overlay.from.keyword.name,
      });
      delete instance.vmac;
      delete instance.ipvlan;
      delete instance.vmacName;
    } else if (!instance.transmitOnBase) {
      remarks.atEnd(statement, overlay.place, {
        kind: "unicast-overlay",
        keyword: overlay.from.keyword.name,
        overlay: overlay.from,
      });
      instance.transmitOnBase = overlay;
    }
  }
  const ttl = numberIn(instance.settings, "unicast_ttl");
  if (instance.peers.length === 0 && ttl) {
    remarks.atEnd(statement, ttl.place, { kind: "ttl-without-peer", instance: instance.name });
  }
}

function acceptance(value: boolean): Handler {
  return (_vrrp, instance, statement) => {
    instance.accept = setBy(statement, value);
  };
}

function eachLine(take: (vrrp: VrrpProcess, instance: InstanceDraft, line: EffectiveLine) => void): Handler {
  return (vrrp, instance, { lines }) => {
    for (const line of lines) take(vrrp, instance, line);
  };
}

/** A name that is too long is ignored; one that no host has is not. */
const readInterface: Handler = (vrrp, instance, statement) => {
  const setting = textOf(vrrp, statement);
  if (setting === undefined) return;
  canExist(vrrp, statement, statement.words[1]!);
  if (setting.value !== "lo") {
    instance.interface = setting;
    return;
  }
  delete instance.interface;
  vrrp.remarks.onLine(statement, setting.place, { kind: "interface-is-loopback" });
};

const readVersion: Handler = (vrrp, instance, statement) => {
  const setting = takeStatement(undefined, statement, vrrp.target) as Setting<2 | 3> | undefined;
  if (setting === undefined) return;
  const { value: version, place } = setting;
  const other = instance.version !== undefined && instance.version.value !== version;
  if (other || (version === 2 && instance.family === "ipv6")) {
    vrrp.remarks.onLine(statement, place, {
      kind: "version-ignored",
      instance: instance.name,
      version,
      reason: other ? instance.version!.value : "ipv6-addresses",
    });
    return;
  }
  instance.version = setting;
};

const readNativeIpv6: Handler = ({ remarks }, instance, statement) => {
  if (instance.family === "ipv4") {
    remarks.onLine(statement, statement.words[0]!.place, { kind: "native-ipv6-after-ipv4", instance: instance.name });
    return;
  }
  instance.family = "ipv6";
  instance.version = setBy(statement, 3);
};

const readVrf: Handler = (vrrp, instance, statement) => {
  const setting = textOf(vrrp, statement);
  if (setting === undefined) return;
  if (!instance.interface) {
    instance.vrf ??= setting;
    return;
  }
  vrrp.remarks.onLine(statement, setting.place, {
    kind: "vrf-ignored",
    instance: instance.name,
    vrf: setting.value,
    because: "interface-before",
  });
};

function textOf({ target }: VrrpProcess, statement: EffectiveStatement): Setting<string> | undefined {
  const setting = takeStatement(undefined, statement, target);
  return typeof setting?.value === "string" ? (setting as Setting<string>) : undefined;
}

/** What stands for itself is in the settings; here is what depends on what was read before, or has remarks of its own. */
const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ["interface", readInterface],
  ["version", readVersion],
  ["native_ipv6", readNativeIpv6],
  ["vrf", readVrf],
  ["authentication", readAuthentication],
  ["auth_hmac", readHmac],
  ["unicast_peer", readPeers],
  ["check_unicast_src", markUnicast],
  ["old_unicast_checksum", markUnicast],
  ["unicast_fault_no_peer", markUnicast],
  [
    "unicast_src_ip",
    (vrrp, instance, statement) => {
      markUnicast(vrrp, instance, statement);
      readSource(vrrp, instance, statement);
    },
  ],
  ["mcast_src_ip", readSource],
  ["mcast_dst_ip", readMulticastGroup],
  ["use_vmac", readVmac],
  ["use_ipvlan", readIpvlan],
  [
    "nopreempt",
    (_vrrp, instance, statement) => {
      instance.nopreempt ??= setBy(statement, true);
    },
  ],
  [
    "preempt",
    (_vrrp, instance) => {
      delete instance.nopreempt;
    },
  ],
  ["accept", acceptance(true)],
  ["no_accept", acceptance(false)],
  [
    "virtual_ipaddress",
    (vrrp, instance, statement) => {
      instance.addressBlocks.push(statement);
      for (const line of statement.lines) addVirtualAddress(vrrp, instance, line, false);
    },
  ],
  ["virtual_ipaddress_excluded", eachLine((vrrp, instance, line) => addVirtualAddress(vrrp, instance, line, true))],
  ["virtual_routes", eachLine((vrrp, _instance, line) => checkRouteLine(vrrp, line))],
  ["virtual_rules", eachLine((vrrp, _instance, line) => checkRuleLine(vrrp, line))],
  ...Object.entries(trackBlocks).map(([name, kind]): [string, Handler] => [
    name,
    eachLine((vrrp, instance, line) => addTracker(vrrp, instance, kind, line)),
  ]),
]);
