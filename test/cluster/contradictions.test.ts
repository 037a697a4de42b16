/** What the rules and the prediction once read differently: both see the daemon's value. */
import { predictFailover } from "@kalint/cluster";
import { describe, expect, test } from "vitest";
import { lintFiles } from "../lint/support.js";
import { checkOutcomes, clusterOf, linesOf, pairOf } from "./failover.support.js";

const track = (kind: string, name: string) => `track_${kind} {\n ${name}\n}`;

function outcomesOf(cluster: ReturnType<typeof clusterOf>): readonly string[] {
  return predictFailover(cluster).flatMap(linesOf);
}

test("a preempt_delay that keepalived refuses delays nothing", () => {
  const without = outcomesOf(pairOf("", "priority 150", "priority 100"));
  expect(outcomesOf(pairOf("preempt_delay 2000", "priority 150", "priority 100"))).toEqual(without);
  expect(outcomesOf(pairOf("preempt_delay 1000", "priority 150", "priority 100"))).not.toEqual(without);
});

describe("of weights that are given twice", () => {
  const process = (weights: string) => `vrrp_track_process p {\n process x\n ${weights}\n}`;
  const file = (weights: string) => `track_file f {\n file /x\n ${weights}\n}`;
  const pair = (kind: string, name: string, definition: string) =>
    pairOf(track(kind, name), "priority 150", "priority 100", definition, "2.2.7");

  test("a process keeps the first", () => {
    const once = outcomesOf(pair("process", "p", process("weight -10")));
    expect(outcomesOf(pair("process", "p", process("weight -10\n weight -60")))).toEqual(once);
    expect(outcomesOf(pair("process", "p", process("weight -60")))).not.toEqual(once);
  });

  test("a file keeps the first", () => {
    const once = outcomesOf(pair("file", "f", file("weight 10")));
    expect(outcomesOf(pair("file", "f", file("weight 10\n weight -60")))).toEqual(once);
    expect(outcomesOf(pair("file", "f", file("weight -60")))).not.toEqual(once);
  });
});

test("a second weight counts where the first was the default", () => {
  const pair = (weights: string) =>
    pairOf(track("process", "p"), "priority 150", "priority 100", `vrrp_track_process p {\n process x\n ${weights}\n}`);
  expect(outcomesOf(pair("weight 0\n weight -60"))).toEqual(outcomesOf(pair("weight -60")));
});

test("a weight on the own interface counts for nobody", () => {
  const pair = (lines: string) => pairOf(lines, "priority 150", "priority 100");
  const weighted = "track_interface {\n eth0 weight -60\n}";
  expect(outcomesOf(pair(weighted))).toEqual(outcomesOf(pair("")));
  expect(lintFiles({ "keepalived.conf": instance(weighted) }).diagnostics.map(({ rule }) => rule)).toContain(
    "tracked-own-interface",
  );
});

test("two instances that are one virtual router keep the host from running", () => {
  const twice = `${instance("")}${instance("").replace("VI_1", "VI_2")}`;
  const rules = lintFiles({ "keepalived.conf": twice }).diagnostics.map(({ rule }) => rule);
  expect(rules).toContain("duplicate-virtual-router-id");
  const [router] = predictFailover(clusterOf({ lb1: twice, lb2: instance("").replace("150", "100") }));
  expect(router?.outcomes[0]?.masters).toEqual(["lb2"]);
});

function instance(lines: string): string {
  return `vrrp_instance VI_1 {\n state BACKUP\n interface eth0\n virtual_router_id 51\n priority 150\n ${lines}\n virtual_ipaddress {\n 10.0.0.1\n }\n}\n`;
}

test("an interval that keepalived refuses leaves a script at one second", () => {
  const script = (interval: string) => `vrrp_script s {\n script /bin/true\n ${interval}\n}`;
  const pair = (interval: string) => pairOf(track("script", "s"), "priority 150", "priority 100", script(interval));
  expect(outcomesOf(pair("interval 5000"))).toEqual(outcomesOf(pair("")));
  expect(outcomesOf(pair("interval 5"))).not.toEqual(outcomesOf(pair("")));
});

describe("native_ipv6 makes version 2 a version 3", () => {
  const text = (version: string, priority: number) =>
    `vrrp_instance VI_1 {\n state BACKUP\n interface eth0\n virtual_router_id 51\n priority ${priority}\n ${version}\n virtual_ipaddress {\n fe80::10/64\n }\n}\n`;
  const files = {
    "lb1.conf": text("version 2\n native_ipv6", 150),
    "lb2.conf": text("version 3", 100),
  };

  test("for the rules", () => {
    const found = lintFiles(files).diagnostics.map(({ rule }) => rule);
    expect(found).not.toContain("mismatched-vrrp-version");
    const other = { ...files, "lb1.conf": text("version 2", 150) };
    expect(lintFiles(other).diagnostics.map(({ rule }) => rule)).toContain("mismatched-vrrp-version");
  });

  test("for the prediction", () => {
    checkOutcomes(clusterOf({ lb1: files["lb1.conf"], lb2: files["lb2.conf"] }), "normal | lb1 |  | 150 > 100");
  });
});

test("an address follows the hosts that list it", () => {
  const text = (priority: number, addresses: string) =>
    `vrrp_instance VI_1 {\n interface eth0\n virtual_router_id 51\n priority ${priority}\n virtual_ipaddress {\n ${addresses}\n }\n}\n`;
  const routers = predictFailover(clusterOf({ lb1: text(150, "10.0.0.1\n 10.0.0.2"), lb2: text(100, "10.0.0.1") }));
  const mastersAfterLoss = routers.map(({ addresses, outcomes }) => [
    addresses,
    outcomes.find(({ event }) => event.kind === "lost" && event.host === "lb1")?.masters,
  ]);
  expect(mastersAfterLoss).toEqual([
    [["10.0.0.1"], ["lb2"]],
    [["10.0.0.2"], []],
  ]);
});
