/** What keepalived finds in one instance after reading (vrrp/vrrp.c: vrrp_complete_instance, in its order). */
import {
  checkAuthentication,
  checkDelay,
  checkHmac,
  checkIdleSettings,
  checkInterval,
  checkOwnerIgnoresAdverts,
  checkStrictOptions,
} from "./completeOptions.js";
import { checkAddressDevices, checkVmac, checkVmacOptions } from "./completeVmac.js";
import type { Instance, State } from "./facts.js";
import { type Settled, settle, strictly } from "./settled.js";

/** False where the instance ends the set-up. */
export function completeInstance(state: State, instance: Instance): boolean {
  const settled = settle(state, instance);
  const { behaviour } = state;
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
function checkAddresses({ state: { remarks, behaviour }, instance, strict, version }: Settled): boolean {
  const { name, noAddress, addresses, addressBlocks } = instance;
  if (noAddress && strict) strictly(remarks, noAddress, name, "no_virtual_ipaddress is ignored");
  if (addresses.length > 0 || (noAddress && !strict && !behaviour.addressesFirst)) return true;
  const fatal = version === 3 || strict;
  const block = addressBlocks.at(-1);
  if (block) {
    const what = block.lines.length === 0 ? `virtual_ipaddress of ${name} is empty` : `no address of ${name} is left`;
    remarks[fatal || behaviour.reportsMissingAddress ? "afterwards" : "ours"](
      "missing-virtual-address",
      block.words[0]!.place,
      `${what}${fatal ? `, and ${strict ? "strict mode" : "VRRP version 3"} needs one: VRRP does not start` : ""}`,
      fatal ? {} : { severity: "warning" },
    );
  }
  // Where no block is written the missing keyword claims nothing for releases that report only this.
  if (!block && fatal && !behaviour.reportsMissingAddress) {
    remarks.afterwards(
      "missing-virtual-address",
      instance.place,
      `VRRP does not start, because ${name} has no address`,
    );
  }
  return !fatal;
}

function checkState(settled: Settled): void {
  const { state, instance, strict, owner } = settled;
  if (!strict || instance.state === undefined || settled.master === owner) return;
  strictly(
    state.remarks,
    instance.state,
    instance.name,
    `state ${instance.state.value} becomes ${owner ? "MASTER" : "BACKUP"}`,
  );
  settled.master = owner;
}

function checkUnicast({ state: { remarks, behaviour }, instance, strict, unicast }: Settled): boolean {
  const { name } = instance;
  if (instance.unicast && !unicast && behaviour.unicastNeedsPeer) {
    if (instance.faultWithoutPeer) {
      remarks.ours(
        "missing-unicast-peer",
        instance.faultWithoutPeer.place,
        `${name} has no unicast peer and stays in FAULT`,
      );
    } else {
      remarks.afterwards(
        "missing-unicast-peer",
        instance.unicast.place,
        `${name} has ${instance.unicast.value} but no unicast peer: it speaks multicast`,
      );
    }
  }
  if (strict && unicast && instance.interface && behaviour.strictRefusesUnicast) {
    remarks.afterwards(
      "conflicting-strict-mode",
      instance.peers[0]!.place,
      `strict mode does not allow ${name} unicast peers: VRRP does not start`,
    );
    return false;
  }
  if (instance.interface) return true;
  // Then the interface is what is missing.
  if (instance.unicast === undefined || !behaviour.unicastWithoutInterface) return false;
  if (instance.source === undefined) {
    remarks.afterwards(
      "missing-source-address",
      (instance.unicast ?? instance).place,
      `${name} has neither interface nor unicast_src_ip: VRRP does not start`,
    );
    return false;
  }
  if (instance.family === "ipv6" && isLinkLocal(instance.source.value)) {
    remarks.afterwards(
      "missing-source-address",
      instance.source.place,
      `${instance.source.value} is link-local, and ${name} has no interface that it could belong to: VRRP does not start`,
    );
    return false;
  }
  return true;
}

function isLinkLocal(text: string): boolean {
  return /^fe[89ab]/.test(text);
}

function checkLinkLocal({ state: { remarks, behaviour }, instance, strict, unicast }: Settled): void {
  const [first] = instance.addresses;
  if (instance.family !== "ipv6" || unicast || first === undefined || isLinkLocal(first.text)) return;
  const message = `the first IPv6 address of ${instance.name} is ${first.text}, but should be a link-local one`;
  if (strict || behaviour.insistsOnLinkLocal) remarks.afterwards("missing-link-local-address", first.place, message);
  else remarks.ours("missing-link-local-address", first.place, message, { severity: "warning" });
}

function checkVrf({ state: { remarks }, instance, unicast }: Settled): void {
  const { vrf, name } = instance;
  if (vrf === undefined || (instance.interface === undefined && unicast)) return;
  remarks.afterwards(
    "conflicting-vrf",
    vrf.place,
    `vrf ${vrf.value} is ignored, because ${name} ${instance.interface ? "has an interface" : "is not unicast"}`,
  );
}

/** An advert counts its addresses in one byte; with IPv6 a frame of 1500 bytes is full before. */
function checkAddressCount({ state: { remarks }, instance }: Settled): void {
  const { addresses, name, family } = instance;
  if (addresses.length > 255) {
    remarks.afterwards(
      "excess-virtual-addresses",
      addresses[255]!.place,
      `${name} has ${addresses.length} addresses, but an advert has room for 255: the others count as excluded`,
    );
  } else if (family === "ipv6" && addresses.length > 89) {
    remarks.ours(
      "excess-virtual-addresses",
      addresses[89]!.place,
      `${name} has ${addresses.length} addresses, but an advert of 1500 bytes has room for 89: on such an interface the others count as excluded`,
    );
  }
}

/** What nopreempt and preempt_delay do to each other, to MASTER and to priority 255 has a rule of its own. */
function checkPreemption({ state: { remarks, globals, behaviour }, instance, strict, owner, master }: Settled): void {
  const { name } = instance;
  if (owner || master) delete instance.nopreempt;
  if (master) delete instance.preemptDelay;
  if (instance.preemptDelay && strict)
    strictly(remarks, { place: instance.preemptDelay.from.words[0]!.place }, name, "preempt_delay is ignored");
  const adverts = instance.downTimerAdverts;
  if (strict && (adverts?.value ?? globals.downTimerAdverts) !== 3) {
    strictly(
      remarks,
      adverts ?? instance,
      name,
      `down_timer_adverts ${adverts?.value ?? globals.downTimerAdverts} becomes 3`,
    );
  }
  if (behaviour.timerExpiredBackup && instance.timerExpiredBackup && !instance.nopreempt) {
    remarks.afterwards(
      "missing-nopreempt",
      instance.timerExpiredBackup.place,
      `timer_expired_backup of ${name} is ignored, because it needs nopreempt${owner || master ? " in force" : ""}`,
    );
  }
}

/** A line that tracks the own interface is dropped, as its own rule says. */
function checkOwnInterface({ instance }: Settled): void {
  for (const tracked of [...instance.tracked]) {
    if (tracked.kind === "interface" && tracked.name === instance.interface?.value)
      instance.tracked.splice(instance.tracked.indexOf(tracked), 1);
  }
}

/** Weights have no meaning for the address owner, nor in a sync group that does not say it wants them. */
function checkWeights({ state: { remarks }, instance, owner }: Settled): void {
  const { group, name } = instance;
  const inGroup = group !== undefined && !group.trackingWeight;
  if (!inGroup && !owner) return;
  for (const tracked of [...instance.tracked]) {
    if (tracked.weight === 0 || tracked.kind === "process") continue;
    const keeps = (tracked.kind === "interface" && inGroup) || (tracked.kind === "file" && tracked.weight === 1);
    const what = keeps
      ? `the weight of ${tracked.kind} ${tracked.name} is ignored`
      : `${tracked.kind} ${tracked.name} is not tracked`;
    // Whether a script is tracked at all depends on its file.
    const say = tracked.kind === "script" ? remarks.ours : remarks.afterwards;
    if (inGroup) {
      say(
        "conflicting-tracking-weight",
        tracked.place,
        `${what} for ${name}, because sync group ${group.name} takes no weights of its members`,
        {
          related: [{ place: group.place, message: "the group" }],
        },
      );
    } else say("conflicting-address-owner", tracked.place, `${what} for ${name}, because its priority is 255`);
    if (!keeps) instance.tracked.splice(instance.tracked.indexOf(tracked), 1);
  }
}
