/** What used to contradict itself: check, failover and graph say the same of a virtual server, and it is what keepalived does. */
import { findClusters, graphOf, predictServices } from "@kalint/cluster";
import { bind, evaluate, type HostConfiguration, memoryHost } from "@kalint/daemon";
import { lint } from "@kalint/lint";
import { newestVersion } from "@kalint/schema";
import { describe, expect, test } from "vitest";

const check = "TCP_CHECK {\n connect_timeout 2\n }";

const service = (lines: readonly string[], header = "192.0.2.1 80") =>
  `vrrp_instance V {
 interface eth0
 virtual_router_id 5
 priority 100
 virtual_ipaddress {
  192.0.2.1
 }
}
virtual_server ${header} {
 lvs_sched rr
 lvs_method DR
 protocol TCP
 delay_loop 6
 ${lines.join("\n ")}
}
`;

const server = (address: string, port = 80) => `real_server ${address} ${port} {\n ${check}\n }`;

function hostOf(text: string, name = "lb1"): HostConfiguration {
  const path = `${name}.conf`;
  return bind(evaluate({ path, host: memoryHost({ [path]: text }), target: newestVersion }), name);
}

function messagesOf(text: string, rule: string): readonly string[] {
  const { files } = lint({ paths: ["lb1.conf"], host: memoryHost({ "lb1.conf": text }), target: newestVersion });
  return files
    .flatMap(({ diagnostics }) => diagnostics.filter((each) => each.rule === rule))
    .map((each) => each.message);
}

function partsOf(text: string) {
  const [cluster] = findClusters(["lb1", "lb2"].map((name) => hostOf(text, name)));
  return { graph: graphOf(cluster!), services: predictServices(cluster!) };
}

describe("a real server that keepalived leaves out counts nowhere", () => {
  test.each([
    ["of the other family", service(["quorum 2", server("10.0.0.2"), server("2001:db8::3")])],
    ["that is there twice", service(["quorum 2", server("10.0.0.2"), server("10.0.0.2")])],
  ])("%s", (_, text) => {
    const [held] = hostOf(text).virtualServers;
    expect(held).toMatchObject({ quorum: { value: 2 }, effectiveQuorum: 1, totalWeight: 1 });
    expect(messagesOf(text, "unreachable-quorum")).toEqual([
      "quorum 2 is above the total weight of the real servers, 1",
    ]);
    const { graph, services } = partsOf(text);
    expect(services.map(({ facts }) => [facts.quorum, facts.servers.map(({ name }) => name)])).toEqual([
      [1, ["10.0.0.2:80"]],
    ]);
    expect(graph.nodes.filter(({ kind }) => kind === "real-server").map(({ label }) => label)).toEqual(["10.0.0.2"]);
    expect(graph.nodes.find(({ kind }) => kind === "virtual-server")!.lines).toContain("quorum 1");
  });

  test("and what is foretold holds for both hosts, by the instance that brings the address", () => {
    const { services } = partsOf(service([server("10.0.0.2")]));
    expect(services).toMatchObject([{ hosts: ["lb1", "lb2"], instances: ["V"] }]);
  });

  test("and a virtual server without any is foretold nowhere", () => {
    const text = service([server("2001:db8::3")]);
    expect(hostOf(text).virtualServers).toMatchObject([{ dropped: "no-real-server" }]);
    const { graph, services } = partsOf(text);
    expect(services).toEqual([]);
    expect(graph.nodes.map(({ kind }) => kind)).not.toContain("virtual-server");
  });

  test("nor is one whose group is not there", () => {
    const text = service([server("10.0.0.2")], "group web");
    expect(hostOf(text).virtualServers).toMatchObject([{ dropped: "no-group" }]);
    expect(partsOf(text).services).toEqual([]);
  });
});

describe("a value that is refused leaves the one before in force", () => {
  test.each([
    [["lvs_sched bogus"], { scheduler: { value: "rr" } }],
    [["lb_algo bogus"], { scheduler: { value: "rr" } }],
    [["lvs_method DRX"], { forwarding: { value: "DR" } }],
    [["lb_kind dr"], { forwarding: { value: "DR" } }],
    [["protocol ICMP"], { protocol: { value: "TCP" } }],
    [["hysteresis 1", "quorum 5", "hysteresis x"], { hysteresis: { value: 1 } }],
  ])("%j", (lines, held) => {
    expect(hostOf(service([...lines, server("10.0.0.2")])).virtualServers[0]).toMatchObject(held);
  });

  test("but a quorum that is refused is 1", () => {
    const [held] = hostOf(service(["quorum 2", "quorum 0", server("10.0.0.2"), server("10.0.0.3")])).virtualServers;
    expect(held).toMatchObject({ quorum: { value: 1 }, effectiveQuorum: 1 });
  });

  test.each([
    ["delay_loop 0", "loop", 6],
    ["retry 0", "retry", 1],
    ["delay_before_retry -1", "pause", 1],
    ["connect_timeout 0", "timeout", 2],
  ] as const)("%s around a check", (line, name, value) => {
    const [held] = hostOf(service([line, server("10.0.0.2")])).virtualServers;
    expect(held!.realServers[0]!.checks[0]!.times![name].value).toBe(value);
  });

  test("and slow-check computes with it", () => {
    const slow = (...lines: readonly string[]) =>
      messagesOf(
        service([...lines, server("10.0.0.2").replace("connect_timeout 2", "connect_timeout 7")]),
        "slow-check",
      );
    expect(slow("delay_loop 0")).toEqual(slow());
    expect(slow()).toEqual([expect.stringContaining("the delay_loop of 6 s")]);
  });
});

test("the times of a check come from the nearest block that has them, each with its line", () => {
  const text = service([
    "retry 4",
    `real_server 10.0.0.2 80 {\n retry 3\n delay_loop 9\n DNS_CHECK {\n delay_loop 2\n }\n }`,
  ]);
  const { times } = hostOf(text).virtualServers[0]!.realServers[0]!.checks[0]!;
  expect(times).toMatchObject({
    loop: { value: 2, setting: { from: { line: 19 } } },
    retry: { value: 3, setting: { from: { line: 16 } } },
    // DNS_CHECK pauses for its delay_loop, where nothing else is said.
    pause: { value: 2 },
    timeout: { value: 5 },
  });
  expect(times!.pause).not.toHaveProperty("setting");
});
