/** What the daemon makes of an instance before it takes part in an election (keepalived, vrrp/vrrp.c: vrrp_complete_instance). */

import type { HostConfiguration, SyncGroup, Tracker, VrrpInstance } from "@kalint/daemon";
import {
  addressInForce,
  childrenNamed,
  flagSetting,
  inGlobals,
  numberSetting,
  type SettingBlock,
  switchSetting,
} from "@kalint/daemon";
import { switchesOf } from "@kalint/schema";
import type { VirtualRouter } from "../types.js";
import type { Participant, Weighing } from "./types.js";

export function participantOf(host: HostConfiguration, instance: VrrpInstance, router: VirtualRouter): Participant {
  const { statement, strict } = instance;
  const { target } = host.effective;
  const basePriority = instance.effectivePriority;
  const owner = basePriority === 255;
  const initialState = instance.effectiveState === "MASTER" ? "master" : "backup";
  const unlessMaster = initialState === "backup";
  const nopreempt = unlessMaster && !owner && instance.nopreempt !== undefined;
  const group = host.syncGroups.find(({ members }) => members.some(({ value }) => value === instance.name));
  const family = instance.family ?? "ipv4";
  return {
    host,
    instance,
    router,
    basePriority,
    owner,
    version: instance.effectiveVersion,
    family,
    interval: instance.effectiveAdvertInterval,
    downTimerAdverts: strict
      ? 3
      : (numberSetting(statement, "down_timer_adverts", target)?.value ?? host.global.downTimerAdverts),
    initialState,
    nopreempt,
    preemptDelay: unlessMaster && !strict && !nopreempt ? (instance.preemptDelay?.value ?? 0) : 0,
    authentication: authenticationOf(instance),
    addresses: instance.addresses.map(({ value }) => value.text).toSorted(),
    peers: instance.unicastPeers.map(({ value }) => value.text),
    source: instance.unicastSource?.value.text ?? instance.multicastSource?.value.text,
    multicastGroup: instance.multicastGroup?.value.text ?? globalGroup(host, family),
    checksSource:
      (
        switchSetting(statement, "check_unicast_src", target) ??
        switchSetting(globalBlock(host), "vrrp_check_unicast_src", target)
      )?.value ?? false,
    ignoresAdverts: owner && ignoresAdverts(host, instance),
    ignoresInterface: flagSetting(statement, "dont_track_primary", target) !== undefined,
    group: group?.name,
    trackers: weighingsOf(host, instance, owner, group),
    refusal: refusalOf(host),
  };
}

/** One instance that is refused keeps all of the host from running (semantic checks of vrrp/vrrp.c). */
function refusalOf(host: HostConfiguration): string | undefined {
  if (host.effective.fatal) return "keepalived stops while it reads its configuration";
  for (const { name, virtualRouterId, interface: device, unicastPeers, unicastSource, ...rest } of host.instances) {
    if (virtualRouterId === undefined) return `${name} has no virtual_router_id`;
    if (device === undefined && (unicastPeers.length === 0 || unicastSource === undefined)) {
      return `${name} has no interface`;
    }
    const needsAddress = rest.effectiveVersion === 3 || rest.strict;
    if (
      needsAddress &&
      rest.addresses.length === 0 &&
      !flagSetting(rest.statement, "no_virtual_ipaddress", host.effective.target)
    ) {
      return `${name} has no virtual_ipaddress`;
    }
  }
  return undefined;
}

/** All `global_defs` blocks as one. */
function globalBlock(host: HostConfiguration): SettingBlock {
  return { children: host.global.statements };
}

function globalGroup(host: HostConfiguration, family: "ipv4" | "ipv6"): string | undefined {
  const name = family === "ipv4" ? "vrrp_mcast_group4" : "vrrp_mcast_group6";
  return addressInForce(inGlobals(globalBlock(host), name, host.effective.target))?.value.text;
}

/** Only the first eight characters of a password count. */
function authenticationOf(instance: VrrpInstance): Participant["authentication"] {
  const { effectiveAuthentication: type, authentication } = instance;
  return type === undefined
    ? { type: "none", password: "" }
    : { type, password: authentication?.password?.value.slice(0, 8) ?? "" };
}

/** Owners that drop every advertisement (owner_ignore_adverts). */
function ignoresAdverts(host: HostConfiguration, { statement, strict }: VrrpInstance): boolean {
  if (childrenNamed(statement, "owner_ignore_adverts").length > 0) return true;
  const { target } = host.effective;
  return (
    switchesOf(target).ownersIgnore &&
    (strict || switchSetting(globalBlock(host), "vrrp_owner_ignore_adverts", target)?.value === true)
  );
}

/**
 * A member's own weights count only with `sync_group_tracking_weight`; without it weighted trackers are dropped, apart
 * from files of the default weight, which then mean FAULT, and from interfaces and processes, whose weights count in
 * spite of what keepalived says. Owners keep unweighted trackers alone. Where a group tracks the same as its member,
 * the group's weight counts, unless the member has none.
 */
function weighingsOf(
  host: HostConfiguration,
  instance: VrrpInstance,
  owner: boolean,
  group: SyncGroup | undefined,
): readonly Weighing[] {
  const unweighted = group !== undefined && !group.trackingWeight;
  const own = instance.trackers.flatMap((tracker): Weighing[] => {
    const { kind, effectiveWeight: weight } = tracker;
    if (weight === 0 || (!unweighted && !owner)) return [weighingOf(host, tracker, weight)];
    if ((kind === "process" || kind === "interface") && !owner) return [weighingOf(host, tracker, weight)];
    return kind === "file" && weight === 1 ? [weighingOf(host, tracker, 0)] : [];
  });
  const ownerInside = (group?.members ?? []).some(({ value }) =>
    host.instances.some(({ name, effectivePriority }) => name === value && effectivePriority === 255),
  );
  const shared = (group?.trackers ?? []).map((tracker) =>
    weighingOf(host, tracker, ownerInside ? 0 : tracker.effectiveWeight),
  );
  const among = (list: readonly Weighing[], { kind, name }: Weighing): Weighing | undefined =>
    list.find((one) => one.kind === kind && one.name === name);
  return [
    ...own.map((one) => (one.weight === 0 ? one : (among(shared, one) ?? one))),
    ...shared.filter((one) => among(own, one) === undefined),
  ];
}

function weighingOf(host: HostConfiguration, tracker: Tracker, weight: number): Weighing {
  const { kind, name } = tracker;
  const reverse = tracker.reverse ?? false;
  if (kind !== "file") return { kind, name, weight, reverse };
  const file = host.trackFiles.find((one) => one.name === name);
  return { kind, name, weight, reverse, fileValue: file?.initialValue ?? 0 };
}

/** Seconds of `interval` × `fall` until a script that fails is believed; until a process is missed. Processes too many are noticed at once. */
export function detectionTime(host: HostConfiguration, tracker: { kind: string; name: string }): number {
  if (tracker.kind === "process") {
    return host.trackProcesses.find(({ name }) => name === tracker.name)?.terminateDelay ?? 0;
  }
  if (tracker.kind !== "script") return 0;
  const script = host.scripts.find(({ name }) => name === tracker.name);
  if (!script) return 0;
  return (script.interval?.value || 1) * (script.fall?.value ?? 1);
}
