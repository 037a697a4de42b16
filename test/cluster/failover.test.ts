import { predictFailover } from "@kalint/cluster";
import { describe, expect, test } from "vitest";
import { checkOutcomes, clusterOf, pairOf } from "./failover.support.js";

const script = (name: string, options: string) => `vrrp_script ${name} {\n script /bin/true\n ${options}\n}`;
const track = (kind: string, line: string) => `track_${kind} {\n ${line}\n}`;

describe("an ordinary pair", () => {
  test("fails over and back, with the arithmetic", () => {
    checkOutcomes(
      pairOf("advert_int 1", "priority 100", "priority 50"),
      "normal | lb1 |  | 100 > 50",
      "lb1 lost | lb2 | 3.8 | 3 × advert_int + skew (256 − 50)/256",
      "lb1: keepalived stopped | lb2 | 0.8 | leaves with priority 0, skew only",
      "lb1 back | lb1 |  | preempts",
      "lb1: eth0 down | lb2 | 3.8 | FAULT, and nobody hears of it: 3 × advert_int + skew (256 − 50)/256",
      "lb2 lost | lb1 |  | lb1 has them anyway",
    );
  });

  test("VRRPv3 measures the skew in the master's interval", () => {
    checkOutcomes(
      pairOf("version 3", "priority 100\n advert_int 0.5", "priority 50\n advert_int 2"),
      "lb1 lost | lb2 | 1.9 | 3 × advert_int 0.5 s + skew (256 − 50)/256 × 0.5 s",
      "lb1: keepalived stopped | lb2 | 0.4 | leaves with priority 0, skew only",
    );
  });

  test("down_timer_adverts counts", () => {
    checkOutcomes(
      pairOf("down_timer_adverts 5", "priority 100", "priority 50"),
      "lb1 lost | lb2 | 5.8 | 5 × advert_int + skew (256 − 50)/256",
    );
  });
});

describe("preemption", () => {
  test("nopreempt leaves a lower master alone", () => {
    checkOutcomes(
      pairOf("nopreempt", "priority 100", "priority 50"),
      "normal | lb1 |  | 100 > 50",
      "lb1 back | lb2 |  | lb2 was there first: lb1 (100 > 50) has nopreempt",
    );
  });

  test("state MASTER undoes nopreempt", () => {
    checkOutcomes(pairOf("nopreempt", "priority 100\n state MASTER", "priority 50"), "lb1 back | lb1 |  | preempts");
  });

  test("preempt_delay is waited for", () => {
    checkOutcomes(
      pairOf("preempt_delay 60", "priority 100", "priority 50"),
      "lb1 back | lb1 |  | preempts after preempt_delay 60 s",
    );
  });

  test("with equal priorities the first one stays", () => {
    checkOutcomes(
      pairOf("priority 100", "", ""),
      "normal | lb1 |  | 100 = 100: lb1 was there first",
      "lb1 back | lb2 |  | 100 = 100: lb2 was there first",
    );
  });
});

test("of two owners the higher address stays, since 2.3.3", () => {
  checkOutcomes(
    pairOf("priority 255", "mcast_src_ip 10.0.0.2", "mcast_src_ip 10.0.0.1"),
    "normal | lb1 |  | 255 = 255: of two owners the one with the higher address stays",
    "lb1 back | lb1 |  | preempts",
  );
});

test.each([
  ["neither source is written", "", ""],
  ["only one is", "mcast_src_ip 10.0.0.2", ""],
  ["only the other is", "", "mcast_src_ip 10.0.0.1"],
  ["they are numbers, not texts", "mcast_src_ip 10.0.0.2", "mcast_src_ip 10.0.0.10"],
])("of two owners the later host has the higher address where %s", (_name, one, two) => {
  checkOutcomes(
    pairOf("priority 255", one, two),
    "normal | lb2 |  | 255 = 255: of two owners the one with the higher address stays",
    "lb1 back | lb2 |  | 255 = 255: of two owners the one with the higher address stays",
    "lb2 back | lb2 |  | preempts",
  );
});

test("two owners with the same source address do not give way", () => {
  checkOutcomes(
    pairOf("priority 255", "mcast_src_ip 10.0.0.2", "mcast_src_ip 10.0.0.2"),
    "normal | lb1+lb2 |  | lb1 and lb2 both send from 10.0.0.2",
    "lb1 back | lb1+lb2 |  | lb1 and lb2 both send from 10.0.0.2",
  );
});

test("of three hosts the next one in line takes over, in whichever order their files are", () => {
  const host = (own: string) =>
    `vrrp_instance VI_1 {\n interface eth0\n virtual_router_id 51\n virtual_ipaddress {\n 10.0.0.100\n }\n${own}\n}\n`;
  checkOutcomes(
    clusterOf({
      lb1: host("priority 100\n track_interface {\n eth1\n }"),
      lb2: host("priority 80"),
      lb3: host("priority 90"),
    }),
    "normal | lb1 |  | 100 > 90 > 80",
    "lb1 lost | lb3 | 3.6 | 3 × advert_int + skew (256 − 90)/256",
    "lb1: eth1 down | lb3 | 0.6 | FAULT (no weight): leaves with priority 0, skew (256 − 90)/256",
    "lb2 lost | lb1 |  | lb1 has them anyway",
    "lb2 back | lb1 |  | 100 > 90 > 80",
    "lb1 lost and lb2 lost | lb3 |  | lb3 has them anyway, after lb1 lost",
    "lb1 lost and lb3 lost | lb2 | 3.7 | 3 × advert_int + skew (256 − 80)/256, after lb1 lost",
    "lb1: eth1 down and lb3 lost | lb2 | 3.7 | 3 × advert_int + skew (256 − 80)/256, after lb1: eth1 down",
  );
  checkOutcomes(
    clusterOf({ lb1: host("priority 100"), lb2: host("priority 100"), lb3: host("priority 90") }),
    "normal | lb1 |  | 100 = 100: lb1 was there first",
    "lb1 back | lb2 |  | 100 = 100: lb2 was there first",
    "lb1 lost and lb2 lost | lb3 | 3.6 | 3 × advert_int + skew (256 − 90)/256, after lb1 lost",
    "lb1 lost and lb3 lost | lb2 |  | lb2 has them anyway, after lb1 lost",
  );
});

describe("a BFD session between the hosts", () => {
  const host = (own: number, other: number, priority: number, line: string): string =>
    `bfd_instance PEER {\n source_ip 10.0.0.${own}\n neighbor_ip 10.0.0.${other}\n}\nvrrp_instance VI_1 {\n interface eth0\n virtual_router_id 51\n priority ${priority}\n virtual_ipaddress {\n 10.0.0.100\n }\n ${track("bfd", line)}\n}\n`;
  const peers = (line: string) => clusterOf({ lb1: host(1, 2, 100, line), lb2: host(2, 1, 50, line) });

  test("without a weight the loss of one host puts the other into FAULT", () => {
    checkOutcomes(
      peers("PEER"),
      "normal | lb1 |  | 100 > 50",
      "lb1 lost | nobody |  | nobody has the addresses: lb1 is gone, lb2 is in FAULT (BFD session PEER is down)",
      "lb1 back | lb1 |  | preempts",
      "lb2: keepalived stopped | nobody |  | nobody has the addresses: lb1 is in FAULT (BFD session PEER is down), lb2 is gone",
    );
  });

  test("with a weight it lowers what the other one has", () => {
    checkOutcomes(
      peers("PEER weight -30"),
      "lb1 lost | lb2 | 3.9 | 3 × advert_int + skew (256 − 20)/256",
      // The session is missed after 50 ms, and a priority that changes undoes the short wait.
      "lb1: keepalived stopped | lb2 | 3.9 | 3 × advert_int + skew (256 − 20)/256",
      "lb1: PEER fails | lb1 |  | 100 − 30 = 70 is still above 20: this check cannot move the address",
    );
  });

  test("a neighbour outside of the cluster answers until it fails", () => {
    const outside = { lb1: host(1, 91, 100, "PEER"), lb2: host(2, 91, 50, "PEER") };
    checkOutcomes(
      clusterOf(outside),
      "lb1 lost | lb2 | 3.8 | 3 × advert_int + skew (256 − 50)/256",
      "lb1: PEER fails | lb2 | 0.8 | FAULT (no weight): leaves with priority 0, skew (256 − 50)/256",
    );
  });
});

test("terminate_delay is waited for", () => {
  const process = "vrrp_track_process web {\n process nginx\n terminate_delay 3\n}";
  checkOutcomes(
    pairOf(track("process", "web weight -60"), "priority 100", "priority 50", process),
    "lb1: web fails | lb2 | 6.8 | 100 − 60 = 40 < 50: 3 × advert_int + skew (256 − 50)/256, after terminate_delay 3 s",
  );
});

describe("trackers", () => {
  test.each([
    ["weight -2", "lb1 |  | 100 − 2 = 98 is still above 50: this check cannot move the address"],
    ["weight -50", "lb1 |  | 100 − 50 = 50 equals 50: the master keeps the address, and this check cannot move it"],
    ["weight -60", "lb2 | 4.8 | 100 − 60 = 40 < 50: 3 × advert_int + skew (256 − 50)/256, after fall 1 × interval 1 s"],
    [
      "weight 60",
      "lb2 | 4.6 | 160 − 60 = 100 < 110: 3 × advert_int + skew (256 − 110)/256, after fall 1 × interval 1 s",
    ],
    ["weight 20", "lb1 |  | 120 − 20 = 100 is still above 70: this check cannot move the address"],
    [
      "weight -110",
      "lb2 | 4.8 | 100 − 110 = −10, which counts as 1 < 50: 3 × advert_int + skew (256 − 50)/256, after fall 1 × interval 1 s",
    ],
    [
      "interval 2\n fall 3",
      "lb2 | 6.8 | FAULT (no weight): leaves with priority 0, skew (256 − 50)/256, after fall 3 × interval 2 s",
    ],
  ])("a script with %s", (options, outcome) => {
    checkOutcomes(
      pairOf(track("script", "chk"), "priority 100", "priority 50", script("chk", options)),
      `lb1: chk fails | ${outcome}`,
    );
  });

  test("nopreempt leaves a master alone whose priority falls", () => {
    checkOutcomes(
      pairOf(`nopreempt\n${track("script", "chk")}`, "priority 100", "priority 50", script("chk", "weight -60")),
      "lb1: chk fails | lb1 |  | 100 − 60 = 40 is below 50, but lb2 has nopreempt: this check cannot move the address",
    );
  });

  test("an owner's priority stays", () => {
    const [router] = predictFailover(
      pairOf(track("script", "chk"), "priority 255", "priority 50", script("chk", "weight -250")),
    );
    expect(router!.outcomes.some(({ event }) => event.kind === "tracker-fails" && event.host === "lb1")).toBe(false);
  });

  test("an interface without weight", () => {
    checkOutcomes(
      pairOf(track("interface", "eth1"), "priority 100", "priority 50"),
      "lb1: eth1 down | lb2 | 0.8 | FAULT (no weight): leaves with priority 0, skew (256 − 50)/256",
    );
  });

  test("a process with a weight", () => {
    const process = "vrrp_track_process web {\n process nginx\n weight 80\n}";
    checkOutcomes(
      pairOf(track("process", "web"), "priority 100", "priority 50", process),
      "lb1: web fails | lb2 | 3.5 | 180 − 80 = 100 < 130: 3 × advert_int + skew (256 − 130)/256",
    );
  });

  test("what a file holds is said", () => {
    checkOutcomes(
      pairOf(
        track("file", "drain weight -60"),
        "priority 100",
        "priority 50",
        "track_file drain {\n file /run/drain\n}",
      ),
      "lb1: drain fails | lb2 | 3.8 | 100 − 60 = 40 (file holds 1) < 50: 3 × advert_int + skew (256 − 50)/256",
    );
    checkOutcomes(
      pairOf(
        track("file", "drain weight 60 reverse"),
        "priority 100",
        "priority 50",
        "track_file drain {\n file /run/drain\n}",
      ),
      "lb1: drain fails | lb2 | 3.8 | 100 − 60 = 40 (file holds 1) < 50: 3 × advert_int + skew (256 − 50)/256",
    );
    checkOutcomes(
      pairOf(track("file", "drain"), "priority 100", "priority 50", "track_file drain {\n file /run/drain\n}"),
      "lb1: drain fails | lb2 | 0.8 | FAULT (drain holds -254 or less): leaves with priority 0, skew (256 − 50)/256",
    );
  });

  test("two that fail together", () => {
    checkOutcomes(
      pairOf(
        track("script", "a\n b"),
        "priority 100",
        "priority 50",
        `${script("a", "weight -30")}\n${script("b", "weight -30")}`,
      ),
      "lb1: a fails | lb1 |  | 100 − 30 = 70 is still above 50: this check cannot move the address",
      "lb1: a fails and b fails together | lb2 | 4.8 | 70 − 30 = 40 < 50: 3 × advert_int + skew (256 − 50)/256, after fall 1 × interval 1 s, after lb1: a fails",
    );
  });
});

describe("hosts that do not hear each other", () => {
  test.each([
    ["virtual_router_id 51", "virtual_router_id 52", "virtual_router_id is 51 on lb1 and 52 on lb2"],
    ["advert_int 1", "advert_int 2", "advert_int is 1 s on lb1 and 2 s on lb2"],
    ["version 2", "version 3", "lb1 speaks VRRP version 2, lb2 version 3"],
    [
      "authentication {\n auth_type PASS\n auth_pass one\n}",
      "authentication {\n auth_type PASS\n auth_pass two\n}",
      "auth_pass differs",
    ],
    ["authentication {\n auth_type PASS\n auth_pass one\n}", "", "auth_type is PASS on lb1 and none on lb2"],
    ["mcast_dst_ip 224.0.0.99", "", "lb1 listens to 224.0.0.99, lb2 sends to 224.0.0.18"],
    ["unicast_src_ip 10.0.0.1\n unicast_peer {\n 10.0.0.2\n}", "", "lb1 uses unicast, lb2 multicast"],
    [
      "unicast_src_ip 10.0.0.1\n unicast_peer {\n 10.0.0.9\n}",
      "unicast_src_ip 10.0.0.2\n unicast_peer {\n 10.0.0.8\n}",
      "lb2 does not list 10.0.0.1 of lb1 in unicast_peer",
    ],
  ])("%s against %s", (one, two, reason) => {
    checkOutcomes(
      pairOf("", `priority 100\n${one}`, `priority 50\n${two}`),
      `normal | lb1+lb2 |  | lb1 and lb2 do not hear each other: ${reason}`,
    );
  });

  test("one side is enough where it is the lower one that hears", () => {
    const unicast = (own: number, peer: number) => `unicast_src_ip 10.0.0.${own}\n unicast_peer {\n 10.0.0.${peer}\n}`;
    checkOutcomes(
      pairOf("", `priority 100\n${unicast(1, 2)}`, `priority 50\n${unicast(2, 9)}`),
      "normal | lb1 |  | 100 > 50",
    );
    checkOutcomes(
      pairOf("", `priority 100\n${unicast(1, 9)}`, `priority 50\n${unicast(2, 1)}`),
      "normal | lb1+lb2 |  | lb2 does not hear lb1: lb1 does not list 10.0.0.2 of lb2 in unicast_peer",
    );
  });

  test("other addresses part hosts before 2.3.3 only", () => {
    const other = "priority 50\n virtual_ipaddress {\n 10.0.0.101\n}";
    checkOutcomes(
      pairOf("", "priority 100", other, "", "2.2.7"),
      "normal | lb1+lb2 |  | lb1 and lb2 do not hear each other: virtual_ipaddress differs",
    );
    checkOutcomes(pairOf("", "priority 100", other, "", "2.3.3"), "normal | lb1 |  | 100 > 50");
  });
});

test("outage and its reason", () => {
  checkOutcomes(
    pairOf(track("script", "chk"), "priority 100", "priority 50", script("chk", "interval 1")),
    "lb1 lost and lb2: chk fails | nobody |  | nobody has the addresses: lb1 is gone, lb2 is in FAULT",
  );
});

test("a host whose instance is refused takes no part", () => {
  checkOutcomes(
    pairOf("", "priority 100", "priority 50\n}\nvrrp_instance VI_2 {\n interface eth0"),
    "normal | lb1 |  | lb1 is alone: lb2 does not run VRRP (VI_2 has no virtual_router_id)",
    "lb1 lost | nobody |  | nobody has the addresses: lb1 is gone, lb2 does not run VRRP (VI_2 has no virtual_router_id)",
  );
});

test("a sync group goes to FAULT as one", () => {
  const group = "vrrp_sync_group G {\n group {\n A\n B\n}\n}\n";
  const host = (priority: number) =>
    `${group}${["A", "B"]
      .map(
        (name, index) =>
          `vrrp_instance ${name} {\n interface eth${index}\n virtual_router_id ${index + 1}\n priority ${priority}\n virtual_ipaddress {\n 10.0.${index}.100\n }\n}`,
      )
      .join("\n")}`;
  const [first, second] = predictFailover(clusterOf({ lb1: host(100), lb2: host(50) }));
  const outcome = (router: typeof first) =>
    router!.outcomes.find(({ event }) => "interface" in event && event.interface === "eth1");
  expect(outcome(first)).toMatchObject({
    masters: ["lb2"],
    why: expect.stringContaining("FAULT with its sync group G"),
  });
  expect(outcome(second)).toMatchObject({
    masters: ["lb2"],
    why: expect.stringContaining("FAULT, and nobody hears of it"),
  });
  // Where the other host has no group, nothing there waits for the member whose master is cut off.
  const [alone] = predictFailover(clusterOf({ lb1: host(100), lb2: host(50).replace(group, "") }));
  expect(outcome(first)).toMatchObject({ seconds: 3.8, why: expect.stringContaining("3 × advert_int") });
  expect(outcome(alone)).toMatchObject({ seconds: 0.8, why: expect.stringContaining("leaves with priority 0") });
});

test("three hosts: the loss of two is asked for as well", () => {
  const host = (priority: number) =>
    `vrrp_instance VI_1 {\n interface eth0\n virtual_router_id 51\n priority ${priority}\n virtual_ipaddress {\n 10.0.0.100\n }\n}`;
  checkOutcomes(
    clusterOf({ lb1: host(150), lb2: host(100), lb3: host(50) }),
    "normal | lb1 |  | 150 > 100 > 50",
    "lb1 lost | lb2 | 3.6 | 3 × advert_int + skew (256 − 100)/256",
    "lb1 lost and lb2 lost | lb3 | 3.8 | 3 × advert_int + skew (256 − 50)/256, after lb1 lost",
  );
});

test("what cannot be known is said", () => {
  const [router] = predictFailover(pairOf("priority 100", "", ""));
  expect(router!.limits).toEqual([expect.stringContaining("the higher source address decides")]);
});

test("the skew is a share of 256, so that the nearest tenth of a second is the right one", () => {
  // (256 − 115)/256 is 0.551 and rounds up; a share of 255 would be 0.549.
  const [router] = predictFailover(pairOf("advert_int 1", "priority 200", "priority 115"));
  const lost = router!.outcomes.find(({ event }) => event.kind === "lost" && event.host === "lb1");
  expect(lost).toMatchObject({ masters: ["lb2"], seconds: 3.6 });
});
