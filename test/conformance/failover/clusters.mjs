// The clusters of the proof: configurations and a story each. A step is `VERB HOST [WHAT]`:
// lose, stop, back, down INTERFACE, up INTERFACE, fail TRACKER, mend TRACKER.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { configuration } from "./write.mjs";

const address = "10.0.0.100/24";
const base = { interface: "eth0", virtual_router_id: 51, advert_int: 1, virtual_ipaddress: [address] };

/** An instance of each host: what they share, then what each has of its own. */
export function hosts(shared, ...own) {
  return Object.fromEntries(
    own.map((each, index) => {
      const { scripts, files, processes, sessions, global, ...options } = { ...shared, ...each };
      const instances = { VI_1: { ...base, ...options } };
      return [`lb${index + 1}`, configuration({ instances, scripts, files, processes, sessions, global })];
    }),
  );
}

export const pair = (shared, one = {}, two = {}) => hosts(shared, { priority: 100, ...one }, { priority: 50, ...two });
const password = (text) => ({ authentication: { auth_type: "PASS", auth_pass: text } });
const script = (weight, options = {}) => ({
  scripts: { chk: { ...options } },
  track_script: [weight === undefined ? "chk" : `chk weight ${weight}`],
});
const unicast = (own, ...peers) => ({
  unicast_src_ip: `10.0.0.${own}`,
  unicast_peer: peers.map((peer) => `10.0.0.${peer}`),
});
const fixture = (name) =>
  Object.fromEntries(
    ["lb1", "lb2"].map((host) => [
      host,
      readFileSync(
        fileURLToPath(new URL(`../../../fixtures/clusters/${name}/${host}/keepalived.conf`, import.meta.url)),
        "utf8",
      ),
    ]),
  );
export const group = (options, ...priorities) =>
  Object.fromEntries(
    priorities.map(([first, second], index) => [
      `lb${index + 1}`,
      configuration({
        scripts: options.scripts,
        processes: options.processes,
        sessions: options.sessions?.[index],
        groups: { G: { members: ["VI_1", "VI_2"], ...options.group } },
        instances: {
          VI_1: { ...base, priority: first, ...options.first },
          VI_2: {
            ...base,
            virtual_router_id: 52,
            virtual_ipaddress: ["10.0.0.101/24"],
            priority: second,
            ...options.second,
          },
        },
      }),
    ]),
  );

const comeAndGo = ["stop lb1", "back lb1", "lose lb1", "back lb1"];

export const clusters = [
  { name: "seed pair", files: fixture("web-pair-ok"), story: comeAndGo },
  {
    name: "seed pair, other ids",
    files: fixture("web-pair-mismatched-virtual-router-id"),
    story: ["stop lb1", "back lb1"],
  },
  { name: "seed pair, other passwords", files: fixture("web-pair-mismatched-authentication"), story: ["lose lb2"] },
  {
    name: "seed pair, other addresses",
    files: fixture("web-pair-mismatched-virtual-addresses"),
    story: ["stop lb1", "back lb1"],
  },
  { name: "seed pair, other advert_int", files: fixture("web-pair-mismatched-advert-interval"), story: ["stop lb2"] },
  { name: "seed pair, equal priorities", files: fixture("web-pair-equal-priority"), story: comeAndGo },
  { name: "seed pair, several initial masters", files: fixture("web-pair-several-initial-masters"), story: comeAndGo },
  { name: "seed pair, inverted priority", files: fixture("web-pair-inverted-priority"), story: comeAndGo },
  {
    name: "interface down and up",
    files: pair({}),
    story: ["down lb1 eth0", "up lb1 eth0", "down lb2 eth0", "up lb2 eth0"],
  },
  { name: "a weight that suffices", files: pair(script(-60)), story: ["fail lb1 chk", "mend lb1 chk", "fail lb2 chk"] },
  { name: "a weight that does not", files: pair(script(-2)), story: ["fail lb1 chk", "stop lb1"] },
  {
    name: "a weight that only equals",
    files: pair(script(-50)),
    story: ["fail lb1 chk", "lose lb1", "back lb1", "mend lb1 chk"],
  },
  {
    name: "a positive weight",
    files: pair({ ...script(60) }),
    story: ["fail lb1 chk", "fail lb2 chk", "mend lb1 chk"],
  },
  { name: "a positive weight that is too small", files: pair(script(20)), story: ["fail lb1 chk"] },
  {
    name: "a positive weight on one host",
    files: pair({}, { priority: 40, ...script(20) }),
    story: ["fail lb1 chk", "mend lb1 chk"],
  },
  {
    name: "a reversed weight",
    files: pair({}, { ...script("-60 reverse") }, { priority: 120 }),
    story: ["fail lb1 chk", "mend lb1 chk"],
  },
  {
    name: "a weight down to the lowest priority",
    files: pair(script(-120)),
    story: ["fail lb2 chk", "fail lb1 chk", "mend lb2 chk"],
  },
  {
    name: "a script without weight",
    files: pair(script()),
    story: ["fail lb1 chk", "fail lb2 chk", "mend lb1 chk", "mend lb2 chk"],
  },
  {
    name: "a script that falls late",
    files: pair(script(undefined, { fall: 3, rise: 2 })),
    settle: 9,
    story: ["fail lb1 chk", "mend lb1 chk"],
  },
  {
    name: "two weights that suffice together",
    files: pair({ scripts: { a: {}, b: {} }, track_script: ["a weight -30", "b weight -30"] }),
    story: ["fail lb1 a", "fail lb1 b", "mend lb1 a"],
  },
  { name: "nopreempt", files: pair({ nopreempt: true }), story: ["stop lb1", "back lb1", "lose lb2", "back lb2"] },
  {
    name: "nopreempt, the lower one first",
    files: pair({ nopreempt: true }, { priority: 50 }, { priority: 100 }),
    story: ["stop lb1", "back lb1"],
  },
  { name: "nopreempt on the higher one alone", files: pair({}, { nopreempt: true }), story: comeAndGo },
  { name: "nopreempt on the lower one alone", files: pair({}, {}, { nopreempt: true }), story: comeAndGo },
  { name: "nopreempt with state MASTER", files: pair({ nopreempt: true }, { state: "MASTER" }), story: comeAndGo },
  {
    name: "nopreempt and weights",
    files: pair({ nopreempt: true, ...script(-60) }),
    story: ["fail lb1 chk", "mend lb1 chk", "stop lb1"],
  },
  {
    name: "nopreempt and FAULT",
    files: pair({ nopreempt: true, ...script() }),
    story: ["fail lb1 chk", "mend lb1 chk", "fail lb2 chk"],
  },
  { name: "preempt_delay", files: pair({ preempt_delay: 8 }), settle: 16, story: ["stop lb1", "back lb1"] },
  {
    name: "preempt_delay with state MASTER",
    files: pair({ preempt_delay: 300 }, { state: "MASTER" }),
    story: ["lose lb1", "back lb1"],
  },
  {
    name: "state MASTER on the lower priority",
    files: pair({}, { state: "BACKUP" }, { state: "MASTER" }),
    story: comeAndGo,
  },
  {
    name: "state MASTER on both, the lower one first",
    files: pair({ state: "MASTER" }, { priority: 50 }, { priority: 100 }),
    story: comeAndGo,
  },
  { name: "an owner", files: pair({}, { priority: 255 }), story: comeAndGo },
  {
    name: "state MASTER without priority",
    files: hosts({}, { state: "MASTER" }, { state: "BACKUP" }),
    story: ["stop lb1", "back lb1"],
  },
  {
    name: "an owner and its weights",
    files: pair(script(-200), { priority: 255 }),
    story: ["fail lb1 chk", "stop lb1"],
  },
  { name: "other versions", files: pair({}, { version: 2 }, { version: 3 }), story: ["stop lb1", "back lb1"] },
  { name: "a password on one host", files: pair({}, password("secret")), story: ["lose lb1", "back lb1"] },
  {
    name: "passwords that differ after eight characters",
    files: pair({}, password("12345678a"), password("12345678b")),
    story: comeAndGo,
  },
  {
    name: "passwords that VRRPv3 ignores",
    files: pair({ version: 3 }, password("one"), password("two")),
    story: ["stop lb1"],
  },
  {
    name: "one address more",
    files: pair({}, {}, { virtual_ipaddress: [address, "10.0.0.101/24"] }),
    story: ["stop lb1"],
  },
  {
    name: "addresses in another order",
    files: pair(
      {},
      { virtual_ipaddress: [address, "10.0.0.101/24"] },
      { virtual_ipaddress: ["10.0.0.101/24", address] },
    ),
    story: ["stop lb1", "back lb1"],
  },
  {
    name: "VRRPv3 with other intervals",
    files: pair({ version: 3 }, { advert_int: 0.5 }, { advert_int: 2 }),
    settle: 9,
    story: comeAndGo,
  },
  { name: "fewer missed advertisements", files: pair({ down_timer_adverts: 2 }), story: ["lose lb1", "back lb1"] },
  {
    name: "strict mode",
    files: pair({ global: { vrrp_strict: true }, version: 3 }, { state: "MASTER" }),
    story: ["stop lb1", "back lb1"],
  },
  { name: "unicast", files: pair({}, unicast(1, 2), unicast(2, 1)), story: [...comeAndGo, "down lb1 eth0"] },
  {
    name: "unicast to one side only",
    files: pair({}, unicast(1, 2), unicast(2, 9)),
    story: ["stop lb1", "back lb1", "lose lb2"],
  },
  {
    name: "unicast to the other side only",
    files: pair({}, unicast(1, 9), unicast(2, 1)),
    story: ["stop lb2", "back lb2"],
  },
  { name: "unicast against multicast", files: pair({}, unicast(1, 2)), story: ["stop lb1"] },
  {
    name: "unicast, checked and not listed",
    files: pair({ check_unicast_src: true }, unicast(1, 2), unicast(2, 1, 3)),
    story: ["stop lb1", "back lb1"],
  },
  {
    name: "another multicast group",
    files: pair({}, {}, { mcast_dst_ip: "224.0.0.100" }),
    since: "2.3.0",
    story: ["stop lb1"],
  },
  {
    name: "VRRPv3 with IPv6",
    files: pair({ virtual_ipaddress: ["fe80::100/64", "fd00::100/64"] }),
    story: [...comeAndGo, "down lb1 eth0", "up lb1 eth0"],
  },
  {
    name: "VRRPv3 with IPv6, other addresses",
    files: pair({}, { virtual_ipaddress: ["fe80::100/64"] }, { virtual_ipaddress: ["fe80::200/64"] }),
    story: ["stop lb2"],
  },
  {
    name: "a file without weight",
    files: pair({ files: { state: { init_file: 0 } }, track_file: ["state weight 0"] }),
    story: ["fail lb1 state", "mend lb1 state", "fail lb2 state"],
  },
  {
    name: "a file with a negative weight",
    files: pair({ files: { state: { init_file: 0 } }, track_file: ["state weight -60"] }),
    story: ["fail lb1 state", "mend lb1 state"],
  },
  {
    name: "a file of the default weight",
    files: pair({ files: { state: { init_file: 0 } }, track_file: ["state"] }),
    story: ["fail lb1 state", "mend lb1 state"],
  },
  {
    name: "an interface without weight",
    files: pair({ track_interface: ["eth1"] }),
    story: ["down lb1 eth1", "up lb1 eth1"],
  },
  {
    name: "an interface with a weight",
    files: pair({ track_interface: ["eth1 weight -60"] }),
    story: ["down lb1 eth1", "up lb1 eth1", "down lb2 eth1"],
  },
  {
    name: "an interface with a positive weight",
    files: pair({ track_interface: ["eth1 weight 60"] }),
    story: ["down lb1 eth1", "down lb2 eth1", "up lb1 eth1"],
  },
  {
    name: "an interface that is not looked at",
    files: pair({ dont_track_primary: true }),
    story: ["down lb1 eth0", "up lb1 eth0"],
  },
  {
    name: "an address on another interface",
    files: pair({ virtual_ipaddress: ["10.0.1.100/24 dev eth1"] }),
    story: ["down lb1 eth1", "up lb1 eth1"],
  },
  {
    name: "three hosts",
    files: hosts({}, { priority: 150 }, { priority: 100 }, { priority: 50 }),
    story: ["lose lb1", "lose lb2", "back lb1", "back lb2", "stop lb1"],
  },
  {
    name: "three hosts, the lowest first, nopreempt",
    files: hosts({ nopreempt: true }, { priority: 50 }, { priority: 100 }, { priority: 150 }),
    story: ["stop lb1", "back lb1", "stop lb3"],
  },
  {
    name: "three hosts with weights",
    files: hosts(script(-60), { priority: 150 }, { priority: 140 }, { priority: 130 }),
    story: ["fail lb1 chk", "fail lb2 chk", "fail lb3 chk", "mend lb2 chk"],
  },
  {
    name: "three hosts, one deaf",
    files: hosts({}, { priority: 150 }, { priority: 100 }, { priority: 50, virtual_router_id: 52 }),
    story: ["stop lb1", "back lb1"],
  },
  {
    name: "three hosts, unicast, one not listed",
    files: hosts(
      {},
      { priority: 150, ...unicast(1, 2, 3) },
      { priority: 100, ...unicast(2, 1) },
      { priority: 50, ...unicast(3, 1, 2) },
    ),
    story: ["lose lb1", "back lb1"],
  },
  {
    name: "a sync group",
    files: group({}, [100, 100], [50, 50]),
    settle: 9,
    story: [...comeAndGo, "down lb1 eth0", "up lb1 eth0"],
  },
  {
    name: "a sync group, crossed priorities",
    files: group({}, [100, 50], [50, 100]),
    settle: 12,
    story: ["stop lb1", "back lb1"],
  },
  {
    name: "a sync group and a script of one member",
    files: group({ scripts: { chk: {} }, second: { track_script: ["chk"] } }, [100, 100], [50, 50]),
    settle: 9,
    story: ["fail lb1 chk", "mend lb1 chk"],
  },
  {
    name: "a sync group and weights that do not count",
    files: group({ scripts: { chk: {} }, second: { track_script: ["chk weight -60"] } }, [100, 100], [50, 50]),
    settle: 9,
    story: ["fail lb1 chk"],
  },
  {
    name: "a sync group with weights that count",
    files: group(
      { scripts: { chk: {} }, group: { sync_group_tracking_weight: true, track_script: ["chk weight -60"] } },
      [100, 100],
      [50, 50],
    ),
    settle: 9,
    story: ["fail lb1 chk", "mend lb1 chk"],
  },
  {
    name: "a sync group with one interface down",
    files: group({ first: { track_interface: ["eth1"] } }, [100, 100], [50, 50]),
    settle: 9,
    story: ["down lb1 eth1", "up lb1 eth1"],
  },
  {
    name: "two owners",
    files: pair({}, { priority: 255, mcast_src_ip: "10.0.0.1" }, { priority: 255, mcast_src_ip: "10.0.0.2" }),
    story: ["stop lb1", "back lb1", "stop lb2", "back lb2"],
  },
  {
    name: "a start with a failing script",
    files: pair(script(-60)),
    story: ["stop lb1", "fail lb1 chk", "back lb1", "mend lb1 chk"],
  },
  {
    name: "a start with a failing script, no weight",
    files: pair(script()),
    story: ["stop lb1", "fail lb1 chk", "back lb1", "mend lb1 chk"],
  },
  {
    name: "a start with a failing script, positive weight",
    files: pair(script(60), { state: "MASTER" }),
    story: ["stop lb1", "fail lb1 chk", "back lb1", "mend lb1 chk"],
  },
  {
    name: "a start with the interface down",
    files: pair({}),
    story: ["stop lb1", "down lb1 eth0", "back lb1", "up lb1 eth0"],
  },
  {
    name: "a script reversed, no weight",
    files: pair({}, script("0 reverse")),
    story: ["fail lb1 chk", "mend lb1 chk"],
  },
  {
    name: "an interface reversed",
    files: pair({ track_interface: ["eth1 weight 60 reverse"] }),
    story: ["down lb2 eth1", "down lb1 eth1", "up lb2 eth1"],
  },
  {
    name: "a weight beyond the highest priority",
    files: pair(script(200), { priority: 100 }, { priority: 90 }),
    story: ["fail lb1 chk", "mend lb1 chk"],
  },
  {
    name: "AH",
    files: pair({ authentication: { auth_type: "AH", auth_pass: "secret" } }, { state: "MASTER" }),
    story: comeAndGo,
  },
  {
    name: "AH with other passwords",
    files: pair(
      {},
      { authentication: { auth_type: "AH", auth_pass: "one" } },
      { authentication: { auth_type: "AH", auth_pass: "two" } },
    ),
    story: ["stop lb1"],
  },
  {
    name: "AH against PASS",
    files: pair({}, { authentication: { auth_type: "AH", auth_pass: "one" } }, password("one")),
    story: ["stop lb1"],
  },
  {
    name: "passwords that strict mode ignores",
    files: pair({ global: { vrrp_strict: true } }, password("one"), password("two")),
    story: ["stop lb1", "back lb1"],
  },
  {
    name: "equal priorities, cut and joined",
    files: pair(
      { dont_track_primary: true, priority: 100 },
      { priority: 100, mcast_src_ip: "10.0.0.1" },
      { mcast_src_ip: "10.0.0.2", priority: 100 },
    ),
    story: ["down lb1 eth0", "up lb1 eth0", "down lb1 eth0", "up lb1 eth0"],
  },
  {
    name: "nopreempt, cut and joined",
    files: pair({ dont_track_primary: true, nopreempt: true }, { priority: 50 }, { priority: 100 }),
    story: ["down lb1 eth0", "up lb1 eth0"],
  },
  {
    name: "excluded addresses and prefixes that differ",
    files: pair({}, { virtual_ipaddress: ["10.0.0.100"] }, { virtual_ipaddress_excluded: ["10.0.0.101/24"] }),
    story: ["stop lb1", "back lb1"],
  },
  { name: "advert_int that is rounded", files: pair({}, { advert_int: 1.4 }), story: ["stop lb1", "back lb1"] },
  {
    name: "global version and missed advertisements",
    files: pair({ global: { vrrp_version: 3, vrrp_down_timer_adverts: 2 } }, password("one")),
    story: comeAndGo,
  },
  {
    name: "another global multicast group",
    files: pair({}, { global: { vrrp_mcast_group4: "224.0.0.100" } }),
    story: ["stop lb2"],
  },
  {
    name: "unicast with IPv6",
    files: pair(
      { virtual_ipaddress: ["fd00::100/64"] },
      { unicast_src_ip: "fd00::1", unicast_peer: ["fd00::2"] },
      { unicast_src_ip: "fd00::2", unicast_peer: ["fd00::1"] },
    ),
    story: ["stop lb1", "back lb1", "lose lb1", "back lb1"],
  },
  {
    name: "unicast with VRRPv3 and other intervals",
    files: pair({ version: 3 }, { advert_int: 0.5, ...unicast(1, 2) }, { advert_int: 1, ...unicast(2, 1) }),
    story: ["lose lb1", "back lb1"],
  },
  { name: "addresses on a VMAC", files: pair({ use_vmac: true }), story: comeAndGo },
  { name: "a VMAC on one host", files: pair({}, { use_vmac: true }), story: ["stop lb1", "back lb1"] },
  {
    name: "two virtual routers, each host has one",
    files: Object.fromEntries(
      [
        [100, 50],
        [50, 100],
      ].map(([first, second], index) => [
        `lb${index + 1}`,
        configuration({
          instances: {
            VI_1: { ...base, priority: first },
            VI_2: { ...base, virtual_router_id: 52, virtual_ipaddress: ["10.0.0.101/24"], priority: second },
          },
        }),
      ]),
    ),
    story: ["stop lb1", "back lb1", "lose lb2", "back lb2"],
  },
  {
    name: "a sync group with nopreempt",
    files: group({ first: { nopreempt: true }, second: { nopreempt: true } }, [100, 100], [50, 50]),
    settle: 9,
    story: ["stop lb1", "back lb1", "lose lb2", "back lb2"],
  },
  {
    name: "a sync group with state MASTER",
    files: group({ first: { state: "MASTER" }, second: { state: "MASTER" } }, [100, 100], [50, 50]),
    settle: 9,
    story: ["stop lb1", "back lb1"],
  },
  {
    name: "a sync group on one host only",
    files: {
      lb1: group({}, [100, 50]).lb1,
      lb2: group({}, [50, 100]).lb1.replace(/vrrp_sync_group[\s\S]*?\n}\n/, ""),
    },
    settle: 12,
    story: ["stop lb1", "back lb1"],
  },
  {
    name: "three hosts, a weight moves it past the second",
    files: hosts({}, { priority: 150, ...script(-60) }, { priority: 80 }, { priority: 100 }),
    story: ["fail lb1 chk", "stop lb3", "mend lb1 chk", "back lb3"],
  },
  {
    name: "three hosts, preempt_delay",
    files: hosts({ preempt_delay: 6 }, { priority: 150 }, { priority: 100 }, { priority: 50 }),
    settle: 13,
    story: ["stop lb1", "back lb1"],
  },
  {
    name: "two interfaces down, one up",
    files: pair({ track_interface: ["eth1"] }),
    story: ["down lb2 eth1", "down lb2 eth0", "up lb2 eth0", "stop lb1", "back lb1", "up lb2 eth1"],
  },
  {
    name: "two interfaces of the master down, one up",
    files: pair({ track_interface: ["eth1"] }),
    story: ["down lb1 eth1", "down lb1 eth0", "up lb1 eth1", "up lb1 eth0"],
  },
  {
    name: "an owner with nopreempt and state BACKUP",
    files: pair({}, {}, { priority: 255, state: "BACKUP", nopreempt: true }),
    story: ["stop lb2", "back lb2"],
  },
  {
    name: "a sync group and the weight of an interface",
    files: group(
      { first: { track_interface: ["eth1 weight -60"] }, second: { track_interface: ["eth1 weight -60"] } },
      [100, 100],
      [50, 50],
    ),
    settle: 9,
    story: ["down lb1 eth1", "up lb1 eth1", "down lb2 eth1", "stop lb1"],
  },
  {
    name: "a sync group that tracks what its members track",
    files: group(
      {
        group: { sync_group_tracking_weight: true, track_interface: ["eth1 weight -60"] },
        first: { track_interface: ["eth1 weight -10"] },
        second: { track_interface: ["eth1 weight -10"] },
      },
      [100, 100],
      [50, 50],
    ),
    settle: 9,
    story: ["down lb1 eth1", "up lb1 eth1"],
  },
];
