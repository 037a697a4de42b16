/** Options of one instance that do not go with its version, its mode or its priority (vrrp/vrrp.c: vrrp_complete_instance). */
import { type Settled, strictly } from "./settled.js";

const second = 1_000_000;

const hundredth = second / 100;

/** Authentication that the protocol does not have here has a rule of its own, and so has a type without auth_pass. */
export function checkAuthentication(settled: Settled): void {
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

export function checkHmac({ state: { remarks }, instance, strict }: Settled): void {
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

export function checkStrictOptions({ state: { remarks }, instance, strict, version, owner, unicast }: Settled): void {
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

export function checkOwnerIgnoresAdverts({ state: { remarks }, instance, owner, priority }: Settled): void {
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

export function checkInterval({ state: { remarks }, instance, version }: Settled): void {
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
export function checkDelay({ state: { remarks, downDelays, globals }, instance, strict, version }: Settled): void {
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
export function checkIdleSettings({ state: { remarks }, instance }: Settled): void {
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
