/** What the prediction cannot know or leaves out, where it applies (docs/failover.md lists the same). */
import { childrenNamed, earlyUses, fileOf, lineAt } from "@kalint/daemon";
import { say, switchesOf } from "@kalint/schema";
import { rejects } from "./hearing.js";
import { hasOutsideSession } from "./sessions.js";
import type { Participant } from "./types.js";

interface Limit {
  readonly applies: (participants: readonly Participant[]) => boolean;
  readonly sentence: string;
}

const some = (test: (participant: Participant) => boolean) => (participants: readonly Participant[]) =>
  participants.some(test);

const has = (...names: readonly string[]) =>
  some(({ instance, host }) =>
    [instance.statement, { children: host.global.statements }].some(
      (block) => childrenNamed(block, ...names).length > 0,
    ),
  );

export const limits: readonly Limit[] = [
  {
    applies: (participants) => {
      const owners = participants.filter(({ source }) => source === undefined);
      const priorities = participants.map(({ basePriority }) => basePriority);
      return owners.length > 0 && new Set(priorities).size < priorities.length;
    },
    get sentence() {
      return say`Between equal priorities the higher source address decides; where the files do not tell it, the later host is taken to have it.`;
    },
  },
  {
    applies: (participants) => {
      const priorities = participants.slice().map(({ basePriority }) => basePriority);
      return participants.length > 2 && new Set(priorities).size < priorities.length;
    },
    get sentence() {
      return say`Backups of equal priority wait equally long: which of them takes over first is a matter of microseconds.`;
    },
  },
  {
    applies: (participants) =>
      participants.length > 2 && participants.some((one) => participants.some((other) => rejects(one, other))),
    get sentence() {
      return say`A master that gets advertisements which it refuses puts off its own: a third host may miss so many that it takes over, and times are shorter than predicted.`;
    },
  },
  {
    applies: some(
      ({ host, instance, group, trackers }) =>
        group !== undefined &&
        switchesOf(host.effective.target).sharesInterfaceFault &&
        trackers.some(
          ({ kind, name, weight }) => kind === "interface" && weight === 0 && name !== instance.interface?.value,
        ),
    ),
    get sentence() {
      return say`Since 2.3.3 an instance that needs several interfaces leaves FAULT when the first of them comes up; what that does to its sync group is not modelled.`;
    },
  },
  {
    applies: some(({ peers, source }) => peers.length > 0 && source === undefined),
    get sentence() {
      return say`Without unicast_src_ip the address that a host sends from is its interface's, which no file tells.`;
    },
  },
  {
    applies: some(({ trackers }) => trackers.some(({ kind }) => kind === "file")),
    get sentence() {
      return say`What a track file holds is not in the configuration: it is taken to hold its init_file value or 0, and when it fails 1, or the number that means FAULT where 1 would not lower the priority.`;
    },
  },
  {
    applies: (participants) => hasOutsideSession(participants.map((participant) => ({ participant }))),
    get sentence() {
      return say`How fast a BFD session with a neighbour outside of the cluster is missed is not counted, as no file tells it; such a neighbour answers until it is said to fail.`;
    },
  },
  {
    applies: has("auth_hmac", "unicast_fault_no_peer", "vmac_xmit_base", "skip_check_adv_addr"),
    get sentence() {
      return say`auth_hmac, unicast_fault_no_peer, vmac_xmit_base and skip_check_adv_addr are not modelled.`;
    },
  },
  {
    applies: has(
      "vrrp_startup_delay",
      "timer_expired_backup",
      "linkbeat_use_polling",
      "linkbeat_interfaces",
      "garp_interval",
    ),
    get sentence() {
      return say`Delays by vrrp_startup_delay, timer_expired_backup, link polling and garp_interval are not counted.`;
    },
  },
  {
    applies: some(({ host }) => !switchesOf(host.effective.target).failoverProven),
    get sentence() {
      return say`The election was compared with keepalived 2.2.7 and newer; older releases differ in details.`;
    },
  },
];

export function limitsOf(participants: readonly Participant[]): readonly string[] {
  return [
    ...participants.flatMap(absentTrackers),
    ...limits.filter(({ applies }) => applies(participants)).map(({ sentence }) => sentence),
  ];
}

/** Lines that track nothing, as what they name is defined below them or nowhere: they have no row in the table. */
function absentTrackers({ host, instance, group }: Participant): readonly string[] {
  const owners = [
    instance.statement,
    ...host.syncGroups.filter(({ name }) => name === group).map((each) => each.statement),
  ];
  return owners.flatMap((owner) =>
    host.references.flatMap(({ from, name, kind, place, definition }) => {
      if (definition !== undefined || !("parent" in from) || from.parent?.parent !== owner) return [];
      if (!from.parent.keyword.name.startsWith("track_")) return [];
      const isBelow = earlyUses(host).some(({ reference }) => reference.place === place);
      const file = fileOf(host.effective, place);
      const line = file === undefined ? "" : say`: line ${lineAt(file, place.start)} names it, and `;
      return [
        say`${name} takes no part on ${host.name}${line}${isBelow ? say`its ${kind} is defined below that line` : say`no ${kind} defines it`}.`,
      ];
    }),
  );
}
