/** A host's part in a virtual router, as its daemon holds it. */

import type { HostConfiguration, Tracker, VrrpInstance, VrrpRefusal } from "@kalint/daemon";
import { say } from "@kalint/schema";
import type { VirtualRouter } from "../types.js";
import type { Participant, Weighing } from "./types.js";

export function participantOf(host: HostConfiguration, instance: VrrpInstance, router: VirtualRouter): Participant {
  const { effectivePriority: basePriority, effectiveAuthentication: type, authentication } = instance;
  return {
    host,
    instance,
    router,
    basePriority,
    owner: instance.owner,
    version: instance.effectiveVersion,
    family: instance.family ?? "ipv4",
    interval: instance.effectiveAdvertInterval,
    downTimerAdverts: instance.effectiveDownTimerAdverts,
    initialState: instance.effectiveState === "MASTER" ? "master" : "backup",
    nopreempt: instance.effectiveNopreempt,
    preemptDelay: instance.effectivePreemptDelay,
    authentication: type ? { type, password: authentication?.password?.value ?? "" } : { type: "none", password: "" },
    addresses: instance.addresses.map(({ value }) => value.text).toSorted(),
    peers: instance.unicastPeers.map(({ value }) => value.text),
    source: instance.source?.value.text,
    multicastGroup: instance.effectiveMulticastGroup,
    checksSource: instance.checksSource,
    ignoresAdverts: instance.ignoresAdverts,
    ignoresInterface: !instance.tracksInterface,
    group: instance.group?.name,
    trackers: instance.effectiveTrackers.map((tracker) => weighingOf(host, tracker)),
    refusal: refusalOf(host),
  };
}

/** One instance that is refused keeps all of the host from running. */
function refusalOf({ effective, vrrpRefusal }: HostConfiguration): string | undefined {
  if (effective.fatal) return say`keepalived stops while it reads its configuration`;
  return vrrpRefusal && reasonOf(vrrpRefusal);
}

function reasonOf(refusal: VrrpRefusal): string {
  const { instance } = refusal;
  switch (refusal.kind) {
    case "no-router-id":
      return say`${instance} has no virtual_router_id`;
    case "no-interface":
      return say`${instance} has no interface`;
    case "no-address":
      return say`${instance} has no virtual_ipaddress`;
    case "no-source":
      return say`${instance} has neither interface nor source address`;
    case "link-local-source":
      return say`${instance} has a link-local source address and no interface`;
    case "unicast-in-strict-mode":
      return say`${instance} has unicast peers in strict mode`;
    case "shared-router-id":
      return say`${instance} has the virtual_router_id of ${refusal.other}`;
  }
}

function weighingOf(host: HostConfiguration, tracker: Tracker): Weighing {
  const { kind, name, effectiveWeight: weight, reverse = false } = tracker;
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
