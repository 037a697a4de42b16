/** What keepalived finds in one instance after reading (vrrp/vrrp.c: vrrp_complete_instance, in its order). */
import { familyName } from "./addresses.js";
import { type Instance, isPriorityOwner, type Setting, type State } from "./facts.js";
import { removal } from "./remarks.js";

const second = 1_000_000;
const hundredth = second / 100;

/** An instance with what follows from all of its settings. */
interface Settled {
  readonly state: State;
  readonly instance: Instance;
  readonly strict: boolean;
  readonly version: 2 | 3;
  readonly owner: boolean;
  readonly priority: number;
  readonly unicast: boolean;
  /** MASTER from the start, after strict mode and AH had their say. */
  master: boolean;
}

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

function settle(state: State, instance: Instance): Settled {
  const { remarks, globals } = state;
  const strict = instance.strict ?? globals.strict !== undefined;
  if (instance.family === "ipv6" && instance.version === 2 && strict) {
    remarks.afterwards(
      "conflicting-vrrp-version",
      instance.versionFrom?.place ?? instance.place,
      `${instance.name} has IPv6 addresses and strict mode, so version 2 becomes 3`,
    );
    instance.version = 3;
  }
  const version = instance.version ?? (instance.family === "ipv6" ? 3 : globals.version);
  instance.family ??= "ipv4";
  const owner = isPriorityOwner(instance);
  const priority = instance.priority?.value ?? (owner ? 255 : 100);
  const master = instance.state ? instance.state.value === "MASTER" : owner;
  return {
    state,
    instance,
    strict,
    version,
    owner,
    priority,
    master,
    unicast: instance.unicast !== undefined && instance.peers.length > 0,
  };
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
    remarks.afterwards(
      "missing-virtual-address",
      block.words[0]!.place,
      `${what}${fatal ? `, and ${strict ? "strict mode" : "VRRP version 3"} needs one: VRRP does not start` : ""}`,
      fatal ? {} : { severity: "warning" },
    );
  }
  return !fatal;
}

function strictly(
  remarks: State["remarks"],
  setting: Pick<Setting<unknown>, "place">,
  name: string,
  what: string,
): void {
  remarks.afterwards("conflicting-strict-mode", setting.place, `${what} for ${name}, because of strict mode`);
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

/** Authentication that the protocol does not have here has a rule of its own, and so has a type without auth_pass. */
function checkAuthentication(settled: Settled): void {
  const { state, instance, strict, version, owner } = settled;
  const { authenticationType: type, authenticationPassword: password } = instance;
  if (type === undefined) return;
  const unsupported = strict || version === 3 || (instance.family === "ipv6" && type.value === "AH");
  if (unsupported || !password?.value) {
    if (!unsupported && password) {
      state.remarks.afterwards(
        "conflicting-authentication",
        password.place,
        `${instance.name} runs without authentication: its password is empty`,
      );
    }
    delete instance.authenticationType;
  } else if (type.value === "AH" && !owner) settled.master = false;
}

function checkHmac({ state: { remarks }, instance, strict }: Settled): void {
  const { hmac, name } = instance;
  if (hmac === undefined) return;
  if (instance.authenticationType) {
    remarks.afterwards(
      "conflicting-authentication",
      instance.authenticationType.place,
      `${name} has auth_hmac, so its authentication is dropped`,
    );
    delete instance.authenticationType;
  }
  const { activeKey, mode } = hmac;
  if (activeKey === undefined || !hmac.keys.has(activeKey.value)) {
    const ids = [...hmac.keys.keys()];
    const what =
      activeKey === undefined
        ? "has no active_key"
        : `names key ${activeKey.value} as active, which it does not define`;
    remarks.afterwards(
      "undefined-hmac-key",
      (activeKey ?? { place: hmac.statement.words[0]!.place }).place,
      `auth_hmac of ${name} ${what}: nothing is signed or checked`,
      {
        ...(ids.length > 0 && { help: `Defined are: ${ids.join(", ")}.` }),
      },
    );
  } else if (strict && mode && mode.value !== "enforce") {
    strictly(remarks, mode, name, `the mode of auth_hmac becomes enforce`);
  }
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

function checkVmacOptions({ state: { remarks }, instance, strict }: Settled): void {
  if (strict && instance.vmacMac)
    strictly(remarks, instance.vmacMac, instance.name, `the MAC address ${instance.vmacMac.value} is ignored`);
}

function checkLinkLocal({ state: { remarks }, instance, strict, unicast }: Settled): void {
  const [first] = instance.addresses;
  if (instance.family !== "ipv6" || unicast || first === undefined || isLinkLocal(first.text)) return;
  const message = `the first IPv6 address of ${instance.name} is ${first.text}, but should be a link-local one`;
  if (strict) remarks.afterwards("missing-link-local-address", first.place, message);
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

function checkStrictOptions({ state: { remarks }, instance, strict, version, owner, unicast }: Settled): void {
  const { name } = instance;
  if (strict && instance.accept?.value === true && !owner && version === 2)
    strictly(remarks, instance.accept, name, "accept is ignored");
  if (unicast && instance.multicastGroup) {
    remarks.afterwards(
      "conflicting-multicast-address",
      instance.multicastGroup.place,
      `mcast_dst_ip of ${name} is ignored, because it speaks unicast`,
    );
  }
  if (!strict) return;
  if (instance.garpLowerPriorityRepeat?.value)
    strictly(remarks, instance.garpLowerPriorityRepeat, name, "garp_lower_prio_repeat becomes 0");
  if (instance.garpLowerPriorityDelay?.value)
    strictly(remarks, instance.garpLowerPriorityDelay, name, "garp_lower_prio_delay becomes 0");
  if (instance.lowerPriorityNoAdvert?.value === false)
    strictly(remarks, instance.lowerPriorityNoAdvert, name, "lower_prio_no_advert becomes true");
  if (instance.higherPrioritySendAdvert?.value === true)
    strictly(remarks, instance.higherPrioritySendAdvert, name, "higher_prio_send_advert becomes false");
}

function checkOwnerIgnoresAdverts({ state: { remarks }, instance, owner, priority }: Settled): void {
  const setting = instance.ownerIgnoreAdverts;
  if (setting?.value === true && !owner) {
    remarks.afterwards(
      "conflicting-address-owner",
      setting.place,
      `owner_ignore_adverts of ${instance.name} is ignored: its priority is ${priority}, not 255`,
    );
  } else if (setting?.value === false && owner) {
    remarks.afterwards(
      "conflicting-address-owner",
      setting.place,
      `owner_ignore_adverts of ${instance.name} becomes true, because its priority is 255`,
    );
  }
}

function checkInterval({ state: { remarks }, instance, version }: Settled): void {
  const { advertInterval, name } = instance;
  if (advertInterval === undefined) return;
  const { value, place } = advertInterval;
  const shown = value / second;
  const say = (what: string, used: number): void =>
    remarks.afterwards("invalid-advert-interval", place, `advert_int ${shown} of ${name} ${what}: ${used} is used`, {
      help:
        version === 2
          ? "Use whole seconds, or `version 3` on all nodes for hundredths."
          : "Use a multiple of 0.01, at most 40.95.",
    });
  if (version === 2) {
    if (value % second !== 0)
      say("is not whole seconds, which VRRP version 2 needs", Math.max(1, Math.floor((value + second / 2) / second)));
  } else if (value >= 4096 * hundredth) say("is above 40.95, the most that VRRP version 3 can say", 40.95);
  else if (value % hundredth !== 0) {
    say("is no multiple of 0.01", Math.min(4095, Math.max(1, Math.floor((value + hundredth / 2) / hundredth))) / 100);
  }
}

/** Source: keepalived 2.4.3, vrrp/vrrp.c: check_debounce_timers. */
function checkDelay({ state: { remarks, downDelays, globals }, instance, strict, version }: Settled): void {
  const delay = instance.interface && downDelays.get(instance.interface.value);
  if (!delay || delay.value === 0) return;
  const adverts = strict ? 3 : (instance.downTimerAdverts?.value ?? globals.downTimerAdverts);
  const given = instance.advertInterval?.value ?? second;
  const interval = version === 2 ? Math.max(second, Math.round(given / second) * second) : given;
  const most = Math.max(0, (adverts - 1) * interval - Math.floor(interval / 256));
  if (delay.value <= most) return;
  remarks.ours(
    "long-interface-delay",
    delay.place,
    `the down delay of ${instance.interface!.value} is ${delay.value / second} seconds, but a backup of ${instance.name} takes over after ${(adverts * interval) / second}: keepalived uses ${most / second}`,
  );
}

/** Lines that do nothing without another one. keepalived takes them in silence. */
function checkIdleSettings({ state: { remarks }, instance }: Settled): void {
  const { name, trackSource, source, passwordAlone } = instance;
  if (trackSource && !source) {
    remarks.ours(
      "unused-track-src-ip",
      trackSource.place,
      `track_src_ip has no address to watch: ${name} has neither mcast_src_ip nor unicast_src_ip`,
    );
  }
  if (passwordAlone)
    remarks.ours(
      "missing-auth-type",
      passwordAlone.place,
      `${name} runs without authentication: auth_pass does nothing without auth_type`,
    );
}

function checkVmac({ state, instance, strict }: Settled): void {
  const { remarks, host } = state;
  const { name, vmac, ipvlan, transmitOnBase, promoteSecondaries } = instance;
  const overlay = vmac ?? ipvlan;
  // Set by us at the end of the block, it has the place of the VMAC.
  if (vmac && strict && transmitOnBase) strictly(remarks, transmitOnBase, name, "vmac_xmit_base is ignored");
  if (overlay && promoteSecondaries) {
    remarks.afterwards(
      "conflicting-vmac",
      promoteSecondaries.place,
      `promote_secondaries of ${name} is ignored, because ${overlay.from.words[0]!.value} sets it anyway`,
      {
        severity: "warning",
        fixes: removal(host, promoteSecondaries.from, true),
      },
    );
  }
  if (ipvlan && instance.family === "ipv4" && !instance.ipvlanAddress) {
    remarks.afterwards(
      "missing-ipvlan-address",
      ipvlan.place,
      `use_ipvlan of ${name} names no IPv4 address: the instance stays in FAULT`,
    );
  } else if (ipvlan && instance.ipvlanAddress && instance.ipvlanAddress.value !== instance.family) {
    remarks.afterwards(
      "mismatched-address-family",
      instance.ipvlanAddress.place,
      `the ipvlan's address is ${familyName(instance.ipvlanAddress.value)}, the instance ${name} is not: it stays in FAULT`,
    );
  }
  if (transmitOnBase && !vmac && transmitOnBase.from.words[0]?.value === "vmac_xmit_base") {
    remarks.afterwards(
      "conflicting-vmac",
      transmitOnBase.place,
      `vmac_xmit_base of ${name} is ignored, because it goes with use_vmac only`,
      {
        fixes: removal(host, transmitOnBase.from, true),
      },
    );
  } else if (transmitOnBase && !vmac) {
    remarks.afterwards(
      "conflicting-vmac",
      transmitOnBase.place,
      `use_ipvlan of ${name} cannot send on its base interface as unicast needs it: only use_vmac can`,
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

function checkAddressDevices({ state: { remarks }, instance }: Settled): void {
  const { name, vmac, vmacAddresses, family } = instance;
  for (const list of [instance.addresses, instance.excluded]) {
    for (const address of [...list]) {
      const device = address.device === instance.interface?.value ? undefined : address.device;
      if (address.useVmac) {
        if (device === undefined && vmac && address.family === family) {
          remarks.afterwards(
            "conflicting-vmac",
            address.useVmac,
            `use_vmac of ${address.text} is needless, because ${name} has use_vmac itself`,
            { severity: "warning" },
          );
        } else if ((device !== undefined || address.family !== family) && vmacAddresses) {
          remarks.afterwards(
            "conflicting-vmac",
            address.useVmac,
            `use_vmac of ${address.text} is needless, because ${name} has use_vmac_addr`,
            { severity: "warning" },
          );
        }
      }
      if (address.device === undefined && instance.interface === undefined) {
        remarks.afterwards(
          "missing-address-interface",
          address.place,
          `${address.text} has no dev, and ${name} no interface: keepalived leaves the address out`,
        );
        list.splice(list.indexOf(address), 1);
      }
    }
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
