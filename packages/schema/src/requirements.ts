/** What a block must hold, where it must, and what keepalived does without it. */
import { say } from "./locale/say.js";
import type { SwitchName } from "./release-switches.js";

/** What decides whether a requirement holds. */
export type Condition =
  /** The block holds one of these keywords. */
  | { readonly holds: readonly string[] }
  /** A keyword of the block has one of these values. */
  | { readonly keyword: string; readonly is: readonly string[] }
  /** The first word behind the block's own name is one of these. */
  | { readonly header: readonly string[] }
  /** Every block of this name within holds one of these keywords. */
  | { readonly every: string; readonly holds: readonly string[] }
  /** A virtual server that still has real servers after reading: without, it is gone before it is looked at. */
  | "served";

export interface Requirement {
  /** The block's path. */
  readonly block: string;
  /** One of these must stand in it. */
  readonly anyOf: readonly string[];
  /** The names to suggest, where some of them are out of use. */
  readonly shown?: readonly string[];
  /** All of these must hold for it. */
  readonly where?: readonly Condition[];
  /** None of these must hold for it. */
  readonly unless?: readonly Condition[];
  /** In our own words: what keepalived does without. */
  readonly consequence: string;
  /** What it takes instead is often meant. */
  readonly hasFairDefault?: true;
  /** Where `keepalived -t` complains: on the line of the block's end, without a line, or not that a text shows. */
  readonly reported: "block-end" | "no-line" | "never";
  /** Only releases where this is on complain. */
  readonly reportedWhere?: SwitchName;
  /** Where this is on, at the block's end. */
  readonly atEndWhere?: SwitchName;
}

const removed = () => say`keepalived removes the block, and every line that tracks it.`;
const noCheck = () => say`keepalived drops the check: the real server counts as healthy for ever.`;
const httpChecks = ["virtual_server/real_server/HTTP_GET", "virtual_server/real_server/SSL_GET"];

const all: readonly Requirement[] = [
  {
    block: "vrrp_instance",
    anyOf: ["virtual_router_id"],
    get consequence() {
      return say`The id says which routers belong together. Without it keepalived stops setting up VRRP, and no instance runs at all.`;
    },
    reported: "no-line",
  },
  {
    block: "vrrp_instance",
    anyOf: ["interface"],
    unless: [{ holds: ["unicast_peer", "unicast_src_ip", "use_ipvlan"] }],
    get consequence() {
      return say`keepalived does not know where to speak VRRP. It stops setting up VRRP, and no instance runs at all.`;
    },
    // It says so of an interface that does not exist too, which is for the machine to say.
    reported: "never",
  },
  {
    block: "vrrp_instance",
    anyOf: ["virtual_ipaddress", "no_virtual_ipaddress"],
    shown: ["virtual_ipaddress"],
    get consequence() {
      return say`There is no address to hand over. With VRRP version 3 or strict mode keepalived stops setting up VRRP; with version 2 the instance runs to no purpose.`;
    },
    reported: "no-line",
    reportedWhere: "reportsMissingAddress",
  },
  {
    block: "vrrp_instance/authentication",
    anyOf: ["auth_pass"],
    where: [{ keyword: "auth_type", is: ["PASS", "AH"] }],
    get consequence() {
      return say`keepalived drops the authentication and goes on without.`;
    },
    reported: "no-line",
  },
  {
    block: "vrrp_sync_group",
    anyOf: ["group"],
    get consequence() {
      return say`keepalived removes the sync group: its instances fail over one by one.`;
    },
    reported: "no-line",
    atEndWhere: "membersAtBlockEnd",
  },
  {
    block: "vrrp_script",
    anyOf: ["script"],
    get consequence() {
      return say`keepalived removes the script, and every line that tracks it.`;
    },
    reported: "block-end",
  },
  {
    block: "vrrp_track_process",
    anyOf: ["process"],
    get consequence() {
      return removed();
    },
    reported: "block-end",
  },
  {
    block: "track_file",
    anyOf: ["file"],
    get consequence() {
      return removed();
    },
    reported: "block-end",
  },
  {
    block: "vrrp_track_file",
    anyOf: ["file"],
    get consequence() {
      return removed();
    },
    reported: "block-end",
  },
  {
    block: "garp_group",
    anyOf: ["garp_interval", "gna_interval"],
    get consequence() {
      return say`keepalived removes the group.`;
    },
    reported: "block-end",
  },
  {
    block: "bfd_instance",
    anyOf: ["neighbor_ip", "neighbour_ip"],
    shown: ["neighbor_ip"],
    get consequence() {
      return say`keepalived drops the instance.`;
    },
    reported: "block-end",
  },
  {
    block: "virtual_server",
    anyOf: ["real_server"],
    get consequence() {
      return say`keepalived drops the virtual server: nobody listens on its address.`;
    },
    reported: "no-line",
    atEndWhere: "dropsServersAtBlockEnd",
  },
  {
    block: "virtual_server",
    anyOf: ["protocol"],
    where: ["served"],
    unless: [{ header: ["fwmark", "group"] }],
    get consequence() {
      return say`keepalived takes UDP, so a TCP service is not served at all.`;
    },
    reported: "no-line",
  },
  {
    block: "virtual_server",
    anyOf: ["lvs_sched", "lb_algo"],
    shown: ["lvs_sched"],
    where: ["served"],
    get consequence() {
      return say`keepalived takes wlc, weighted least connections.`;
    },
    hasFairDefault: true,
    reported: "no-line",
  },
  {
    block: "virtual_server",
    anyOf: ["lvs_method", "lb_kind"],
    shown: ["lvs_method"],
    where: ["served"],
    unless: [{ every: "real_server", holds: ["lvs_method"] }],
    get consequence() {
      return say`keepalived takes NAT, which needs this host as the real servers' gateway.`;
    },
    reported: "no-line",
  },
  ...httpChecks.flatMap((block): Requirement[] => [
    {
      block,
      anyOf: ["url"],
      get consequence() {
        return noCheck();
      },
      reported: "block-end",
    },
    {
      block: `${block}/url`,
      anyOf: ["path"],
      get consequence() {
        return say`keepalived drops the url, and with its last one the check.`;
      },
      reported: "block-end",
    },
  ]),
  {
    block: "virtual_server/real_server/MISC_CHECK",
    anyOf: ["misc_path"],
    get consequence() {
      return noCheck();
    },
    reported: "block-end",
  },
  {
    block: "virtual_server/real_server/FILE_CHECK",
    anyOf: ["track_file"],
    get consequence() {
      return noCheck();
    },
    reported: "block-end",
  },
  {
    block: "virtual_server/real_server/BFD_CHECK",
    anyOf: ["name"],
    get consequence() {
      return noCheck();
    },
    reported: "block-end",
  },
];

/** By the block's path. */
export const requirements: ReadonlyMap<string, readonly Requirement[]> = new Map(
  [...new Set(all.map(({ block }) => block))].map((path) => [path, all.filter(({ block }) => block === path)]),
);
