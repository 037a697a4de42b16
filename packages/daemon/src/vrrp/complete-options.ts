/** Options of one instance that do not go with its version, its mode or its priority (vrrp/vrrp.c: vrrp_complete_instance). */

import { protocol } from "@kalint/schema";
import { flagIn, switchIn } from "../values/settings.js";
import {
  hundredth,
  keywordPlace,
  microseconds,
  type Settled,
  second,
  strictly,
  usualDownTimerAdverts,
} from "./settled.js";

/** A type without auth_pass is a missing keyword. */
export function checkAuthentication(settled: Settled): void {
  const { vrrp, instance, strict, version, family, owner, authentication: type } = settled;
  if (type === undefined) return;
  const password = instance.authentication?.password;
  const { remarks } = vrrp;
  const isAh = type.value === "AH";
  const hasPassword = Boolean(password?.value);
  const because = strict
    ? "strict-mode"
    : version === 3
      ? "version-3"
      : hasPassword && isAh && family === "ipv6"
        ? "ipv6"
        : undefined;
  if (because === undefined && hasPassword) {
    if (!isAh || owner) return;
    if (settled.master) {
      const { state } = instance;
      remarks.afterwards(type.place, { kind: "authentication-starts-backup", ...(state && { state: state.place }) });
    }
    settled.master = false;
    return;
  }
  settled.authentication = undefined;
  if (because === undefined) {
    if (password) remarks.afterwards(password.place, { kind: "empty-password", instance: instance.name });
    return;
  }
  const written = instance.version ?? vrrp.global.vrrpVersion;
  const place = because === "ipv6" ? type.place : instance.authentication!.statement.words[0]!.place;
  remarks.afterwards(place, {
    kind: "authentication-unsupported",
    because,
    family,
    ...(because === "version-3" && written && { version: written.place }),
  });
}

export function checkHmac(settled: Settled): void {
  const { vrrp, instance, strict, authentication } = settled;
  const { hmac, name } = instance;
  if (hmac === undefined) return;
  const { remarks } = vrrp;
  if (authentication) {
    remarks.afterwards(authentication.place, { kind: "authentication-beside-hmac", instance: name });
    settled.authentication = undefined;
  }
  const { activeKey, mode } = hmac;
  if (activeKey === undefined || !hmac.keys.has(activeKey.value)) {
    remarks.afterwards((activeKey ?? { place: hmac.statement.words[0]!.place }).place, {
      kind: "no-active-hmac-key",
      instance: name,
      defined: [...hmac.keys.keys()],
      ...(activeKey && { id: activeKey.value }),
    });
  } else if (strict && mode && mode.value !== "enforce") {
    strictly(remarks, mode.place, { instance: name, setting: "mode", becomes: "enforce" });
  }
}

export function checkStrictOptions({ vrrp: { remarks }, instance, strict, version, owner, unicast }: Settled): void {
  const { name } = instance;
  if (strict && instance.accept?.value === true && !owner && version === 2)
    strictly(remarks, instance.accept.place, { instance: name, setting: "accept" });
  if (unicast && instance.multicastGroup) {
    remarks.afterwards(instance.multicastGroup.place, { kind: "multicast-group-of-unicast", instance: name });
  }
  if (!strict) return;
  for (const [setting, becomes] of resetByStrictMode) {
    const own = instance.settings.get(setting);
    const isOther = typeof own?.value === "number" ? own.value !== 0 : own && String(own.value) !== becomes;
    if (own && isOther)
      strictly(remarks, typeof own.value === "number" ? own.place : keywordPlace(own), {
        instance: name,
        setting,
        becomes,
      });
  }
}

const resetByStrictMode = [
  ["garp_lower_prio_repeat", "0"],
  ["garp_lower_prio_delay", "0"],
  ["lower_prio_no_advert", "true"],
  ["higher_prio_send_advert", "false"],
] as const;

export function checkOwnerIgnoresAdverts({ vrrp: { remarks }, instance, owner, priority }: Settled): void {
  const setting = switchIn(instance.settings, "owner_ignore_adverts");
  if (setting?.value === true && !owner) {
    remarks.afterwards(keywordPlace(setting), {
      kind: "adverts-ignored-by-no-owner",
      instance: instance.name,
      priority,
    });
  } else if (setting?.value === false && owner) {
    remarks.afterwards(keywordPlace(setting), { kind: "adverts-heard-by-owner", instance: instance.name });
  }
}

export function checkInterval({ vrrp: { remarks }, instance, version, interval: used }: Settled): void {
  const { advertInterval, name } = instance;
  if (advertInterval === undefined) return;
  const value = microseconds(advertInterval.value);
  const because =
    version === 2
      ? value % second !== 0 && "not-whole-seconds"
      : value >= (protocol.longestAdvertInterval + 1) * hundredth
        ? "too-long"
        : value % hundredth !== 0 && "not-hundredths";
  if (because) {
    remarks.afterwards(advertInterval.place, {
      kind: "advert-interval-changed",
      instance: name,
      version,
      given: advertInterval.value,
      used,
      because,
    });
  }
}

/** Source: keepalived 2.4.3, vrrp/vrrp.c: check_debounce_timers. */
export function checkDelay({ vrrp, instance, strict, version, downTimerAdverts }: Settled): void {
  const delay = instance.interface && vrrp.downDelays.get(instance.interface.value);
  if (!delay || delay.value === 0) return;
  const adverts = strict ? usualDownTimerAdverts : downTimerAdverts;
  const given = microseconds(instance.advertInterval?.value ?? 1);
  const interval = version === 2 ? Math.max(second, Math.round(given / second) * second) : given;
  const most = Math.max(0, (adverts - 1) * interval - Math.floor(interval / protocol.priorities));
  if (microseconds(delay.value) <= most) return;
  vrrp.remarks.unsaid(delay.place, {
    kind: "down-delay-beyond-takeover",
    interface: instance.interface!.value,
    instance: instance.name,
    delay: delay.value,
    takeover: (adverts * interval) / second,
    used: most / second,
  });
}

/** Lines that do nothing without another one. keepalived takes them in silence. */
export function checkIdleSettings({ vrrp: { remarks }, instance }: Settled): void {
  const { name, settings, source, passwordAlone } = instance;
  const trackSource = flagIn(settings, "track_src_ip");
  if (trackSource && !source) {
    remarks.unsaid(trackSource.place, { kind: "no-source-to-track", instance: name });
  }
  if (passwordAlone) remarks.unsaid(passwordAlone.place, { kind: "password-without-type", instance: name });
}
