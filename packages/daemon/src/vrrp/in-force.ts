/** An instance as the rest of the program sees it: what is written, and what is in force once everything is completed. */
import { present } from "../bind/sources.js";
import type { Family } from "../objects.js";
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
  return present<VrrpInstance>({
    name: instance.name,
    place: instance.place,
    statement: instance.statement,
    interface: instance.interface,
    virtualRouterId: instance.virtualRouterId,
    priority: instance.priority,
    effectivePriority: settled.priority,
    owner,
    state: instance.state,
    effectiveState: settled.master ? "MASTER" : "BACKUP",
    version: instance.version,
    effectiveVersion: settled.version,
    advertInterval: instance.advertInterval,
    effectiveAdvertInterval: settled.interval,
    effectiveDownTimerAdverts: strict ? usualDownTimerAdverts : settled.downTimerAdverts,
    authentication: instance.authentication,
    effectiveAuthentication: settled.authentication?.value,
    family: instance.family,
    addresses: instance.addresses,
    excludedAddresses: instance.excluded,
    source: instance.source,
    unicastPeers: instance.peers,
    multicastGroup: instance.multicastGroup,
    effectiveMulticastGroup: instance.multicastGroup?.value.text ?? multicastGroups[settled.family],
    nopreempt: instance.nopreempt,
    effectiveNopreempt: nopreempt !== undefined,
    preemptDelay: instance.preemptDelay,
    effectivePreemptDelay: preemptDelay?.value ?? 0,
    strict,
    checksSource: hasTtlLimits(instance) || inForceFor(vrrp, instance, "check_unicast_src") === true,
    ignoresAdverts:
      owner && vrrp.switches.ownersIgnore && (strict || inForceFor(vrrp, instance, "owner_ignore_adverts") === true),
    tracksInterface: !instance.settings.has("dont_track_primary"),
    trackers: instance.trackers,
    effectiveTrackers: trackersInForce(settled, ownedGroups),
    group: instance.group,
    vmac: instance.vmac,
  });
}

/** The only words behind a peer. With them keepalived looks at where adverts come from. */
function hasTtlLimits({ peers }: InstanceDraft): boolean {
  return peers.some(({ from }) => from.words.length > 1);
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
