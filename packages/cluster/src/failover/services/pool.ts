/**
 * The pool of servers behind one virtual server: which are in the kernel's table, and whether there is a quorum.
 * Source: keepalived 2.2.7 and 2.4.3, check/ipwrapper.c: init_service_rs, perform_svr_state, update_quorum_state.
 */
import type { ServiceFacts } from "./types.js";

export interface Pool {
  readonly facts: ServiceFacts;
  /** By their place in `facts.servers`. */
  readonly alive: ReadonlySet<number>;
  readonly quorumUp: boolean;
  /** The sorry server stands in for the others. */
  readonly sorry: boolean;
}

/** As keepalived starts: without `alpha` every server counts as well until a check says otherwise. */
export function startPool(facts: ServiceFacts): Pool {
  const alive = facts.servers.flatMap(({ alpha }, index) => (alpha ? [] : [index]));
  const pool = { facts, alive: new Set(alive), quorumUp: false, sorry: false };
  const settled = settle(pool);
  // Without a quorum the sorry server stands in from the start.
  return settled.quorumUp || facts.sorryServer === undefined ? settled : { ...settled, sorry: true };
}

export function failServer(pool: Pool, index: number): Pool {
  if (!pool.facts.servers[index]!.checked) return pool;
  return settle({ ...pool, alive: new Set([...pool.alive].filter((each) => each !== index)) });
}

export function recoverServer(pool: Pool, index: number): Pool {
  return settle({ ...pool, alive: new Set([...pool.alive, index]) });
}

/** Gained at quorum + hysteresis, lost below quorum − hysteresis or with no weight at all. */
function settle(pool: Pool): Pool {
  const { facts, quorumUp } = pool;
  const weight = liveWeight(pool);
  if (!quorumUp) return weight >= facts.quorum + facts.hysteresis ? { ...pool, quorumUp: true, sorry: false } : pool;
  if (weight > 0 && weight >= facts.quorum - facts.hysteresis) return pool;
  return { ...pool, quorumUp: false, sorry: facts.sorryServer !== undefined };
}

export function liveWeight({ facts, alive }: Pool): number {
  return facts.servers.reduce((sum, { weight }, index) => (alive.has(index) ? sum + weight : sum), 0);
}

/** What stands in the kernel's table, with the weight there: only a weight above 0 gets new connections. */
export function tableOf({ facts, alive, sorry }: Pool): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const [index, { name, weight, inhibit }] of facts.servers.entries()) {
    if (alive.has(index) && !sorry) table.set(name, weight);
    else if (inhibit) table.set(name, 0);
  }
  if (facts.sorryServer && (sorry || facts.sorryServer.inhibit)) table.set(facts.sorryServer.name, sorry ? 1 : 0);
  return table;
}
