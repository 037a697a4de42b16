import { type Cluster, type DeclaredCluster, findClusters, hostNames } from "@kalint/cluster";
import { bind, configIdsOf, evaluate, memoryHost } from "@kalint/daemon";
import { newestVersion } from "@kalint/schema";
import { describe, expect, it } from "vitest";

interface Router {
  readonly name?: string;
  readonly id?: number;
  readonly address?: string;
  readonly priority?: number;
  readonly source?: string;
  readonly peers?: readonly string[];
}

const router = ({
  name = "VI_1",
  id = 51,
  address = "10.0.0.100",
  priority = 100,
  source,
  peers = [],
}: Router): string =>
  [
    `vrrp_instance ${name} {`,
    "interface eth0",
    `virtual_router_id ${id}`,
    `priority ${priority}`,
    ...(source ? [`unicast_src_ip ${source}`] : []),
    ...(peers.length > 0 ? ["unicast_peer {", ...peers, "}"] : []),
    `virtual_ipaddress {\n${address}\n}`,
    "}\n",
  ].join("\n");

function clustersOf(
  files: Readonly<Record<string, readonly Router[] | string>>,
  declared?: readonly DeclaredCluster[],
): readonly Cluster[] {
  const texts = Object.fromEntries(
    Object.entries(files).map(([path, given]) => [
      path,
      typeof given === "string" ? given : given.map(router).join(""),
    ]),
  );
  const host = memoryHost(texts);
  const paths = Object.keys(texts);
  const names = hostNames(paths);
  const hosts = paths.flatMap((path, index) => {
    const ids: (string | undefined)[] = [...configIdsOf({ path, host })];
    if (ids.length === 0) return [bind(evaluate({ path, host, target: newestVersion }), names[index]!)];
    if (ids.length === 1) ids.push(undefined);
    return ids.map((configId) =>
      bind(evaluate({ path, host, target: newestVersion, ...(configId && { configId }) }), configId ?? "others"),
    );
  });
  return findClusters(hosts, declared);
}

/** `lb1+lb2: A=A B=C` */
const shown = (clusters: readonly Cluster[]): readonly string[] =>
  clusters.map(({ hosts, virtualRouters }) => {
    const routers = virtualRouters.map(({ members }) => members.map(({ instance }) => instance.name).join("="));
    return `${hosts.map(({ name }) => name).join("+")}: ${routers.join(" ")}`;
  });

describe("names of hosts", () => {
  it.each([
    [
      ["lb1/keepalived.conf", "lb2/keepalived.conf"],
      ["lb1", "lb2"],
    ],
    [
      ["master.conf", "backup.conf"],
      ["master", "backup"],
    ],
    [
      ["etc/keepalived.conf.master", "etc/keepalived.conf.backup"],
      ["master", "backup"],
    ],
    [
      ["a/keepalived-1.conf", "b/keepalived-2.conf"],
      ["1", "2"],
    ],
    [
      ["lb1/etc/keepalived/keepalived.conf", "lb2/etc/keepalived/keepalived.conf"],
      ["lb1", "lb2"],
    ],
    [["/etc/keepalived/keepalived.conf"], ["keepalived"]],
    [
      ["lb1/keepalived.conf", "lb2/keepalived.conf", "prod/lb1/keepalived.conf", "prod/lb2/keepalived.conf"],
      ["lb1", "lb2", "prod/lb1", "prod/lb2"],
    ],
    [
      ["a/x.conf", "b/x.conf", "b/y.conf"],
      ["a/x.conf", "b/x.conf", "b/y.conf"],
    ],
  ])("%j", (paths, names) => expect(hostNames(paths)).toEqual(names));
});

const groups: Readonly<
  Record<string, readonly [files: Readonly<Record<string, readonly Router[]>>, expected: readonly string[]]>
> = {
  "a pair": [{ "lb1.conf": [{ priority: 150 }], "lb2.conf": [{}] }, ["lb1+lb2: VI_1=VI_1"]],
  "a pair in folders": [
    { "red/keepalived.conf": [{ priority: 150 }], "blue/keepalived.conf": [{}] },
    ["red+blue: VI_1=VI_1"],
  ],
  "a pair with another virtual_router_id": [{ "lb1.conf": [{}], "lb2.conf": [{ id: 52 }] }, ["lb1+lb2: VI_1=VI_1"]],
  "a pair with another address": [
    { "lb1.conf": [{}], "lb2.conf": [{ address: "10.0.0.101" }] },
    ["lb1+lb2: VI_1=VI_1"],
  ],
  "a pair with another name": [{ "lb1.conf": [{ name: "A" }], "lb2.conf": [{ name: "B" }] }, ["lb1+lb2: A=B"]],
  "a pair that shares names crosswise": [
    {
      "lb1.conf": [{ name: "A" }, { name: "B", id: 52, address: "10.0.0.200" }],
      "lb2.conf": [{ name: "B" }, { name: "A", id: 52, address: "10.0.0.200" }],
    },
    ["lb1+lb2: A=B B=A"],
  ],
  "instances that share all their addresses before those that share one": [
    {
      "lb1.conf": [
        { name: "A", address: "10.0.0.1\n10.0.0.2" },
        { name: "B", id: 52, address: "10.0.0.1" },
      ],
      "lb2.conf": [
        { name: "C", id: 53, address: "10.0.0.1" },
        { name: "D", id: 54, address: "10.0.0.2\n10.0.0.1" },
      ],
    },
    ["lb1+lb2: A=D B=C"],
  ],
  "instances without an address, which share none": [
    { "lb1.conf": [{}, { name: "A", id: 61, address: "" }], "lb2.conf": [{}, { name: "B", id: 62, address: "" }] },
    ["lb1+lb2: VI_1=VI_1"],
  ],
  "instances without an address by their virtual_router_id": [
    {
      "lb1.conf": [{}, { name: "A", id: 61, address: "" }],
      "lb2.conf": [{}, { name: "B", id: 62, address: "" }, { name: "C", id: 61, address: "" }],
    },
    ["lb1+lb2: VI_1=VI_1 A=C"],
  ],
  "two pairs in one folder": [
    {
      "lb1.conf": [{}],
      "lb2.conf": [{ priority: 90 }],
      "lb3.conf": [{ address: "10.0.0.200" }],
      "lb4.conf": [{ address: "10.0.0.200", priority: 90 }],
    },
    ["lb1+lb2: VI_1=VI_1", "lb3+lb4: VI_1=VI_1"],
  ],
  "pairs of several sites with the same addresses": [
    {
      "site1/lb1.conf": [{ priority: 150 }],
      "site1/lb2.conf": [{}],
      "site2/lb1.conf": [{ priority: 150 }],
      "site2/lb2.conf": [{}],
    },
    ["site1/lb1.conf+site1/lb2.conf: VI_1=VI_1", "site2/lb1.conf+site2/lb2.conf: VI_1=VI_1"],
  ],
  "a third host that shares no more than the id and the network": [
    { "lb1.conf": [{}], "lb2.conf": [{ priority: 90 }], "lb3.conf": [{ address: "10.0.0.200", priority: 80 }] },
    ["lb1+lb2+lb3: VI_1=VI_1=VI_1"],
  ],
  "IPv6 hosts that share no more than the id and the network": [
    { "lb1.conf": [{ address: "2001:db8::1" }], "lb2.conf": [{ address: "2001:db8::2" }] },
    ["lb1+lb2: VI_1=VI_1"],
  ],
  "no cluster: the same id in another network": [{ "lb1.conf": [{}], "lb2.conf": [{ address: "10.7.0.100" }] }, []],
  "hosts far apart that name each other as unicast peers": [
    {
      "oslo/edge/keepalived.conf": [{ source: "10.9.0.1", peers: ["10.9.0.2"], priority: 150 }],
      "rome/conf/lb.conf": [{ source: "10.9.0.2", peers: ["10.9.0.1"] }],
    },
    ["edge+conf: VI_1=VI_1"],
  ],
  "no cluster: hosts far apart of which one names the other": [
    {
      "oslo/edge/keepalived.conf": [{ source: "10.9.0.1", peers: ["10.9.0.2"], priority: 150 }],
      "rome/conf/lb.conf": [{ source: "10.9.0.2", peers: ["10.9.0.3"] }],
    },
    [],
  ],
  "unicast peers with nothing else in common": [
    {
      "lb1.conf": [{ name: "A", id: 1, address: "10.0.1.1", source: "10.9.0.1", peers: ["10.9.0.2"] }],
      "lb2.conf": [{ name: "A", id: 2, address: "10.0.2.1", source: "10.9.0.2", peers: ["10.9.0.1"] }],
    },
    ["lb1+lb2: A=A"],
  ],
  "an instance that only one host has": [
    { "lb1.conf": [{}, { name: "own", id: 7, address: "10.7.0.1" }], "lb2.conf": [{}] },
    ["lb1+lb2: VI_1=VI_1"],
  ],
  "no cluster: the same tutorial in unrelated projects": [
    { "one/etc/keepalived.conf": [{}], "two/conf/lb.conf": [{}] },
    [],
  ],
  "no cluster: a kept copy": [{ "keepalived.conf": [{}], "keepalived.conf.bak": [{ priority: 90 }] }, []],
  "no cluster: versions of one file": [{ "lb.conf@1a2b3c4d": [{}], "lb.conf@5e6f7a8b": [{ priority: 90 }] }, []],
  "no cluster: one file": [{ "keepalived.conf": [{}] }, []],
};

describe("clusters by what files share", () => {
  it.each(Object.entries(groups))("%s", (_name, [files, expected]) =>
    expect(shown(clustersOf(files))).toEqual(expected),
  );

  it("have names of their own", () => {
    const files = {
      "x/lb1.conf": [{}],
      "x/lb2.conf": [{}],
      "x/lb3.conf": [{ address: "10.0.0.200" }],
      "x/lb4.conf": [{ address: "10.0.0.200" }],
      "y/lb1.conf": [{ address: "10.1.0.200" }],
      "y/lb2.conf": [{ address: "10.1.0.200" }],
    };
    expect(clustersOf(files).map(({ name }) => name)).toEqual(["lb1+lb2", "lb3+lb4", "y"]);
  });

  it("say why", () => {
    const [cluster] = clustersOf({ "lb1.conf": [{ priority: 150 }], "lb2.conf": [{}] });
    expect(cluster?.evidence).toEqual({
      kind: "shared",
      reasons: [
        "they share the virtual address 10.0.0.100",
        "they share virtual_router_id 51",
        "their paths differ only in a number or a role",
      ],
    });
  });
});

describe("clusters by other means", () => {
  it("are the ids of one file", () => {
    const text =
      "vrrp_instance A {\n@lb1 priority 150\n@lb2 priority 100\nvirtual_router_id 1\nvirtual_ipaddress {\n10.0.0.1\n}\n}\n";
    const clusters = clustersOf({ "keepalived.conf": text });
    expect(shown(clusters)).toEqual(["lb1+lb2: A=A"]);
    expect(clusters[0]?.evidence.kind).toBe("config-ids");
  });

  it("are the one id of a file and all others, where their roles differ", () => {
    const text = (line: string) =>
      `vrrp_instance A {\n${line}\nvirtual_router_id 1\nvirtual_ipaddress {\n10.0.0.1\n}\n}\n`;
    expect(shown(clustersOf({ "keepalived.conf": text("@lb1 state MASTER\n@^lb1 state BACKUP") }))).toEqual([
      "lb1+others: A=A",
    ]);
    expect(shown(clustersOf({ "keepalived.conf": text("@lb1 garp_master_delay 1") }))).toEqual([]);
  });

  it("are declared, which comes before all evidence", () => {
    const declared: DeclaredCluster = {
      name: "web",
      nodes: [
        { name: "lb1", file: "lb1.conf" },
        { name: "lb3", file: "lb3.conf" },
      ],
    };
    const clusters = clustersOf({ "lb1.conf": [{}], "lb2.conf": [{}], "lb3.conf": [{ id: 7, address: "10.7.0.1" }] }, [
      declared,
    ]);
    expect(clusters.map(({ name, evidence, hosts }) => `${name} ${evidence.kind} ${hosts.length}`)).toEqual([
      "web declared 2",
    ]);
  });
});

describe("evidence separates as well as joins", () => {
  const files = (...clusters: readonly (readonly string[])[]) => clusters.map((paths) => paths.join(" + "));
  const found = (given: Parameters<typeof clustersOf>[0]) =>
    files(...clustersOf(given).map(({ hosts }) => hosts.map(({ effective }) => effective.path)));

  it("takes pairs in sibling folders for two clusters, even with the same addresses", () => {
    expect(
      found({
        "prod/lb1/keepalived.conf": [{ priority: 100 }],
        "prod/lb2/keepalived.conf": [{ priority: 90 }],
        "staging/lb1/keepalived.conf": [{ priority: 150 }],
        "staging/lb2/keepalived.conf": [{ priority: 90 }],
      }),
    ).toEqual([
      "prod/lb1/keepalived.conf + prod/lb2/keepalived.conf",
      "staging/lb1/keepalived.conf + staging/lb2/keepalived.conf",
    ]);
  });

  it("takes a copy for the same host", () => {
    const master = router({ priority: 180 });
    const backup = router({ priority: 100 });
    expect(
      found({
        "keepalived.conf": master.replace("priority 180", "priority 180 "),
        "keepalived_b.conf": backup,
        "keepalived_m.conf": master,
      }),
    ).toEqual(["keepalived_b.conf + keepalived_m.conf"]);
  });

  it("takes pairs whose names begin alike for two clusters, where each is complete", () => {
    expect(
      found({
        "prod-lb1/keepalived.conf": [{ priority: 150 }],
        "prod-lb2/keepalived.conf": [{ priority: 140 }],
        "test-lb1/keepalived.conf": [{ priority: 150 }],
        "test-lb2/keepalived.conf": [{ priority: 140 }],
      }),
    ).toEqual([
      "prod-lb1/keepalived.conf + prod-lb2/keepalived.conf",
      "test-lb1/keepalived.conf + test-lb2/keepalived.conf",
    ]);
    expect(
      found({
        "oslo1/keepalived.conf": [{ priority: 150 }],
        "oslo2/keepalived.conf": [{ priority: 140 }],
        "rome1/keepalived.conf": [{ priority: 130 }],
        "rome2/keepalived.conf": [{ priority: 120 }],
      }),
    ).toHaveLength(1);
  });

  it("takes a copy with other comments for the same host", () => {
    const master = router({ priority: 180 });
    expect(
      found({
        "keepalived.conf": `# deployed by hand\n${master}`,
        "keepalived_b.conf": router({ priority: 100 }),
        "keepalived_m.conf": master,
      }),
    ).toEqual(["keepalived_b.conf + keepalived_m.conf"]);
  });

  it("joins one virtual router whose addresses differ, whatever the files are called", () => {
    for (const [first, second] of [
      ["keepalived_m.conf", "keepalived_b.conf"],
      ["keepalived.conf", "keepalived-spare.conf"],
      ["主.conf", "备.conf"],
    ] as const) {
      expect(
        found({
          [first]: [{ priority: 150, address: "10.0.0.1" }],
          [second]: [{ priority: 100, address: "10.0.0.2" }],
        }),
      ).toHaveLength(1);
    }
  });
});
