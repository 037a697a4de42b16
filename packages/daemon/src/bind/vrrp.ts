/** VRRP instances and sync groups as the daemon holds them after reading (vrrp/vrrp_parser.c, vrrp/vrrp.c). */
import type { Version } from "@kalint/schema";
import type {
  Family,
  GlobalDefinitions,
  Sourced,
  SyncGroup,
  UnicastPeer,
  VirtualAddress,
  VrrpInstance,
} from "../objects.js";
import type { EffectiveLine, EffectiveStatement } from "../types.js";
import { readInt, readPrefixedAddress, readSocketAddress } from "../values/read.js";
import { addressSetting, flagSetting, numberSetting, textSetting, wordSetting } from "../values/settings.js";
import type { InstanceReading } from "../vrrp/read.js";
import { childrenNamed, present, sourced } from "./sources.js";

function inSeconds(setting: Sourced<number> | undefined): Sourced<number> | undefined {
  return setting && { ...setting, value: setting.value / 1_000_000 };
}

export function instanceOf(
  statement: EffectiveStatement,
  target: Version,
  global: GlobalDefinitions,
  completed: InstanceReading | undefined,
): VrrpInstance {
  const name = statement.words[1];
  const addressing = addressingOf(statement);
  const version = versionOf(statement, addressing.family);
  const state = wordSetting<"MASTER" | "BACKUP">(statement, "state", target);
  const strict = completed?.settled.strict ?? global.strict;
  const effectiveVersion = completed?.settled.version ?? 2;
  const advertInterval = inSeconds(completed?.read.advertInterval);
  const priority = numberSetting(statement, "priority", target);
  return present<VrrpInstance>({
    name: name?.value ?? "",
    place: name?.place ?? statement.place,
    statement,
    interface: textSetting(statement, "interface", target),
    virtualRouterId: numberSetting(statement, "virtual_router_id", target),
    priority,
    effectivePriority: completed?.settled.priority ?? 100,
    state,
    effectiveState: completed?.settled.master ? "MASTER" : "BACKUP",
    version: version ?? global.vrrpVersion,
    effectiveVersion,
    advertInterval,
    effectiveAdvertInterval: completed?.settled.interval ?? 1,
    authentication: authenticationOf(statement, target),
    effectiveAuthentication: completed?.settled.instance.authenticationType?.value,
    ...addressing,
    multicastGroup: addressSetting(statement, "mcast_dst_ip", target),
    nopreempt: flagSetting(statement, "nopreempt", target),
    preemptDelay: inSeconds(completed?.read.preemptDelay),
    strict,
    trackers: completed?.read.trackers ?? [],
    vmac: vmacOf(statement),
  });
}

function versionOf(statement: EffectiveStatement, family: Family | undefined): Sourced<2 | 3> | undefined {
  for (const child of childrenNamed(statement, "version")) {
    const word = child.words[1];
    const value = word && readInt(word.value, { min: 2, max: 3 }).value;
    if (value === 2 && family === "ipv6" && followsAddresses(statement, child)) continue;
    if (value !== undefined) return sourced(value as 2 | 3, word!, child);
  }
  return undefined;
}

function followsAddresses(statement: EffectiveStatement, version: EffectiveStatement): boolean {
  const before = statement.children.slice(0, statement.children.indexOf(version));
  return before.some(({ keyword }) =>
    /^(virtual_ipaddress|unicast_peer|native_ipv6|unicast_src_ip|mcast_src_ip)$/.test(keyword.name),
  );
}

function authenticationOf(statement: EffectiveStatement, target: Version): VrrpInstance["authentication"] {
  const blocks = childrenNamed(statement, "authentication");
  const block = blocks.at(-1);
  if (!block) return undefined;
  const merged = { children: blocks.flatMap(({ children }) => children) };
  return present<NonNullable<VrrpInstance["authentication"]>>({
    type: wordSetting<"PASS" | "AH">(merged, "auth_type", target),
    password: textSetting(merged, "auth_pass", target),
    statement: block,
  });
}

type Addressing = Pick<
  VrrpInstance,
  "family" | "addresses" | "excludedAddresses" | "unicastSource" | "multicastSource" | "unicastPeers"
>;

/** The first address of any kind fixes the family; addresses of the other one are dropped. */
function addressingOf(statement: EffectiveStatement): Addressing {
  let family: Family | undefined;
  const addresses: VirtualAddress[] = [];
  const excludedAddresses: VirtualAddress[] = [];
  const unicastPeers: UnicastPeer[] = [];
  const sources: { unicast?: UnicastPeer; multicast?: UnicastPeer } = {};
  const accept = (given: Family): boolean => {
    family ??= given;
    return given === family;
  };
  for (const child of statement.children) {
    const { name } = child.keyword;
    if (name === "native_ipv6") family ??= "ipv6";
    else if (name === "virtual_ipaddress") {
      for (const address of addressesOf(child)) {
        if (accept(address.value.family) && !addresses.some((other) => isSame(other, address))) addresses.push(address);
      }
    } else if (name === "virtual_ipaddress_excluded") excludedAddresses.push(...addressesOf(child));
    else if (name === "unicast_peer") {
      for (const peer of peersOf(child)) {
        if (accept(peer.value.family) && !unicastPeers.some(({ value }) => value.text === peer.value.text))
          unicastPeers.push(peer);
      }
    } else if (name === "unicast_src_ip" || name === "mcast_src_ip") {
      const word = child.words[1];
      const address = word && readSocketAddress(word.value).value;
      if (address && accept(address.family))
        sources[name === "unicast_src_ip" ? "unicast" : "multicast"] = sourced(address, word, child);
    }
  }
  return present<Addressing>({
    family,
    addresses,
    excludedAddresses,
    unicastPeers,
    unicastSource: sources.unicast,
    multicastSource: sources.multicast,
  });
}

function isSame(left: VirtualAddress, right: VirtualAddress): boolean {
  return left.value.text === right.value.text && left.device?.value === right.device?.value;
}

/** The addresses of a `virtual_ipaddress` block or its kin; lines without a good address are left out. */
export function addressesOf(block: EffectiveStatement): readonly VirtualAddress[] {
  return block.lines.flatMap((line): VirtualAddress[] => {
    const word = line.words[0];
    const address = word && readPrefixedAddress(word.value).value;
    if (!address) return [];
    const device = deviceOf(line);
    return [{ ...sourced(address, word, line), ...(device ? { device } : {}) }];
  });
}

function deviceOf(line: EffectiveLine): Sourced<string> | undefined {
  const at = line.words.findIndex(({ value }, index) => index > 0 && value === "dev");
  const word = at < 0 ? undefined : line.words[at + 1];
  return word && sourced(word.value, word, line);
}

function peersOf(block: EffectiveStatement): readonly UnicastPeer[] {
  return block.lines.flatMap((line): UnicastPeer[] => {
    const word = line.words[0];
    const address = word && readSocketAddress(word.value).value;
    return address ? [sourced(address, word, line)] : [];
  });
}

function vmacOf(statement: EffectiveStatement): Sourced<string | true> | undefined {
  const vmac = childrenNamed(statement, "use_vmac").at(-1);
  if (!vmac) return undefined;
  const name = vmac.words.slice(1).find(({ value }) => !/^[0-9a-fA-F]{1,2}(:[0-9a-fA-F]{1,2}){5}$/.test(value));
  return name ? sourced<string | true>(name.value, name, vmac) : sourced<string | true>(true, vmac.words[0]!, vmac);
}

export function syncGroupOf(
  statement: EffectiveStatement,
  target: Version,
  trackers: SyncGroup["trackers"],
): SyncGroup {
  const name = statement.words[1];
  const group = statement.children.find(({ keyword, skipped }) => keyword.name === "group" && !skipped);
  return {
    name: name?.value ?? "",
    place: name?.place ?? statement.place,
    statement,
    members: (group?.lines ?? []).flatMap((line) => line.words.map((word) => sourced(word.value, word, line))),
    trackers,
    trackingWeight: flagSetting(statement, ["sync_group_tracking_weight", "global_tracking"], target) !== undefined,
  };
}
