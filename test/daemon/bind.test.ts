import type { EffectiveConfiguration, HostConfiguration, SymbolReference, Tracker, VrrpInstance } from "@kalint/daemon";
import { describe, expect, it } from "vitest";
import { bound, type Setting } from "./support.js";

const instance = (lines: string, setting?: Setting): VrrpInstance =>
  bound(`vrrp_instance A {\n${lines}\n}\n`, setting).instances[0]!;

describe("instances", () => {
  it("hold what the daemon accepts, each value with its place", () => {
    const text =
      "vrrp_instance A {\n  interface eth0\n  virtual_router_id 51\n  priority 150\n  advert_int 2\n  virtual_ipaddress {\n    10.0.0.1/24 dev eth1\n    10.0.0.1 dev eth1\n    nonsense\n  }\n}\n";
    const [found] = bound(text).instances;
    expect(found).toMatchObject({
      name: "A",
      interface: { value: "eth0" },
      virtualRouterId: { value: 51 },
      effectivePriority: 150,
      effectiveVersion: 2,
      effectiveAdvertInterval: 2,
      family: "ipv4",
      addresses: [{ value: { text: "10.0.0.1", prefixLength: 24 }, device: { value: "eth1" } }],
    });
    expect(found!.addresses).toHaveLength(1);
    const { place } = found!.virtualRouterId!;
    expect(text.slice(place.start, place.end)).toBe("51");
  });

  it("are absent where the daemon skips them", () => {
    expect(
      bound("vrrp_instance A B {\n}\nvrrp_instance C {\n}\nvrrp_instance C {\n}\n").instances.map(({ name }) => name),
    ).toEqual(["C"]);
  });

  it.each([
    ["", 100],
    ["state MASTER", 255],
    ["state BACKUP", 100],
    ["priority 0", 100],
    ["state MASTER\npriority 999", 100],
    ["priority 10\npriority 20", 20],
  ])("%j has the priority %i", (lines, priority) => expect(instance(lines).effectivePriority).toBe(priority));

  it.each([
    ["state MASTER\nstate BACKUP", "MASTER"],
    ["state BACKUP\nstate MASTER", "MASTER"],
    ["state master", "BACKUP"],
    ["", undefined],
  ])("%j has the state %s", (lines, state) => expect(instance(lines).state?.value).toBe(state));

  it.each([
    ["", "BACKUP"],
    ["priority 255", "MASTER"],
    ["state MASTER\npriority 100", "MASTER"],
    ["state BACKUP\npriority 255", "BACKUP"],
    ["strict_mode\nstate MASTER\npriority 100", "BACKUP"],
    ["strict_mode\nstate BACKUP\npriority 255", "MASTER"],
    ["state MASTER\npriority 100\nauthentication {\n auth_type PASS\n auth_pass x\n}", "MASTER"],
    ["state MASTER\npriority 100\nauthentication {\n auth_type AH\n auth_pass x\n}", "BACKUP"],
    ["state MASTER\npriority 255\nauthentication {\n auth_type AH\n auth_pass x\n}", "MASTER"],
    ["state MASTER\npriority 100\nauthentication {\n auth_type AH\n}", "MASTER"],
  ])("%j starts as %s", (lines, state) => expect(instance(lines).effectiveState).toBe(state));

  it.each([
    ["auth_type PASS\n auth_pass x", "", "PASS"],
    ["auth_type AH\n auth_pass x", "", "AH"],
    ["auth_type PASS", "", undefined],
    ["auth_pass x", "", undefined],
    ["auth_type PASS\n auth_pass x", "version 3", undefined],
    ["auth_type PASS\n auth_pass x", "strict_mode", undefined],
    ["auth_type AH\n auth_pass x", "native_ipv6", undefined],
  ])("%j with %j is authentication by %s", (block, line, kind) =>
    expect(instance(`${line}\nauthentication {\n ${block}\n}`).effectiveAuthentication).toBe(kind),
  );

  it.each([
    ["", 2],
    ["version 3", 3],
    ["virtual_ipaddress {\n fe80::1\n}", 3],
    ["version 2\nvirtual_ipaddress {\n fe80::1\n}", 2],
    ["virtual_ipaddress {\n fe80::1\n}\nversion 2", 3],
    ["native_ipv6", 3],
  ])("%j has version %i", (lines, version) => expect(instance(lines).effectiveVersion).toBe(version));

  it("take the version of global_defs wherever that stands", () => {
    const host = bound("vrrp_instance A {\n}\nglobal_defs {\n  vrrp_version 3\n}\n");
    expect(host.instances[0]?.effectiveVersion).toBe(3);
  });

  it.each([
    ["advert_int 1.4", 1],
    ["advert_int 0.3", 1],
    ["advert_int 1.4\nversion 3", 1.4],
    ["advert_int 100\nversion 3", 40.95],
    ["advert_int 0", 1],
  ])("%j has the interval %d", (lines, seconds) => expect(instance(lines).effectiveAdvertInterval).toBe(seconds));

  it("take addresses of the first family only", () => {
    const found = instance(
      "unicast_peer {\n 10.0.0.2\n fe80::2\n}\nvirtual_ipaddress {\n fe80::1\n 10.0.0.1\n}\nunicast_src_ip 10.0.0.9/24",
    );
    expect(found.family).toBe("ipv4");
    expect(found.unicastPeers.map(({ value }) => value.text)).toEqual(["10.0.0.2"]);
    expect(found.addresses.map(({ value }) => value.text)).toEqual(["10.0.0.1"]);
    expect(found.source?.value.text).toBe("10.0.0.9");
  });

  it("join several authentication blocks", () => {
    const found = instance("authentication {\n auth_type PASS\n}\nauthentication {\n auth_pass secret\n}");
    expect([found.authentication?.type?.value, found.authentication?.password?.value]).toEqual(["PASS", "secret"]);
  });

  it("take strictness from global_defs, unless they say otherwise", () => {
    const strict = (own: string) =>
      bound(`global_defs {\n vrrp_strict\n}\nvrrp_instance A {\n${own}\n}\n`).instances[0]?.strict;
    expect([strict(""), strict("strict_mode off"), instance("").strict]).toEqual([true, false, false]);
  });
});

describe("trackers", () => {
  const tracked = (definition: string, block: string): readonly string[] =>
    bound(`${definition}\nvrrp_instance A {\n${block}\n}\n`).instances[0]!.trackers.map(
      ({ kind, name, effectiveWeight, reverse }: Tracker) =>
        `${kind} ${name} ${effectiveWeight}${reverse ? " reverse" : ""}`,
    );

  it.each([
    ["vrrp_script S {\n script /bin/true\n}", "track_script {\n S\n}", ["script S 0"]],
    ["vrrp_script S {\n script /bin/true\n weight 5\n}", "track_script {\n S\n}", ["script S 5"]],
    [
      "vrrp_script S {\n script /bin/true\n weight 5\n}\nvrrp_script S {\n script /bin/false\n weight 60\n}",
      "track_script {\n S\n}",
      ["script S 5"],
    ],
    [
      "vrrp_script S {\n script /bin/true\n weight 5 reverse\n}",
      "track_script {\n S weight -7\n}",
      ["script S -7 reverse"],
    ],
    [
      "vrrp_script S {\n script /bin/true\n weight 5 reverse\n}",
      "track_script {\n S weight 7 noreverse\n}",
      ["script S 7"],
    ],
    ["vrrp_script S {\n script /bin/true\n}", "track_script {\n S weight\n}", []],
    ["vrrp_script S {\n script /bin/true\n}", "track_script {\n T\n}", []],
    ["vrrp_script S {\n script /bin/true\n}", "track_script {\n S\n S\n}", ["script S 0"]],
    ["track_file F {\n file /x\n}", "track_file {\n F\n}", ["file F 1"]],
    ["vrrp_track_process P {\n process x\n}", "track_process {\n P weight 254\n}", ["process P 254"]],
    ["", "track_interface {\n eth1 weight -20\n}", ["interface eth1 -20"]],
  ])("%j with %j", (definition, block, expected) => expect(tracked(definition, block)).toEqual(expected));
});

describe("names", () => {
  const shown = ({ references }: HostConfiguration): readonly string[] =>
    references.map(
      ({ kind, name, definition }: SymbolReference) => `${kind} ${name} -> ${definition?.statement.line ?? "nothing"}`,
    );

  it("are found where they are defined, and must sometimes be defined before", () => {
    const host = bound(
      "vrrp_sync_group G {\n  group {\n    A B\n  }\n}\nvrrp_instance A {\n  track_script {\n    S\n    T weight 1\n  }\n}\nvrrp_script S {\n}\nvirtual_server group W {\n}\nvirtual_server_group W {\n  10.0.0.1 80\n}\nglobal_defs {\n  lvs_sync_daemon eth0 inst A id 3\n}\n",
    );
    expect(shown(host)).toEqual([
      "vrrp_instance A -> 6",
      "vrrp_instance B -> nothing",
      "vrrp_script S -> nothing",
      "vrrp_script T -> nothing",
      "virtual_server_group W -> 16",
      "vrrp_instance A -> 6",
    ]);
    expect(host.symbols.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      "vrrp_sync_group G",
      "vrrp_instance A",
      "vrrp_script S",
      "virtual_server_group W",
    ]);
  });
});

describe("virtual servers", () => {
  it("hold their address, their real servers and these servers' checkers", () => {
    const host = bound(
      "virtual_server 10.0.0.1 80 {\n  lb_algo rr\n  lvs_method DR\n  protocol tcp\n  real_server 10.0.0.2 80 {\n    weight 3\n    TCP_CHECK {\n    }\n  }\n  real_server bad 80 {\n  }\n  sorry_server 10.0.0.9 8080\n}\nvirtual_server fwmark 7 {\n}\nvirtual_server group W {\n}\nvirtual_server bad {\n}\n",
    );
    expect(host.virtualServers.map(({ service }) => service)).toEqual([
      { kind: "address", address: { family: "ipv4", text: "10.0.0.1" }, port: 80 },
      { kind: "fwmark", mark: 7 },
      { kind: "group", name: "W" },
    ]);
    expect(host.virtualServers[0]).toMatchObject({
      scheduler: { value: "rr" },
      forwarding: { value: "DR" },
      protocol: { value: "TCP" },
      sorryServer: { address: { text: "10.0.0.9" }, port: 8080 },
      realServers: [
        {
          address: { text: "10.0.0.2" },
          port: 80,
          weight: { value: 3 },
          checks: [{ kind: "TCP_CHECK" }],
        },
      ],
    });
  });
});

describe("scripts and groups", () => {
  it("hold their command after both splits", () => {
    const [script] = bound(
      "vrrp_script S {\n  script \"/bin/x 'a b'\" root\n  interval 2.5\n  fall 3\n  init_fail\n}\n",
    ).scripts;
    expect(script).toMatchObject({
      command: { value: ["/bin/x", "a b"] },
      interval: { value: 2.5 },
      fall: { value: 3 },
      initFail: { value: true },
    });
  });

  it("hold their members from the first group that counts", () => {
    const [group] = bound(
      "vrrp_sync_group G {\n  group {\n    A\n    B C\n  }\n  sync_group_tracking_weight\n}\n",
    ).syncGroups;
    expect(group?.members.map(({ value }) => value)).toEqual(["A", "B", "C"]);
    expect(group?.trackingWeight).toBe(true);
  });

  it("share the effective configuration they came from", () => {
    const host = bound("global_defs {\n  router_id lb1\n}\nglobal_defs {\n  enable_script_security\n}\n");
    const effective: EffectiveConfiguration = host.effective;
    expect(effective.statements).toHaveLength(2);
    expect([host.global.routerId?.value, host.global.scriptSecurity?.value]).toEqual(["lb1", true]);
  });
});

describe("what is tracked", () => {
  it("has no value that keepalived refuses", () => {
    const { scripts, trackProcesses, trackFiles } = bound(`vrrp_script check {
    script "/usr/bin/true"
    interval 5000
    timeout 3
    timeout 9999
}
vrrp_track_process nginx {
    process nginx
    weight -10
    weight -60
}
vrrp_track_file load {
    file /run/load
    weight 10
    weight -60
}
`);
    expect(scripts[0]?.interval).toBeUndefined();
    expect(scripts[0]?.timeout?.value).toBe(3);
    expect(trackProcesses[0]?.weight?.value).toBe(-10);
    expect(trackFiles[0]?.weight?.value).toBe(10);
  });
});

describe("BFD sessions", () => {
  it.each(["2.0.0", "2.2.7", "2.4.3"] as const)("without a name hide nothing from %s", (target) => {
    const text = "vrrp_instance A {\n}\nbfd_instance\nneighbor_ip 10.0.0.1\n";
    expect(bound(text, { target }).instances.map(({ name }) => name)).toEqual(["A"]);
  });
});
