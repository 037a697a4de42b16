// The clusters of the proof that track processes and BFD sessions. The steps are those of `clusters.mjs`.
import { group, hosts, pair } from "./clusters.mjs";

const program = (weight, options = {}) => ({
  processes: { web: options },
  track_process: [weight === undefined ? "web" : `web weight ${weight}`],
});
/** A session of each host with its own neighbour on the switch, which is there until the story ends it. */
const gateways = [1, 2].map((own) => ({ gateway: { source_ip: `10.0.0.${own}`, neighbor_ip: `10.0.0.${90 + own}` } }));
const watchGateway = (line, shared = {}, one = {}, two = {}) =>
  pair({ track_bfd: [line], ...shared }, { sessions: gateways[0], ...one }, { sessions: gateways[1], ...two });

/** A session between the two hosts: what is the matter with one is noticed by the other. */
const peers = (line, one = {}, two = {}) => {
  const session = (own, other) => ({
    sessions: { peer: { source_ip: `10.0.0.${own}`, neighbor_ip: `10.0.0.${other}` } },
  });
  return pair({ track_bfd: [line] }, { ...session(1, 2), ...one }, { ...session(2, 1), ...two });
};

export const watched = [
  {
    name: "a process without weight",
    files: pair(program()),
    story: ["fail lb1 web", "fail lb2 web", "mend lb2 web", "mend lb1 web"],
  },
  {
    name: "a process and its weight",
    files: pair(program(-60)),
    story: ["fail lb1 web", "mend lb1 web", "fail lb2 web"],
  },
  {
    name: "a process and its positive weight",
    files: pair(program(60)),
    story: ["fail lb1 web", "fail lb2 web", "mend lb1 web"],
  },
  {
    name: "a process and a weight that does not suffice",
    files: pair(program(-20)),
    story: ["fail lb1 web", "lose lb1", "back lb1"],
  },
  {
    name: "a process reversed",
    files: pair({}, program("-60 reverse"), { priority: 120 }),
    story: ["fail lb1 web", "mend lb1 web"],
  },
  {
    name: "a process reversed, no weight",
    files: pair({}, program("0 reverse")),
    story: ["fail lb1 web", "mend lb1 web"],
  },
  {
    name: "two processes of which both must run",
    files: pair(program(undefined, { quorum: 2 })),
    story: ["fail lb1 web", "mend lb1 web"],
  },
  {
    name: "a process that may run once",
    files: pair(program(undefined, { quorum_max: 1 })),
    story: ["fail lb1 web", "mend lb1 web"],
  },
  {
    name: "a process that must not run",
    files: pair(program(-60, { quorum_max: 0 })),
    story: ["fail lb1 web", "mend lb1 web", "fail lb2 web"],
  },
  {
    name: "a process that may be gone for a while",
    files: pair(program(undefined, { terminate_delay: 4 })),
    settle: 10,
    story: ["fail lb1 web", "mend lb1 web"],
  },
  {
    name: "a process with delays and a weight",
    files: pair(program(-60, { delay: 3 })),
    settle: 10,
    story: ["fail lb1 web", "mend lb1 web"],
  },
  {
    name: "a start without the process",
    files: pair(program(undefined), { state: "MASTER" }),
    story: ["stop lb1", "fail lb1 web", "back lb1", "mend lb1 web"],
  },
  {
    name: "nopreempt and a process",
    files: pair({ nopreempt: true, ...program() }),
    story: ["fail lb1 web", "mend lb1 web", "stop lb2"],
  },
  {
    name: "an owner and a process",
    files: pair(program(), { priority: 255 }),
    story: ["fail lb1 web", "mend lb1 web"],
  },
  {
    name: "an owner and the weight of a process",
    files: pair(program(-200), { priority: 255 }),
    story: ["fail lb1 web", "stop lb1"],
  },
  {
    name: "a sync group and a process of one member",
    files: group({ processes: { web: {} }, second: { track_process: ["web"] } }, [100, 100], [50, 50]),
    settle: 9,
    story: ["fail lb1 web", "mend lb1 web"],
  },
  {
    name: "a sync group and the weight of a process",
    files: group(
      {
        processes: { web: {} },
        first: { track_process: ["web weight -60"] },
        second: { track_process: ["web weight -60"] },
      },
      [100, 100],
      [50, 50],
    ),
    settle: 9,
    story: ["fail lb1 web", "mend lb1 web", "stop lb1"],
  },
  {
    name: "a sync group that tracks a process",
    files: group(
      { processes: { web: {} }, group: { sync_group_tracking_weight: true, track_process: ["web weight -60"] } },
      [100, 100],
      [50, 50],
    ),
    settle: 9,
    story: ["fail lb1 web", "mend lb1 web"],
  },
  {
    name: "three hosts and a process",
    files: hosts(program(-60), { priority: 150 }, { priority: 140 }, { priority: 130 }),
    story: ["fail lb1 web", "fail lb2 web", "mend lb2 web"],
  },
  {
    name: "a BFD session without weight",
    files: watchGateway("gateway"),
    settle: 10,
    story: ["fail lb1 gateway", "fail lb2 gateway", "mend lb2 gateway", "mend lb1 gateway"],
  },
  {
    name: "a BFD session with a weight",
    files: watchGateway("gateway weight -60"),
    settle: 10,
    story: ["fail lb1 gateway", "mend lb1 gateway", "fail lb2 gateway"],
  },
  {
    name: "a BFD session with a positive weight",
    files: watchGateway("gateway weight 60"),
    settle: 10,
    story: ["fail lb1 gateway", "fail lb2 gateway", "mend lb1 gateway"],
  },
  {
    name: "a BFD session reversed",
    files: watchGateway("gateway weight -60 reverse", {}, {}, { priority: 120 }),
    settle: 10,
    story: ["fail lb1 gateway", "fail lb2 gateway", "mend lb1 gateway"],
  },
  {
    name: "a start without the BFD session",
    files: watchGateway("gateway", {}, { state: "MASTER" }),
    settle: 10,
    story: ["stop lb1", "fail lb1 gateway", "back lb1", "mend lb1 gateway"],
  },
  {
    name: "an owner and a BFD session",
    files: watchGateway("gateway", {}, { priority: 255 }),
    settle: 10,
    story: ["fail lb1 gateway", "mend lb1 gateway", "stop lb1", "back lb1"],
  },
  {
    name: "nopreempt and a BFD session",
    files: watchGateway("gateway", { nopreempt: true }),
    settle: 10,
    story: ["fail lb1 gateway", "mend lb1 gateway", "lose lb2", "back lb2"],
  },
  {
    name: "a sync group and a BFD session of one member",
    files: group({ sessions: gateways, second: { track_bfd: ["gateway"] } }, [100, 100], [50, 50]),
    settle: 14,
    story: ["fail lb1 gateway", "mend lb1 gateway"],
  },
  {
    name: "a sync group and the weight of a BFD session, which does not count",
    files: group({ sessions: gateways, second: { track_bfd: ["gateway weight -60"] } }, [100, 100], [50, 50]),
    settle: 14,
    story: ["fail lb1 gateway", "stop lb1"],
  },
  {
    name: "a sync group that tracks a BFD session",
    files: group(
      { sessions: gateways, group: { sync_group_tracking_weight: true, track_bfd: ["gateway weight -60"] } },
      [100, 100],
      [50, 50],
    ),
    settle: 14,
    story: ["fail lb1 gateway", "mend lb1 gateway"],
  },
  {
    name: "a BFD session between the hosts",
    files: peers("peer"),
    settle: 10,
    story: ["lose lb2", "back lb2", "stop lb1", "back lb1"],
  },
  {
    name: "a BFD session between the hosts and a weight",
    files: peers("peer weight -30"),
    settle: 10,
    story: ["lose lb1", "back lb1", "stop lb2", "back lb2"],
  },
  {
    name: "a BFD session between the hosts and a link",
    files: peers("peer"),
    settle: 10,
    story: ["down lb2 eth0", "up lb2 eth0", "down lb1 eth0", "up lb1 eth0"],
  },
  {
    name: "a BFD session that the other host does not know",
    files: peers("peer", {}, { mcast_src_ip: "10.0.0.2", sessions: {}, track_bfd: undefined }),
    settle: 10,
    story: ["lose lb1", "back lb1", "stop lb2"],
  },
];
