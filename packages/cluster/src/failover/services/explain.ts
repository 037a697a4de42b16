/** Why it comes like that, with the weights. */
import { say } from "@kalint/schema";
import { listed } from "../phrases.js";
import { liveWeight, type Pool } from "./pool.js";
import type { ServiceEvent, ServiceFacts } from "./types.js";

export function explainService(event: ServiceEvent, before: Pool, after: Pool): string {
  const { facts } = after;
  if (event.kind === "real-servers-fail" && before === after) {
    return say`no check: it goes on getting its share of the connections, and they fail`;
  }
  const weight = liveWeight(after);
  if (event.kind === "normal") return starting(after, weight);
  if (event.kind === "real-servers-back")
    return say`weight ${weight} ≥ ${gaining(facts)}: the quorum is back${told(facts.tells.up, "quorum_up")}`;
  const parts = [lossOrRest(before, after, weight), ...inhibited(event, facts), ...noticed(event, facts)];
  return parts.reduce((all, part) => say`${all}; ${part}`);
}

function starting({ facts, quorumUp, sorry }: Pool, weight: number): string {
  if (facts.servers.length === 0) return say`no real server`;
  if (facts.quorum === 0) return say`no real server has a weight above 0${sorry ? say`: the sorry server serves` : ""}`;
  if (quorumUp) return say`weight ${weight} ≥ ${gaining(facts)}`;
  return say`weight ${weight} < ${gaining(facts)}: keepalived starts without a quorum and never gains one${sorry ? say`, so the sorry server replaces all others` : ""}`;
}

function lossOrRest(before: Pool, after: Pool, weight: number): string {
  const { facts } = after;
  if (after.quorumUp) return say`weight ${weight} left ≥ ${keeping(facts)}`;
  const left = weight === 0 ? say`no weight left` : say`weight ${weight} < ${keeping(facts)}`;
  if (!before.quorumUp) return say`weight ${weight} left; no quorum, as before`;
  const lost = weight === 0 && facts.quorum <= 1 ? left : say`${left}: the quorum is lost`;
  return `${lost}${consequence(after, weight)}${told(facts.tells.down, "quorum_down")}`;
}

function consequence({ sorry }: Pool, weight: number): string {
  if (sorry) return say`, the sorry server ${weight === 0 ? say`serves` : say`replaces all others`}`;
  if (weight > 0) return say`, and without a sorry_server what is left serves on`;
  return say`, and there is no sorry_server: nobody answers`;
}

function told(runs: boolean, keyword: string): string {
  return runs ? say`, ${keyword} runs` : "";
}

function inhibited(
  { realServers }: ServiceEvent & { kind: "real-servers-fail" },
  facts: ServiceFacts,
): readonly string[] {
  const inhibits = facts.servers.some(({ name, inhibit }) => inhibit && realServers.includes(name));
  return inhibits ? [say`inhibit_on_failure keeps open connections to it (weight 0)`] : [];
}

/** How long, where it is one server's time. */
function noticed(
  { realServers }: ServiceEvent & { kind: "real-servers-fail" },
  facts: ServiceFacts,
): readonly string[] {
  const sums = new Set(
    facts.servers.filter(({ name }) => realServers.includes(name)).map(({ detection }) => detection?.sum),
  );
  const [sum] = sums;
  return sums.size === 1 && sum !== undefined ? [say`noticed after ${sum}`] : [];
}

/** `quorum 2 + hysteresis 1`. */
function gaining({ quorum, hysteresis }: ServiceFacts): string {
  return hysteresis === 0 ? say`quorum ${quorum}` : say`quorum ${quorum} + hysteresis ${hysteresis}`;
}

function keeping({ quorum, hysteresis }: ServiceFacts): string {
  return hysteresis === 0 ? say`quorum ${quorum}` : say`quorum ${quorum} − hysteresis ${hysteresis}`;
}

/** `10.0.0.2:80 fails (or one of 3 alike)`. */
export function phraseOfService(event: ServiceEvent, servers: number): string {
  switch (event.kind) {
    case "normal":
      return say`normal`;
    case "real-servers-fail": {
      const { realServers, alike = [] } = event;
      if (realServers.length > 1) return say`${some(realServers, servers)} fail`;
      return say`${realServers[0]} fails${alike.length === 0 ? "" : ` ${alike.length === 1 ? say`(or ${alike[0]})` : say`(or one of ${alike.length} similar others)`}`}`;
    }
    case "real-servers-back":
      return say`${some(event.realServers, servers)} back after all failed`;
  }
}

function some(names: readonly string[], servers: number): string {
  if (names.length === servers && servers > 1)
    return servers === 2 ? say`both real servers` : say`all ${servers} real servers`;
  return names.length <= 2 ? listed(names) : say`${names.length} of ${servers} real servers`;
}
