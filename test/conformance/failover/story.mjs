// The model's side of the proof: the same story, foretold.
import {
  beginStory,
  continueStory,
  detectionTime,
  findClusters,
  mastersOf,
  participantsOf,
  rejects,
  secondsOf,
} from "../../../packages/cluster/dist/index.js";
import { bind, evaluate, memoryHost } from "../../../packages/daemon/dist/index.js";

/** Follows a story step by step. `texts`: `{ host, file, text }` of each host. */
export function foretell(texts, version) {
  const host = memoryHost(Object.fromEntries(texts.map(({ file, text }) => [file, text])));
  const hosts = texts.map((one) => bind(evaluate({ path: one.file, host, target: version }), one.host));
  const nodes = texts.map((one) => ({ name: one.host, file: one.file }));
  const [cluster] = findClusters(hosts, [{ name: "proof", nodes }]);
  const participants = participantsOf(cluster);
  // Masters that refuse each other's advertisements put off their own, so that others lose patience earlier.
  const isDisturbed = (router) => {
    const own = participants.filter((participant) => participant.router === router);
    return own.some((one) => own.some((other) => rejects(one, other)));
  };
  let situation = beginStory(participants);
  return {
    routers: cluster.virtualRouters,
    mastersOf: (router) => mastersOf(situation, router),
    /**
     * Takes a step. For each virtual router that gets one new MASTER by it: who, and within which seconds, which
     * depend on how long ago the last advertisement was sent, and on when a script runs.
     */
    follow(words) {
      const step = stepOf(words, hosts);
      const before = situation;
      situation = continueStory(before, step);
      const detection = noticedAfter(
        step,
        hosts.find(({ name }) => name === step.host),
      );
      return cluster.virtualRouters.flatMap((router) => {
        const had = mastersOf(before, router);
        const taken = mastersOf(situation, router).filter((name) => !had.includes(name));
        if (taken.length !== 1 || step.kind === "back") return [];
        const longest = secondsOf(before, situation, router) + detection;
        const { instance } = router.members.find((member) => member.host.name === taken[0]);
        const interval = Math.max(...router.members.map((member) => member.instance.effectiveAdvertInterval));
        const waits = step.kind === "stopped" ? 0 : interval;
        const shortest = isDisturbed(router) ? 0 : longest - waits - (detection > 0 ? 1 : 0);
        return [{ host: taken[0], instance: instance.name, shortest, longest }];
      });
    },
  };
}

const kinds = {
  lose: "lost",
  stop: "stopped",
  back: "back",
  down: "interface-down",
  up: "interface-up",
  fail: "tracker-fails",
  mend: "tracker-recovers",
};

/** Seconds until a failure or its end is believed; the scripts of the proof run once a second. */
function noticedAfter({ kind, tracker }, host) {
  if (kind === "tracker-fails") return detectionTime(host, tracker);
  if (tracker?.kind !== "script") return 0;
  return host.scripts.find(({ name }) => name === tracker.name).rise?.value ?? 1;
}

/** `fail lb1 chk` as the model's step. */
function stepOf(words, hosts) {
  const [verb, host, what] = words.split(" ");
  const kind = kinds[verb];
  if (kind.startsWith("interface")) return { kind, host, interface: what };
  if (!kind.startsWith("tracker")) return { kind, host };
  const own = hosts.find(({ name }) => name === host);
  const isNamed = ({ name }) => name === what;
  if (own.trackFiles.some(isNamed)) return { kind, host, tracker: { kind: "file", name: what } };
  if (own.trackProcesses.some(isNamed)) return { kind, host, tracker: { kind: "process", name: what } };
  return { kind, host, tracker: { kind: own.scripts.some(isNamed) ? "script" : "bfd", name: what } };
}
