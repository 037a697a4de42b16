/** An instance as the rest of the program sees it: what is written, and what is in force once everything is completed. */
import type { Family } from "../objects.js";
import type { Mutable } from "../types.js";
import { addressInForce, inGlobals } from "../values/settings.js";
import type { SyncGroup, Tracker, VrrpInstance } from "./model.js";
import type { InstanceDraft, VrrpProcess } from "./process.js";
import { inForceFor, type Settled, usualDownTimerAdverts } from "./settled.js";

export function instancesInForce(vrrp: VrrpProcess, all: readonly Settled[]): readonly VrrpInstance[] {
  const shared: Shared = {
    ownedGroups: new Set(all.flatMap(({ owner, instance }) => (owner && instance.group ? [instance.group] : []))),
    multicastGroups: {
      ipv4: multicastGroup(vrrp, "vrrp_mcast_group4"),
      ipv6: multicastGroup(vrrp, "vrrp_mcast_group6"),
    },
  };
  return all.map((settled) => instanceInForce(settled, shared));
}

/** What holds for several instances. */
interface Shared {
  /** Sync groups with an owner of addresses. */
  readonly ownedGroups: ReadonlySet<SyncGroup>;
  /** Of instances without one of their own. */
  readonly multicastGroups: Readonly<Record<Family, string>>;
}

function multicastGroup({ global, target }: VrrpProcess, keyword: string): string {
  return addressInForce(inGlobals({ children: global.statements }, keyword, target))!.value.text;
}

function instanceInForce(settled: Settled, { ownedGroups, multicastGroups }: Shared): VrrpInstance {
  const { vrrp, instance, strict, owner, nopreempt, preemptDelay } = settled;
  const made: Mutable<VrrpInstance> = {
    name: instance.name,
    place: instance.place,
    statement: instance.statement,
    effectivePriority: settled.priority,
    owner,
    effectiveState: settled.master ? "MASTER" : "BACKUP",
    effectiveVersion: settled.version,
    effectiveAdvertInterval: settled.interval,
    effectiveDownTimerAdverts: strict ? usualDownTimerAdverts : settled.downTimerAdverts,
    addresses: instance.addresses,
    excludedAddresses: instance.excluded,
    unicastPeers: instance.peers,
    effectiveMulticastGroup: instance.multicastGroup?.value.text ?? multicastGroups[settled.family],
    effectiveNopreempt: nopreempt !== undefined,
    effectivePreemptDelay: preemptDelay?.value ?? 0,
    strict,
    checksSource: hasTtlLimits(instance) || inForceFor(vrrp, instance, "check_unicast_src") === true,
    ignoresAdverts:
      owner && vrrp.switches.ownersIgnore && (strict || inForceFor(vrrp, instance, "owner_ignore_adverts") === true),
    tracksInterface: !instance.settings.has("dont_track_primary"),
    trackers: instance.trackers,
    effectiveTrackers: trackersInForce(settled, ownedGroups),
  };
  // One by one: an object whose keys are only known as it is made takes three times the room.
  if (instance.interface) made.interface = instance.interface;
  if (instance.virtualRouterId) made.virtualRouterId = instance.virtualRouterId;
  if (instance.priority) made.priority = instance.priority;
  if (instance.state) made.state = instance.state;
  if (instance.version) made.version = instance.version;
  if (instance.advertInterval) made.advertInterval = instance.advertInterval;
  if (instance.authentication) made.authentication = instance.authentication;
  if (instance.family) made.family = instance.family;
  if (instance.source) made.source = instance.source;
  if (instance.multicastGroup) made.multicastGroup = instance.multicastGroup;
  if (instance.nopreempt) made.nopreempt = instance.nopreempt;
  if (instance.preemptDelay) made.preemptDelay = instance.preemptDelay;
  if (instance.group) made.group = instance.group;
  if (instance.vmac) made.vmac = instance.vmac;
  if (settled.authentication) made.effectiveAuthentication = settled.authentication.value;
  return made;
}

/** The only words behind a peer. With them keepalived looks at where adverts come from. */
function hasTtlLimits({ peers }: InstanceDraft): boolean {
  return peers.some(({ from }) => from.wording.words.length > 1);
}

/**
 * Where a sync group tracks the same as its member, the group's weight counts, unless the member has none. With an owner
 * in the group none of its weights count.
 */
function trackersInForce({ instance, trackers }: Settled, ownedGroups: ReadonlySet<SyncGroup>): readonly Tracker[] {
  const { group } = instance;
  if (group === undefined || group.trackers.length === 0) return trackers;
  const shared = ownedGroups.has(group)
    ? group.trackers.map((tracker) => ({ ...tracker, effectiveWeight: 0 }))
    : group.trackers;
  const among = (list: readonly Tracker[], { kind, name }: Tracker): Tracker | undefined =>
    list.find((one) => one.kind === kind && one.name === name);
  return [
    ...trackers.map((own) => (own.effectiveWeight === 0 ? own : (among(shared, own) ?? own))),
    ...shared.filter((one) => among(trackers, one) === undefined),
  ];
}
