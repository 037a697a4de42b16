/** What keepalived finds in one instance after reading (vrrp/vrrp.c: vrrp_complete_instance, in its order). */

import { isLinkLocal } from "../networks.js";
import type { RemarkFacts } from "../remarks.js";
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
import { type Instance, nameOf, type VrrpProcess } from "./facts.js";
import { type Settled, settle, strictly } from "./settled.js";

/** False where the instance ends the set-up. */
export function completeInstance(vrrp: VrrpProcess, instance: Instance): boolean {
  const settled = settle(vrrp, instance);
  const { behaviour } = vrrp;
  if (behaviour.addressesFirst && !checkAddresses(settled)) return false;
  checkState(settled);
  checkAuthentication(settled);
  checkHmac(settled);
  if (!checkUnicast(settled)) return false;
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
  if (!behaviour.addressesFirst && !checkAddresses(settled)) return false;
  checkWeights(settled);
  return true;
}

/** An instance without any address. Where no block is written the missing keyword is named already. */
function checkAddresses({ vrrp: { remarks, behaviour }, instance, strict, version }: Settled): boolean {
  const { name, noAddress, addresses, addressBlocks } = instance;
  if (noAddress && strict) strictly(remarks, noAddress.place, { instance: name, setting: "no_virtual_ipaddress" });
  if (addresses.length > 0 || (noAddress && !strict && !behaviour.addressesFirst)) return true;
  const fatal = version === 3 || strict;
  const refusal = fatal ? { refusedBy: strict ? ("strict-mode" as const) : ("version-3" as const) } : {};
  const block = addressBlocks.at(-1);
  if (block) {
    remarks[fatal || behaviour.reportsMissingAddress ? "afterwards" : "unsaid"](block.words[0]!.place, {
      kind: "instance-without-address",
      instance: name,
      block: block.lines.length === 0 ? "empty" : "unusable",
      ...refusal,
    });
  }
  // Where no block is written the missing keyword claims nothing for releases that report only this.
  if (!block && fatal && !behaviour.reportsMissingAddress) {
    remarks.afterwards(instance.place, {
      kind: "instance-without-address",
      instance: name,
      block: "absent",
      ...refusal,
    });
  }
  return !fatal;
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

function checkUnicast({ vrrp: { remarks, behaviour }, instance, strict, unicast }: Settled): boolean {
  const { name } = instance;
  if (instance.unicast && !unicast && behaviour.unicastNeedsPeer) {
    if (instance.faultWithoutPeer) {
      remarks.unsaid(instance.faultWithoutPeer.place, {
        kind: "unicast-without-peer",
        instance: name,
        keyword: instance.unicast.value,
        fault: true,
      });
    } else {
      remarks.afterwards(instance.unicast.place, {
        kind: "unicast-without-peer",
        instance: name,
        keyword: instance.unicast.value,
        fault: false,
      });
    }
  }
  if (strict && unicast && instance.interface && behaviour.strictRefusesUnicast) {
    remarks.afterwards(instance.peers[0]!.place, { kind: "unicast-in-strict-mode", instance: name });
    return false;
  }
  if (instance.interface) return true;
  // Then the interface is what is missing.
  if (instance.unicast === undefined || !behaviour.unicastWithoutInterface) return false;
  if (instance.source === undefined) {
    remarks.afterwards((instance.unicast ?? instance).place, { kind: "no-source", instance: name });
    return false;
  }
  if (instance.family === "ipv6" && isLinkLocal({ family: "ipv6", text: instance.source.value })) {
    remarks.afterwards(instance.source.place, {
      kind: "link-local-source-without-interface",
      instance: name,
      address: instance.source.value,
    });
    return false;
  }
  return true;
}

function checkLinkLocal({ vrrp: { remarks, behaviour }, instance, strict, unicast }: Settled): void {
  const [first] = instance.addresses;
  if (instance.family !== "ipv6" || unicast || first === undefined || isLinkLocal(first)) return;
  const facts: RemarkFacts = {
    kind: "first-address-not-link-local",
    instance: instance.name,
    address: first.text,
    reported: strict || behaviour.insistsOnLinkLocal,
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

/** An advert counts its addresses in one byte; with IPv6 a frame of 1500 bytes is full before. */
function checkAddressCount({ vrrp: { remarks }, instance }: Settled): void {
  const { addresses, name, family } = instance;
  if (addresses.length > 255) {
    remarks.afterwards(addresses[255]!.place, {
      kind: "advert-too-small",
      instance: name,
      count: addresses.length,
      room: 255,
    });
  } else if (family === "ipv6" && addresses.length > 89) {
    remarks.unsaid(addresses[89]!.place, {
      kind: "advert-too-small",
      instance: name,
      count: addresses.length,
      room: 89,
    });
  }
}

/** What nopreempt and preempt_delay do to each other, to MASTER and to priority 255 has a rule of its own. */
function checkPreemption({ vrrp: { remarks, global, behaviour }, instance, strict, owner, master }: Settled): void {
  const { name } = instance;
  if (owner || master) delete instance.nopreempt;
  if (master) delete instance.preemptDelay;
  if (instance.preemptDelay && strict)
    strictly(remarks, instance.preemptDelay.from.words[0]!.place, { instance: name, setting: "preempt_delay" });
  const adverts = instance.downTimerAdverts;
  if (strict && (adverts?.value ?? global.downTimerAdverts) !== 3) {
    strictly(remarks, (adverts ?? instance).place, {
      instance: name,
      setting: "down_timer_adverts",
      value: String(adverts?.value ?? global.downTimerAdverts),
      becomes: "3",
    });
  }
  if (behaviour.timerExpiredBackup && instance.timerExpiredBackup && !instance.nopreempt) {
    remarks.afterwards(instance.timerExpiredBackup.place, {
      kind: "timer-expired-without-nopreempt",
      instance: name,
      overruled: owner || master,
    });
  }
}

/** A line that tracks the own interface is dropped, as its own rule says. */
function checkOwnInterface({ instance }: Settled): void {
  for (const tracked of [...instance.trackers]) {
    if (tracked.kind === "interface" && tracked.name === instance.interface?.value)
      instance.trackers.splice(instance.trackers.indexOf(tracked), 1);
  }
}

/** Weights have no meaning for the address owner, nor in a sync group that does not say it wants them. */
function checkWeights({ vrrp: { remarks }, instance, owner }: Settled): void {
  const { group, name } = instance;
  const inGroup = group !== undefined && !group.trackingWeight;
  if (!inGroup && !owner) return;
  for (const tracked of [...instance.trackers]) {
    if (tracked.effectiveWeight === 0 || tracked.kind === "process") continue;
    const keeps =
      (tracked.kind === "interface" && inGroup) || (tracked.kind === "file" && tracked.effectiveWeight === 1);
    const effect = keeps ? "weight-ignored" : "not-tracked";
    // Whether a script is tracked at all depends on its file.
    const say = tracked.kind === "script" ? remarks.unsaid : remarks.afterwards;
    if (inGroup) {
      say(tracked.place, {
        kind: "weight-in-sync-group",
        instance: name,
        group: group.name,
        groupPlace: group.place,
        tracked: nameOf(tracked),
        effect,
      });
    } else say(tracked.place, { kind: "weight-of-owner", instance: name, tracked: nameOf(tracked), effect });
    if (!keeps) instance.trackers.splice(instance.trackers.indexOf(tracked), 1);
  }
}
