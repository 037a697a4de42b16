import { readFileSync } from "node:fs";
import { join } from "node:path";
import { failServer, type Pool, recoverServer, serviceFactsOf, startPool, tableOf } from "@kalint/cluster";
import { bind, evaluate, memoryHost } from "@kalint/daemon";
import type { Version } from "@kalint/schema";
import { expect, test } from "vitest";

interface Observed {
  readonly version: Version;
  readonly configuration: string;
  readonly services: readonly {
    readonly name: string;
    readonly index: number;
    readonly down: readonly number[];
    /** `step`: `start`, or `fail N`, `recover N` and the like, joined by commas; servers count from 1. */
    readonly states: readonly {
      readonly step: string;
      readonly table: Record<string, number>;
      readonly said?: string;
    }[];
  }[];
}

/** Written by `npm run conformance:services -- --record FILE`. */
const observed: Observed = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../fixtures/failover/services.json"), "utf8"),
);
const path = "/run/services/keepalived.conf";
const host = bind(
  evaluate({ path, host: memoryHost({ [path]: observed.configuration }), target: observed.version }),
  "host",
);

function after(pool: Pool, step: string): Pool {
  return step.split(",").reduce((current, part) => {
    const [verb, number] = part.split(" ");
    const index = Number(number) - 1;
    return verb === "recover" || verb === "mend" ? recoverServer(current, index) : failServer(current, index);
  }, pool);
}

test.each(observed.services)("$name: the model does as keepalived did", ({ index, down, states }) => {
  const facts = serviceFactsOf(host.virtualServers[index]!);
  let pool = facts.servers.reduce(
    (current, _, server) => (down.includes(server + 1) ? failServer : recoverServer)(current, server),
    startPool(facts),
  );
  for (const { step, table, said } of states) {
    if (step !== "start") pool = after(pool, step);
    expect([step, Object.fromEntries(tableOf(pool))]).toEqual([step, table]);
    if (said !== undefined) expect([step, pool.quorumUp ? "up" : "down"]).toEqual([step, said]);
  }
});
