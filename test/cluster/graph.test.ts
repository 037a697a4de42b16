import { type ClusterGraph, findClusters, graphOf, hostNames } from "@kalint/cluster";
import {
  addressesOf,
  bind,
  evaluate,
  type HostConfiguration,
  isServedBy,
  memoryHost,
  serviceEntriesOf,
} from "@kalint/daemon";
import { newestVersion } from "@kalint/schema";
import { expect, test } from "vitest";

const router = (priority: number, more = "") => `vrrp_script chk { script "/bin/true"\n weight -20\n }
vrrp_instance web {
  interface eth0
  virtual_router_id 51
  priority ${priority}
  virtual_ipaddress {
    192.0.2.10
    192.0.2.11
    ${more}
  }
  track_script {
    chk
  }
}
`;

const server = (service: string, real: readonly string[], more = "") => `virtual_server ${service} {
  lvs_sched rr
  lvs_method DR
  protocol TCP
  ${more}
${real.map((each) => `  real_server ${each} {\n  }\n`).join("")}}
`;

function hostsOf(files: Readonly<Record<string, string>>): readonly HostConfiguration[] {
  const host = memoryHost(files);
  const paths = Object.keys(files);
  const names = hostNames(paths);
  return paths.map((path, index) => bind(evaluate({ path, host, target: newestVersion }), names[index]!));
}

/** One line a node, one an edge, in the words of their labels. */
function shown({ nodes, edges }: ClusterGraph): readonly string[] {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return [
    ...nodes.map(({ kind, label, lines }) => `${kind}: ${[label, ...lines].join(" | ")}`),
    ...edges.map(
      ({ from, to, kind, label }) => `${labels.get(from)} ${kind}${label && ` (${label})`} ${labels.get(to)}`,
    ),
  ];
}

function checkGraph(files: Readonly<Record<string, string>>, expected: readonly string[]): void {
  const clusters = findClusters(hostsOf(files));
  expect(clusters).toHaveLength(1);
  expect(shown(graphOf(clusters[0]!))).toEqual(expected);
}

test("from hosts and trackers to real servers, those alike taken together", () => {
  const servers = server("192.0.2.10 80", ["10.0.0.1 80", "10.0.0.2 80", "10.0.0.3 8080"], "sorry_server 10.0.0.9 80");
  checkGraph({ "lb1/keepalived.conf": router(150) + servers, "lb2/keepalived.conf": router(100) + servers }, [
    "host: lb1 | lb1/keepalived.conf",
    "host: lb2 | lb2/keepalived.conf",
    "virtual-router: web | id 51 on eth0 | VRRPv2, every 1 s",
    "tracker: chk | script",
    "address: 192.0.2.10",
    "address: 192.0.2.11",
    "virtual-server: 192.0.2.10:80 | TCP, rr, DR",
    "real-server: 3 real servers | 10.0.0.1 | 10.0.0.2 | 10.0.0.3:8080",
    "sorry-server: 10.0.0.9:80 | sorry server",
    "lb1 master (MASTER 150) web",
    "lb2 backup (backup 100) web",
    "chk tracks (−20) web",
    "192.0.2.10 serves 192.0.2.10:80",
    "web holds 192.0.2.10",
    "web holds 192.0.2.11",
    "192.0.2.10:80 sorry (without quorum) 10.0.0.9:80",
    "192.0.2.10:80 balances 3 real servers",
  ]);
});

test("what only one host has, and where they differ", () => {
  const one = server("192.0.2.10 80", ["10.0.0.1 80"]);
  const other = server("192.0.2.10 80", ["10.0.0.1 80", "10.0.0.2 80"]).replace("sched rr", "sched wrr");
  const files = {
    "lb1/keepalived.conf": router(150) + one,
    "lb2/keepalived.conf": router(100, "192.0.2.12").replace("id 51", "id 52").replace("-20", "-30") + other,
  };
  const [cluster] = findClusters(hostsOf(files), [
    {
      name: "web",
      nodes: [
        { name: "lb1", file: "lb1/keepalived.conf" },
        { name: "lb2", file: "lb2/keepalived.conf" },
      ],
    },
  ]);
  const lines = shown(graphOf(cluster!));
  expect(lines).toContain("chk tracks (lb1 −20, lb2 −30) web");
  expect(lines).toContain("web holds (only lb2) 192.0.2.12");
  expect(lines).toContain("virtual-server: 192.0.2.10:80 | TCP, rr / wrr, DR");
  expect(lines).toContain("192.0.2.10:80 balances (only lb2) 10.0.0.2");
});

test("each virtual server leads to its own sorry server", () => {
  const servers = ["192.0.2.10", "192.0.2.11"].map((address, at) =>
    server(`${address} 80`, ["10.0.0.1 80"], `sorry_server 10.0.0.${8 + at} 80`),
  );
  const text = router(150) + servers.join("");
  const [cluster] = findClusters(hostsOf({ "lb1/keepalived.conf": text, "lb2/keepalived.conf": text }));
  const { nodes, edges } = graphOf(cluster!);
  const sorries = nodes.filter(({ kind }) => kind === "sorry-server").map(({ id, label }) => [id, label]);
  expect(sorries.map(([, label]) => label)).toEqual(["10.0.0.8:80", "10.0.0.9:80"]);
  expect(edges.filter(({ kind }) => kind === "sorry").map(({ to }) => to)).toEqual(sorries.map(([id]) => id));
});

test("several addresses without a service are one node", () => {
  const files = { "lb1/keepalived.conf": router(150), "lb2/keepalived.conf": router(100) };
  const lines = shown(graphOf(findClusters(hostsOf(files))[0]!));
  expect(lines).toContain("address: 2 addresses | 192.0.2.10 | 192.0.2.11");
});

test("two hosts of one name, such as @lb1 in one file and a folder lb1, are two nodes", () => {
  const host = memoryHost({ "lb1/keepalived.conf": router(150), "lb2/keepalived.conf": router(100) });
  const hosts = ["lb1", "lb2"].map((folder) =>
    bind(evaluate({ path: `${folder}/keepalived.conf`, host, target: newestVersion }), "lb1"),
  );
  const lines = shown(graphOf({ ...findClusters(hosts)[0]!, hosts }));
  expect(lines.filter((line) => line.startsWith("host: "))).toEqual([
    "host: lb1 | lb1/keepalived.conf",
    "host: lb1 | lb2/keepalived.conf",
  ]);
});

test("services that no virtual router brings hang on their host", () => {
  const [host] = hostsOf({ "director.conf": server("fwmark 5", ["10.0.0.1 80"]) });
  const graph = graphOf({ name: "d", hosts: [host!], virtualRouters: [], evidence: { kind: "shared", reasons: [] } });
  expect(shown(graph)).toContain("director serves fwmark 5");
});

const group = (lines: string) => `virtual_server_group g {\n${lines}\n}\n${server("group g", ["10.0.0.1 80"])}`;

const entries: readonly [line: string, expected: string | undefined][] = [
  ["192.0.2.1 80", "192.0.2.1-192.0.2.1 80"],
  ["192.0.2.1", "192.0.2.1-192.0.2.1 0"],
  ["192.0.2.1-9 80", "192.0.2.1-192.0.2.9 80"],
  ["192.0.2.250-192.0.3.4 80", "192.0.2.250-192.0.3.4 80"],
  ["192.0.2.16/28 80", "192.0.2.16-192.0.2.31 80"],
  ["192.0.2.17/28 80", undefined],
  ["192.0.2.9-1 80", undefined],
  ["192.0.2.1-300 80", undefined],
  ["2001:db8::a-1f 80", "2001:db8::a-2001:db8::1f 80"],
  ["2001:db8::/126 80", "2001:db8::-2001:db8::3 80"],
  ["fwmark 7", "fwmark 7"],
  ["fwmark seven", undefined],
];

test.each(entries)("a group's line %s", (line, expected) => {
  const [host] = hostsOf({ "a.conf": group(line) });
  const [entry] = serviceEntriesOf(host!.virtualServers[0]!);
  const text =
    entry?.kind === "fwmark" ? `fwmark ${entry.mark}` : entry && `${entry.first}-${entry.last} ${entry.port}`;
  expect(text).toBe(expected);
});

test("the addresses of an entry, up to a number, and whether it serves one", () => {
  const [host] = hostsOf({ "a.conf": group("192.0.2.254-192.0.3.1 80") });
  const [entry] = serviceEntriesOf(host!.virtualServers[0]!);
  expect(addressesOf(entry!, 10)).toEqual(["192.0.2.254", "192.0.2.255", "192.0.3.0", "192.0.3.1"]);
  expect(addressesOf(entry!, 2)).toHaveLength(2);
  expect(isServedBy(entry!, { family: "ipv4", text: "192.0.3.0" })).toBe(true);
  expect(isServedBy(entry!, { family: "ipv4", text: "192.0.3.2" })).toBe(false);
  expect(isServedBy(entry!, { family: "ipv6", text: "2001:db8::1" })).toBe(false);
});
