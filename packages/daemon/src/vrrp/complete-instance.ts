/** What keepalived finds in one instance after reading (vrrp/vrrp.c: vrrp_complete_instance, in its order). */

import { protocol } from "@kalint/schema";
import { isLinkLocal } from "../networks.js";
import type { RemarkFacts, RemarkOf } from "../remarks.js";
import type { Place } from "../types.js";
import { flagIn } from "../values/settings.js";
import {
  checkAuthentication,
  checkDelay,
  checkHmac,
  checkIdleSettings,
  checkInterval,
  checkOwnerIgnoresAdverts,
  checkStrictOptions,
} from "./complete-options.js";
import { checkAddressDevices, checkVmac, checkVmacOptions } from "./complete-vmac.js";
import type { Tracker, VrrpRefusal } from "./model.js";
import { keywordPlace, type Settled, strictly, usualDownTimerAdverts } from "./settled.js";
import { nameOf } from "./trackers.js";

/** Why the instance ends the set-up, where it does. */
type Refusal = Exclude<VrrpRefusal["kind"], "shared-router-id"> | undefined;

/** The first reason for which the instance ends the set-up. */
export function completeInstance(settled: Settled): Refusal {
  const { switches } = settled.vrrp;
  const needsAddress = switches.addressesFirst && checkAddresses(settled);
  if (needsAddress) return needsAddress;
  checkState(settled);
  checkAuthentication(settled);
  checkHmac(settled);
  const unicast = checkUnicast(settled);
  if (unicast) return unicast;
  checkVmacOptions(settled);
  checkLinkLocal(settled);
  checkVrf(settled);
  checkAddressCount(settled);
  checkPreemption(settled);
  checkStrictOptions(settled);
  checkOwnerIgnoresAdverts(settled);
  checkInterval(settled);
  checkDelay(settled);
  checkIdleSettings(settled);
  checkVmac(settled);
  checkOwnInterface(settled);
  checkAddressDevices(settled);
  const lacksAddress = !switches.addressesFirst && checkAddresses(settled);
  if (lacksAddress) return lacksAddress;
  checkWeights(settled);
  return undefined;
}

/** An instance without any address. Where no block is written the missing keyword is named already. */
function checkAddresses({ vrrp: { remarks, switches }, instance, addresses, strict, version }: Settled): Refusal {
  const { name, addressBlocks } = instance;
  const noAddress = flagIn(instance.settings, "no_virtual_ipaddress");
  if (noAddress && strict) strictly(remarks, noAddress.place, { instance: name, setting: "no_virtual_ipaddress" });
  if (addresses.length > 0 || (noAddress && !strict && !switches.addressesFirst)) return undefined;
  const fatal = version === 3 || strict;
  const refusal = fatal ? { refusedBy: strict ? ("strict-mode" as const) : ("version-3" as const) } : {};
  const block = addressBlocks.at(-1);
  if (block) {
    remarks[fatal || switches.reportsMissingAddress ? "afterwards" : "unsaid"](block.words[0]!.place, {
      kind: "instance-without-address",
      instance: name,
      block: block.lines.length === 0 ? "empty" : "unusable",
      ...refusal,
    });
  }
  // Where no block is written the missing keyword claims nothing for releases that report only this.
  if (!block && fatal && !switches.reportsMissingAddress) {
    remarks.afterwards(instance.place, {
      kind: "instance-without-address",
      instance: name,
      block: "absent",
      ...refusal,
    });
  }
  return fatal ? "no-address" : undefined;
}

function checkState(settled: Settled): void {
  const { vrrp, instance, strict, owner } = settled;
  if (!strict || instance.state === undefined || settled.master === owner) return;
  strictly(vrrp.remarks, instance.state.place, {
    instance: instance.name,
    setting: "state",
    value: instance.state.value,
    becomes: owner ? "MASTER" : "BACKUP",
  });
  settled.master = owner;
}

function checkUnicast({ vrrp: { remarks, switches }, instance, strict, unicast }: Settled): Refusal {
  const { name, source } = instance;
  if (instance.unicast && !unicast && switches.unicastNeedsPeer) {
    const keyword = instance.unicast.value;
    const fault = flagIn(instance.settings, "unicast_fault_no_peer");
    if (fault) remarks.unsaid(fault.place, { kind: "unicast-without-peer", instance: name, keyword, fault: true });
    else
      remarks.afterwards(instance.unicast.place, {
        kind: "unicast-without-peer",
        instance: name,
        keyword,
        fault: false,
      });
  }
  if (strict && unicast && instance.interface && switches.strictRefusesUnicast) {
    remarks.afterwards(instance.peers[0]!.place, { kind: "unicast-in-strict-mode", instance: name });
    return "unicast-in-strict-mode";
  }
  if (instance.interface) return undefined;
  // Then the interface is what is missing.
  if (instance.unicast === undefined || !switches.unicastWithoutInterface) return "no-interface";
  if (source === undefined) {
    remarks.afterwards((instance.unicast ?? instance).place, { kind: "no-source", instance: name });
    return "no-source";
  }
  if (!isLinkLocal(source.value)) return undefined;
  remarks.afterwards(source.place, {
    kind: "link-local-source-without-interface",
    instance: name,
    address: source.value.text,
  });
  return "link-local-source";
}

function checkLinkLocal({ vrrp: { remarks, switches }, instance, family, strict, unicast }: Settled): void {
  const [first] = instance.addresses;
  if (family !== "ipv6" || unicast || first === undefined || isLinkLocal(first.value)) return;
  const facts: RemarkFacts = {
    kind: "first-address-not-link-local",
    instance: instance.name,
    address: first.value.text,
    reported: strict || switches.insistsOnLinkLocal,
  };
  if (facts.reported) remarks.afterwards(first.place, facts);
  else remarks.unsaid(first.place, facts);
}

function checkVrf({ vrrp: { remarks }, instance, unicast }: Settled): void {
  const { vrf, name } = instance;
  if (vrf === undefined || (instance.interface === undefined && unicast)) return;
  remarks.afterwards(vrf.place, {
    kind: "vrf-ignored",
    instance: name,
    vrf: vrf.value,
    because: instance.interface ? "interface" : "multicast",
  });
}

/** With IPv4 keepalived says that they do not fit; with IPv6 a frame is full without a word. */
function checkAddressCount({ vrrp: { remarks }, instance: { addresses, name }, family }: Settled): void {
  const { ipv4, ipv6 } = protocol.mostAddresses;
  const count = addresses.length;
  if (count > ipv4) {
    remarks.afterwards(addresses[ipv4]!.place, { kind: "advert-too-small", instance: name, count, room: ipv4 });
  } else if (family === "ipv6" && count > ipv6) {
    remarks.unsaid(addresses[ipv6]!.place, { kind: "advert-too-small", instance: name, count, room: ipv6 });
  }
}

/** In the daemon's order: what one test switches off the next no longer sees. */
function checkPreemption(settled: Settled): void {
  const { vrrp, instance, strict, owner, master, downTimerAdverts } = settled;
  const { remarks, switches } = vrrp;
  const { name, nopreempt, preemptDelay, state, priority } = instance;
  const isIneffective = (
    place: Place,
    facts: Omit<RemarkOf<"preemption-ineffective">, "kind" | "place" | "instance">,
  ): void => remarks.afterwards(place, { kind: "preemption-ineffective", instance: instance.place, ...facts });
  if (nopreempt && (owner || master)) {
    const because = owner ? "owner" : "master";
    const other = (owner ? priority : state)?.place;
    isIneffective(nopreempt.place, { keyword: "nopreempt", because, ...(other && { other }) });
    settled.nopreempt = undefined;
  }
  if (preemptDelay && (master || strict || settled.nopreempt)) {
    const keyword = "preempt_delay";
    if (master) isIneffective(preemptDelay.place, { keyword, because: "master", ...(state && { other: state.place }) });
    else if (strict) strictly(remarks, keywordPlace(preemptDelay), { instance: name, setting: keyword });
    else isIneffective(preemptDelay.place, { keyword, because: "nopreempt", other: nopreempt!.place });
    settled.preemptDelay = undefined;
  }
  if (strict && downTimerAdverts !== usualDownTimerAdverts) {
    strictly(remarks, (instance.settings.get("down_timer_adverts") ?? instance).place, {
      instance: name,
      setting: "down_timer_adverts",
      value: String(downTimerAdverts),
      becomes: String(usualDownTimerAdverts),
    });
  }
  const timer = instance.settings.get("timer_expired_backup");
  if (switches.timerExpiredBackup && timer && !settled.nopreempt) {
    remarks.afterwards(keywordPlace(timer), {
      kind: "timer-expired-without-nopreempt",
      instance: name,
      overruled: owner || master,
    });
  }
}

/** The own interface is watched anyway. */
function checkOwnInterface(settled: Settled): void {
  const { vrrp, instance } = settled;
  const own = instance.interface;
  if (!settled.trackers.some(isOfInterface)) return;
  settled.trackers = settled.trackers.filter(({ kind, name, place }) => {
    if (kind !== "interface" || own === undefined || name !== own.value) return true;
    vrrp.remarks.afterwards(place, {
      kind: "tracks-own-interface",
      instance: instance.name,
      interface: name,
      named: own.place,
    });
    return false;
  });
}

function isOfInterface({ kind }: Tracker): boolean {
  return kind === "interface";
}

/**
 * Weights have no meaning for the address owner, nor in a sync group that does not say it uses them: such a tracker is
 * dropped. A file of the default weight then means FAULT; the weights of processes and interfaces count in spite of what
 * keepalived says.
 */
function checkWeights(settled: Settled): void {
  const { instance, owner } = settled;
  const isUnweighted = instance.group !== undefined && !instance.group.trackingWeight;
  if (!isUnweighted && !owner) return;
  settled.trackers = settled.trackers.flatMap((tracker) => {
    const { kind, effectiveWeight } = tracker;
    if (effectiveWeight === 0 || kind === "process") return [tracker];
    const isFactor = kind === "file" && effectiveWeight === 1;
    const keeps = isFactor || (kind === "interface" && isUnweighted);
    remarkWeight(settled, tracker, keeps);
    if (!keeps) return [];
    return [isFactor ? { ...tracker, effectiveWeight: 0 } : tracker];
  });
}

function remarkWeight({ vrrp: { remarks }, instance }: Settled, tracker: Tracker, keeps: boolean): void {
  const { name, group } = instance;
  // Whether a script is tracked at all depends on its file.
  const says = tracker.kind === "script" ? "unsaid" : "afterwards";
  const facts = {
    instance: name,
    tracked: nameOf(tracker),
    effect: keeps ? "weight-ignored" : "not-tracked",
  } as const;
  if (group === undefined || group.trackingWeight) remarks[says](tracker.place, { kind: "weight-of-owner", ...facts });
  else
    remarks[says](tracker.place, {
      kind: "weight-in-sync-group",
      group: group.name,
      groupPlace: group.place,
      ...facts,
    });
}
