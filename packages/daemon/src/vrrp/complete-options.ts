/** Options of one instance that do not go with its version, its mode or its priority (vrrp/vrrp.c: vrrp_complete_instance). */
import { type Settled, strictly } from "./settled.js";

const second = 1_000_000;

const hundredth = second / 100;

/** Authentication that the protocol does not have here has a rule of its own, and so has a type without auth_pass. */
export function checkAuthentication(settled: Settled): void {
  const { vrrp, instance, strict, version, owner } = settled;
  const { authenticationType: type, authenticationPassword: password } = instance;
  if (type === undefined) return;
  const unsupported = strict || version === 3 || (instance.family === "ipv6" && type.value === "AH");
  if (unsupported || !password?.value) {
    if (!unsupported && password) {
      vrrp.remarks.afterwards(password.place, { kind: "empty-password", instance: instance.name });
    }
    delete instance.authenticationType;
  } else if (type.value === "AH" && !owner) settled.master = false;
}

export function checkHmac({ vrrp: { remarks }, instance, strict }: Settled): void {
  const { hmac, name } = instance;
  if (hmac === undefined) return;
  if (instance.authenticationType) {
    remarks.afterwards(instance.authenticationType.place, { kind: "authentication-beside-hmac", instance: name });
    delete instance.authenticationType;
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
  if (instance.garpLowerPriorityRepeat?.value)
    strictly(remarks, instance.garpLowerPriorityRepeat.place, {
      instance: name,
      setting: "garp_lower_prio_repeat",
      becomes: "0",
    });
  if (instance.garpLowerPriorityDelay?.value)
    strictly(remarks, instance.garpLowerPriorityDelay.place, {
      instance: name,
      setting: "garp_lower_prio_delay",
      becomes: "0",
    });
  if (instance.lowerPriorityNoAdvert?.value === false)
    strictly(remarks, instance.lowerPriorityNoAdvert.place, {
      instance: name,
      setting: "lower_prio_no_advert",
      becomes: "true",
    });
  if (instance.higherPrioritySendAdvert?.value === true)
    strictly(remarks, instance.higherPrioritySendAdvert.place, {
      instance: name,
      setting: "higher_prio_send_advert",
      becomes: "false",
    });
}

export function checkOwnerIgnoresAdverts({ vrrp: { remarks }, instance, owner, priority }: Settled): void {
  const setting = instance.ownerIgnoreAdverts;
  if (setting?.value === true && !owner) {
    remarks.afterwards(setting.place, { kind: "adverts-ignored-by-no-owner", instance: instance.name, priority });
  } else if (setting?.value === false && owner) {
    remarks.afterwards(setting.place, { kind: "adverts-heard-by-owner", instance: instance.name });
  }
}

export function checkInterval({ vrrp: { remarks }, instance, version, interval: used }: Settled): void {
  const { advertInterval, name } = instance;
  if (advertInterval === undefined) return;
  const { value, place } = advertInterval;
  const because =
    version === 2
      ? value % second !== 0 && "not-whole-seconds"
      : value >= 4096 * hundredth
        ? "too-long"
        : value % hundredth !== 0 && "not-hundredths";
  if (because) {
    remarks.afterwards(place, {
      kind: "advert-interval-changed",
      instance: name,
      version,
      given: value / second,
      used,
      because,
    });
  }
}

/** Source: keepalived 2.4.3, vrrp/vrrp.c: check_debounce_timers. */
export function checkDelay({ vrrp: { remarks, downDelays, global }, instance, strict, version }: Settled): void {
  const delay = instance.interface && downDelays.get(instance.interface.value);
  if (!delay || delay.value === 0) return;
  const adverts = strict ? 3 : (instance.downTimerAdverts?.value ?? global.downTimerAdverts);
  const given = instance.advertInterval?.value ?? second;
  const interval = version === 2 ? Math.max(second, Math.round(given / second) * second) : given;
  const most = Math.max(0, (adverts - 1) * interval - Math.floor(interval / 256));
  if (delay.value <= most) return;
  remarks.unsaid(delay.place, {
    kind: "down-delay-beyond-takeover",
    interface: instance.interface!.value,
    instance: instance.name,
    delay: delay.value / second,
    takeover: (adverts * interval) / second,
    used: most / second,
  });
}

/** Lines that do nothing without another one. keepalived takes them in silence. */
export function checkIdleSettings({ vrrp: { remarks }, instance }: Settled): void {
  const { name, trackSource, source, passwordAlone } = instance;
  if (trackSource && !source) {
    remarks.unsaid(trackSource.place, { kind: "no-source-to-track", instance: name });
  }
  if (passwordAlone) remarks.unsaid(passwordAlone.place, { kind: "password-without-type", instance: name });
}
