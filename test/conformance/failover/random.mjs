// Clusters and stories by chance, each from its own number: `--random N --seed S` proves N of them.
import { configuration } from "./write.mjs";

/** Cluster `number` of a series. */
export function randomCluster(number) {
  const chance = numbersFrom(number);
  const one = (...choices) => choices[Math.floor(chance() * choices.length)];
  const sometimes = (share, value) => (chance() < share ? value() : undefined);
  const count = one(2, 2, 2, 3);
  const shared = sharedOptions(one, sometimes);
  const patience = sometimes(0.3, () => ({
    fall: one(undefined, 2),
    rise: one(undefined, 2),
    init_fail: sometimes(0.3, () => true),
  }));
  const scripts = Object.fromEntries(["a", "b"].slice(0, one(0, 1, 2)).map((name) => [name, patience ?? {}]));
  const global = {
    vrrp_startup_delay: sometimes(0.1, () => 2),
    vrrp_strict: sometimes(0.1, () => true),
  };
  const trackers = [
    ...Object.keys(scripts).map((name) => ({
      name,
      line: `${name}${one("", " weight -35", " weight 55", " weight -75", " weight 15", " weight -45 reverse")}`,
    })),
  ];
  const fileLine = `state weight ${one(0, -55, -15, 5)}`;
  const files = sometimes(0.2, () => ({ state: { init_file: fileLine.endsWith(" 5") ? one(0, 3, -9) : 0 } })) ?? {};
  const processes = sometimes(0.2, () => ({ web: { terminate_delay: one(undefined, 2) } })) ?? {};
  const processLine = `web${one("", " weight -55", " weight 65", " weight -15", " weight -85 reverse")}`;
  // Without its interface a host loses the session as well, which no file tells.
  const isWatched = chance() < 0.15 && !shared.dont_track_primary;
  // Between two hosts the files tell it.
  const isMutual = !isWatched && count === 2 && chance() < 0.2;
  const sessionLine = `${isMutual ? "peer" : "gateway"}${one("", " weight -55", " weight 65", " weight -15")}`;
  const linkLine = sometimes(0.25, () => `eth1${one("", " weight -65", " weight 25")}`);
  const grouped = sometimes(0.25, () => one(false, true));
  const groupTracks = grouped === undefined ? undefined : sometimes(0.3, () => one("eth1", "eth1 weight -65"));
  const secondPriorities = sometimes(0.4, () => [one(60, 180), one(100, 170), 140]);
  const broken = sometimes(0.2, () => ({ host: Math.floor(chance() * count), options: mismatch(one, shared, count) }));
  const isV6 = chance() < 0.15;
  const unicast = global.vrrp_strict
    ? undefined
    : sometimes(0.25, () => one(0, 0, 0, 1 + Math.floor(chance() * count)));
  const priorities = [one(60, 180), 100, 140];
  const texts = Array.from({ length: count }, (_, index) => {
    const own = {
      interface: "eth0",
      virtual_router_id: 51,
      virtual_ipaddress: addressesOf(isV6, 0),
      advert_int: 1,
      ...shared,
      ...(isV6 ? { version: undefined, authentication: undefined } : {}),
      priority: priorities[index],
      state: one(undefined, undefined, "BACKUP", "MASTER"),
      nopreempt: shared.nopreempt ?? sometimes(0.1, () => true),
      ...(trackers.length > 0 ? { track_script: trackers.map(({ line }) => line) } : {}),
      ...(files.state ? { track_file: [fileLine] } : {}),
      ...(processes.web ? { track_process: [processLine] } : {}),
      ...(isWatched || isMutual ? { track_bfd: [sessionLine] } : {}),
      ...(linkLine ? { track_interface: [linkLine] } : {}),
      ...(unicast === undefined ? {} : unicastOf(isV6 ? "fd00::" : "10.0.0.", index + 1, count, unicast)),
      ...(broken?.host === index && !isV6 ? broken.options : {}),
    };
    const second = {
      ...own,
      virtual_router_id: 52,
      virtual_ipaddress: addressesOf(isV6, 1),
      priority: secondPriorities?.[index] ?? own.priority,
    };
    return configuration({
      global,
      scripts,
      files,
      processes,
      sessions: {
        ...(isWatched ? { gateway: { source_ip: `10.0.0.${index + 1}`, neighbor_ip: `10.0.0.${91 + index}` } } : {}),
        ...(isMutual ? { peer: { source_ip: `10.0.0.${index + 1}`, neighbor_ip: `10.0.0.${2 - index}` } } : {}),
      },
      instances: grouped === undefined ? { VI_1: own } : { VI_1: own, VI_2: second },
      groups:
        grouped === undefined
          ? {}
          : {
              G: {
                members: ["VI_1", "VI_2"],
                sync_group_tracking_weight: grouped,
                track_interface: groupTracks && [groupTracks],
              },
            },
    });
  });
  const hosts = texts.map((_, index) => `lb${index + 1}`);
  const names = [
    ...trackers.map(({ name }) => name),
    ...Object.keys(files),
    ...Object.keys(processes),
    ...(isWatched ? ["gateway"] : []),
  ];
  return {
    name: `random ${number}`,
    files: Object.fromEntries(hosts.map((host, index) => [host, texts[index]])),
    settle:
      7 +
      (grouped === undefined ? 0 : 4) +
      (patience || processes.web || isWatched || isMutual || global.vrrp_startup_delay ? 4 : 0) +
      (shared.preempt_delay ? shared.preempt_delay + 4 : 0),
    story: randomStory(hosts, names, one),
  };
}

function sharedOptions(one, sometimes) {
  return {
    version: one(undefined, 2, 3),
    nopreempt: sometimes(0.2, () => true),
    preempt_delay: sometimes(0.1, () => one(3, 6)),
    down_timer_adverts: sometimes(0.15, () => one(2, 4)),
    dont_track_primary: sometimes(0.1, () => true),
    accept: sometimes(0.1, () => true),
    no_accept: sometimes(0.1, () => true),
    authentication: sometimes(0.2, () => ({ auth_type: one("PASS", "AH"), auth_pass: "secret" })),
  };
}

/** Three hosts of which two refuse each other's advertisements leave to chance what the third one does. */
function mismatch(one, { version }, count) {
  if (count > 2) return one({ virtual_router_id: 53 }, { priority: 255 });
  return one(
    { virtual_router_id: 53 },
    { authentication: { auth_type: "PASS", auth_pass: "other" } },
    { version: version === 3 ? 2 : 3 },
    { advert_int: 2 },
    { virtual_ipaddress: ["10.0.0.100/24", "10.0.0.102/24"] },
    { priority: 255 },
  );
}

function addressesOf(isV6, index) {
  return isV6 ? [`fe80::10${index}/64`, `fd00::10${index}/64`] : [`10.0.0.10${index}/24`];
}

/** A full mesh, but for the host that the others have forgotten (0: none). */
function unicastOf(network, own, count, forgotten) {
  const peers = Array.from({ length: count }, (_, index) => index + 1).filter(
    (peer) => peer !== own && peer !== forgotten,
  );
  // Without any peer keepalived would fall back to multicast.
  return {
    unicast_src_ip: `${network}${own}`,
    unicast_peer: (peers.length > 0 ? peers : [99]).map((peer) => `${network}${peer}`),
  };
}

/** Steps that can happen: nothing stops twice, and the links of a host that vanished are left alone. */
function randomStory(hosts, trackers, one) {
  const gone = new Map();
  const down = new Set();
  const failing = new Set();
  return Array.from({ length: 5 }, () => {
    const host = one(...hosts);
    const links = gone.get(host) === "lose" ? [] : ["eth0", "eth0", "eth1"];
    const steps = [
      ...(gone.has(host) ? [`back ${host}`, `back ${host}`, `back ${host}`] : [`stop ${host}`, `lose ${host}`]),
      ...links.map((link) => `${down.has(`${host} ${link}`) ? "up" : "down"} ${host} ${link}`),
      ...trackers.flatMap((tracker) => {
        const step = `${failing.has(`${host} ${tracker}`) ? "mend" : "fail"} ${host} ${tracker}`;
        return [step, step];
      }),
    ];
    const step = one(...steps);
    const [verb, , what] = step.split(" ");
    if (verb === "back") gone.delete(host);
    else if (verb === "stop" || verb === "lose") gone.set(host, verb);
    else {
      const set = verb === "up" || verb === "down" ? down : failing;
      if (verb === "down" || verb === "fail") set.add(`${host} ${what}`);
      else set.delete(`${host} ${what}`);
    }
    return step;
  });
}

/** Mulberry32: the same numbers everywhere. */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
