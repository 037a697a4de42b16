/** The keywords of a `vrrp_instance`, one after the other as the daemon takes them (vrrp/vrrp_parser.c). */

import type { EffectiveLine, EffectiveStatement } from "../types.js";
import { readBoolean, readUnsigned } from "../values/read.js";
import { addVirtualAddress } from "./addresses.js";
import { readAuthentication, readHmac } from "./authentication.js";
import { readMicroseconds } from "./decimals.js";
import type { Instance, VrrpProcess } from "./facts.js";
import { type Handler, markUnicast, setBy } from "./handler.js";
import { canExist } from "./interfaces.js";
import { readMulticastGroup, readPeers, readSource } from "./peers.js";
import { checkRuleLine } from "./policy-rules.js";
import { checkRouteLine } from "./routes.js";
import { addTracker, trackBlocks } from "./trackers.js";
import { readIpvlan, readVmac } from "./vmac.js";

export function readInstance(vrrp: VrrpProcess, statement: EffectiveStatement): void {
  const { instances } = vrrp;
  const name = statement.words[1]!;
  const instance: Instance = {
    name: name.value,
    place: name.place,
    statement,
    peers: [],
    addresses: [],
    excluded: [],
    namesakes: new Map(),
    addressBlocks: [],
    trackers: [],
  };
  for (const child of statement.children) handlers.get(child.keyword.name)?.(vrrp, instance, child);
  if (instance.authenticationPassword && !hasType(statement)) instance.passwordAlone = instance.authenticationPassword;
  endInstance(vrrp, instance);
  instances.push(instance);
}

/** Also a type that is a bad argument is a type. */
function hasType({ children }: EffectiveStatement): boolean {
  return children.some(
    ({ keyword, children: inner }) =>
      keyword.name === "authentication" && inner.some((child) => child.keyword.name === "auth_type"),
  );
}

/** Source: keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_end_handler. */
function endInstance({ remarks, behaviour }: VrrpProcess, instance: Instance): void {
  const { statement, unicast, vmac, ipvlan } = instance;
  const overlay = vmac ?? ipvlan;
  if (unicast && overlay && behaviour.checksUnicastVmac) {
    if (!instance.interface) {
      remarks.atEnd(statement, overlay.place, {
        kind: "overlay-without-interface",
        instance: instance.name,
        keyword: overlay.from.words[0]!.value,
      });
      delete instance.vmac;
      delete instance.ipvlan;
      delete instance.vmacName;
    } else if (!instance.transmitOnBase) {
      remarks.atEnd(statement, overlay.place, {
        kind: "unicast-overlay",
        keyword: overlay.from.words[0]!.value,
        overlay: overlay.from,
      });
      instance.transmitOnBase = overlay;
    }
  }
  if (instance.peers.length === 0 && instance.unicastTtl) {
    remarks.atEnd(statement, instance.unicastTtl.place, { kind: "ttl-without-peer", instance: instance.name });
  }
}

function flag<Key extends keyof Instance>(key: Key): Handler {
  return (_vrrp, instance, statement) => {
    instance[key] ??= setBy(statement, true) as Instance[Key];
  };
}

function acceptance(value: boolean): Handler {
  return (_vrrp, instance, statement) => {
    instance.accept = setBy(statement, value);
  };
}

function eachLine(take: (vrrp: VrrpProcess, instance: Instance, line: EffectiveLine) => void): Handler {
  return (vrrp, instance, { lines }) => {
    for (const line of lines) take(vrrp, instance, line);
  };
}

/** `key` alone means true. */
function truth(key: "lowerPriorityNoAdvert" | "higherPrioritySendAdvert" | "ownerIgnoreAdverts"): Handler {
  return (_vrrp, instance, statement) => {
    const text = statement.words[1]?.value;
    const value = text === undefined ? true : readBoolean(text).value;
    if (value !== undefined) instance[key] = setBy(statement, value);
  };
}

function number(
  key: "unicastTtl" | "garpLowerPriorityRepeat" | "garpLowerPriorityDelay" | "downTimerAdverts" | "virtualRouterId",
  min: number,
  max: number,
): Handler {
  return (_vrrp, instance, statement) => {
    const word = statement.words[1];
    const value = word && readUnsigned(word.value, { min, max }).value;
    if (word && value !== undefined) instance[key] = { value, place: word.place, from: statement };
  };
}

const readInterface: Handler = (vrrp, instance, statement) => {
  const { remarks } = vrrp;
  const word = statement.words[1];
  // A name that is too long is ignored; one that no host has is not.
  if (word === undefined || word.value.length > 15) return;
  canExist(vrrp, word.value);
  if (word.value === "lo") {
    delete instance.interface;
    remarks.onLine(statement, word.place, { kind: "interface-is-loopback" });
    return;
  }
  instance.interface = { value: word.value, place: word.place, from: statement };
};

const readVersion: Handler = ({ remarks }, instance, statement) => {
  const word = statement.words[1];
  const version = word && readUnsigned(word.value, { min: 2, max: 3 }).value;
  if (!word || (version !== 2 && version !== 3)) return;
  const other = instance.version !== undefined && instance.version !== version;
  if (other || (version === 2 && instance.family === "ipv6")) {
    remarks.onLine(statement, word.place, {
      kind: "version-ignored",
      instance: instance.name,
      version,
      reason: other ? instance.version! : "ipv6-addresses",
    });
    return;
  }
  instance.version = version;
  instance.versionFrom = { value: version, place: word.place, from: statement };
};

const readNativeIpv6: Handler = ({ remarks }, instance, statement) => {
  if (instance.family === "ipv4") {
    remarks.onLine(statement, statement.words[0]!.place, { kind: "native-ipv6-after-ipv4", instance: instance.name });
    return;
  }
  instance.family = "ipv6";
  instance.version = 3;
};

const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ["virtual_router_id", number("virtualRouterId", 1, 255)],
  ["interface", readInterface],
  ["version", readVersion],
  ["native_ipv6", readNativeIpv6],
  ["authentication", readAuthentication],
  ["auth_hmac", readHmac],
  ["unicast_peer", readPeers],
  ["check_unicast_src", markUnicast],
  ["old_unicast_checksum", markUnicast],
  [
    "unicast_fault_no_peer",
    (vrrp, instance, statement) => {
      markUnicast(vrrp, instance, statement);
      instance.faultWithoutPeer ??= setBy(statement, true);
    },
  ],
  [
    "unicast_src_ip",
    (vrrp, instance, statement) => {
      markUnicast(vrrp, instance, statement);
      readSource(vrrp, instance, statement);
    },
  ],
  ["mcast_src_ip", readSource],
  ["mcast_dst_ip", readMulticastGroup],
  ["unicast_ttl", number("unicastTtl", 0, 255)],
  ["track_src_ip", flag("trackSource")],
  ["use_vmac", readVmac],
  ["use_vmac_addr", flag("vmacAddresses")],
  ["vmac_xmit_base", flag("transmitOnBase")],
  ["use_ipvlan", readIpvlan],
  ["promote_secondaries", flag("promoteSecondaries")],
  ["dont_track_primary", flag("dontTrackPrimary")],
  ["no_virtual_ipaddress", flag("noAddress")],
  ["nopreempt", flag("nopreempt")],
  [
    "preempt",
    (_vrrp, instance) => {
      delete instance.nopreempt;
    },
  ],
  ["garp_lower_prio_repeat", number("garpLowerPriorityRepeat", 0, 0x7fffffff)],
  ["garp_lower_prio_delay", number("garpLowerPriorityDelay", 0, 4294)],
  ["down_timer_adverts", number("downTimerAdverts", 1, 100)],
  ["lower_prio_no_advert", truth("lowerPriorityNoAdvert")],
  ["higher_prio_send_advert", truth("higherPrioritySendAdvert")],
  ["owner_ignore_adverts", truth("ownerIgnoreAdverts")],
  [
    "strict_mode",
    (_vrrp, instance, { words }) => {
      const value = words[1] === undefined ? true : readBoolean(words[1].value).value;
      if (value !== undefined) instance.strict = value;
    },
  ],
  ["accept", acceptance(true)],
  ["no_accept", acceptance(false)],
  [
    "state",
    (_vrrp, instance, statement) => {
      const word = statement.words[1];
      if (word === undefined || (word.value === "BACKUP" && instance.state?.value === "MASTER")) return;
      instance.state = { value: word.value === "MASTER" ? "MASTER" : "BACKUP", place: word.place, from: statement };
    },
  ],
  [
    "priority",
    (_vrrp, instance, statement) => {
      const word = statement.words[1];
      if (word)
        instance.priority = {
          value: readUnsigned(word.value, { min: 1, max: 255 }).value ?? 100,
          place: word.place,
          from: statement,
        };
    },
  ],
  [
    "advert_int",
    (_vrrp, instance, statement) => {
      const word = statement.words[1];
      const value = word && readMicroseconds(word.value, 0.01, 255);
      if (word && value !== undefined) instance.advertInterval = { value: value, place: word.place, from: statement };
    },
  ],
  [
    "preempt_delay",
    (_vrrp, instance, statement) => {
      const word = statement.words[1];
      const value = word && readMicroseconds(word.value, 0, 1000);
      delete instance.preemptDelay;
      if (word && value) instance.preemptDelay = { value, place: word.place, from: statement };
    },
  ],
  ...["timer_expired_backup", "thread_timer_expired"].map((name): [string, Handler] => [
    name,
    (_vrrp, instance, statement) => {
      const text = statement.words[1]?.value;
      const value = text === undefined ? 254 : readUnsigned(text, { min: 1, max: 254 }).value;
      if (value !== undefined) instance.timerExpiredBackup = setBy(statement, value);
    },
  ]),
  [
    "vrf",
    ({ remarks }, instance, statement) => {
      const word = statement.words[1];
      if (word === undefined || word.value.length > 15) return;
      if (instance.interface) {
        remarks.onLine(statement, word.place, {
          kind: "vrf-ignored",
          instance: instance.name,
          vrf: word.value,
          because: "interface-before",
        });
      } else instance.vrf ??= { value: word.value, place: word.place, from: statement };
    },
  ],
  [
    "virtual_ipaddress",
    (vrrp, instance, statement) => {
      instance.addressBlocks.push(statement);
      for (const line of statement.lines) addVirtualAddress(vrrp, instance, line, false);
    },
  ],
  ["virtual_ipaddress_excluded", eachLine((vrrp, instance, line) => addVirtualAddress(vrrp, instance, line, true))],
  ["virtual_routes", eachLine((vrrp, _instance, line) => checkRouteLine(vrrp, line, false))],
  ["virtual_rules", eachLine((vrrp, _instance, line) => checkRuleLine(vrrp, line, false))],
  ...Object.entries(trackBlocks).map(([name, kind]): [string, Handler] => [
    name,
    eachLine((vrrp, instance, line) => addTracker(vrrp, instance, kind, line)),
  ]),
]);
