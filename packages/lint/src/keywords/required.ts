import type { EffectiveStatement, HostConfiguration } from "@kalint/daemon";
import type { SwitchName } from "@kalint/schema";
import type { Severity } from "../types.js";

/** What a block must hold. */
export interface Requirement {
  /** The block's path. */
  readonly block: string;
  /** One of these must stand in it. */
  readonly anyOf: readonly string[];
  /** The names to suggest, where some of them are out of use. */
  readonly shown?: readonly string[];
  readonly when?: (statement: EffectiveStatement, host: HostConfiguration) => boolean;
  readonly why: string;
  readonly severity?: Severity;
  /** Where `keepalived -t` complains: on the line of the block's end, without a line, or not that a text shows. */
  readonly daemon: "end" | "no-line" | "none";
  /** Releases where this is off say nothing. */
  readonly claimedWhere?: SwitchName;
  /** Where this is on, at the block's end. */
  readonly atEndWhere?: SwitchName;
}

const has = (statement: EffectiveStatement, ...names: readonly string[]): boolean =>
  statement.children.some(({ keyword }) => names.includes(keyword.name));

const realServers = ({ children }: EffectiveStatement): readonly EffectiveStatement[] =>
  children.filter(({ keyword }) => keyword.name === "real_server");
const isFirewallMark = ({ words }: EffectiveStatement): boolean => words[1]?.value === "fwmark";
/** A virtual server whose real servers are all left out is gone before its settings are looked at. */
const isServed = (statement: EffectiveStatement, host: HostConfiguration): boolean =>
  host.virtualServers.some((server) => server.statement === statement && server.realServers.length > 0);

const isGroup = ({ words }: EffectiveStatement): boolean => words[1]?.value === "group";

const all: readonly Requirement[] = [
  {
    block: "vrrp_instance",
    anyOf: ["virtual_router_id"],
    why: "The id says which routers belong together. Without it keepalived stops setting up VRRP, and no instance runs at all.",
    daemon: "no-line",
  },
  {
    block: "vrrp_instance",
    anyOf: ["interface"],
    when: (statement) => !has(statement, "unicast_peer", "unicast_src_ip", "use_ipvlan"),
    why: "keepalived does not know where to speak VRRP. It stops setting up VRRP, and no instance runs at all.",
    // It says so of an interface that does not exist too, which is for the machine to say.
    daemon: "none",
  },
  {
    block: "vrrp_instance",
    anyOf: ["virtual_ipaddress", "no_virtual_ipaddress"],
    shown: ["virtual_ipaddress"],
    why: "There is no address to hand over. With VRRP version 3 or strict mode keepalived stops setting up VRRP; with version 2 the instance runs to no purpose.",
    daemon: "no-line",
    claimedWhere: "reportsMissingAddress",
  },
  {
    block: "vrrp_instance/authentication",
    anyOf: ["auth_pass"],
    when: ({ children }) =>
      children.some(({ keyword, words }) => keyword.name === "auth_type" && /^(PASS|AH)$/.test(words[1]?.value ?? "")),
    why: "keepalived drops the authentication and goes on without.",
    daemon: "no-line",
  },
  {
    block: "vrrp_sync_group",
    anyOf: ["group"],
    why: "keepalived removes the sync group: its instances fail over one by one.",
    daemon: "no-line",
    atEndWhere: "membersAtBlockEnd",
  },
  {
    block: "vrrp_script",
    anyOf: ["script"],
    why: "keepalived removes the script, and every line that tracks it.",
    daemon: "end",
  },
  {
    block: "vrrp_track_process",
    anyOf: ["process"],
    why: "keepalived removes the block, and every line that tracks it.",
    daemon: "end",
  },
  ...["track_file", "vrrp_track_file"].map(
    (block): Requirement => ({
      block,
      anyOf: ["file"],
      why: "keepalived removes the block, and every line that tracks it.",
      daemon: "end",
    }),
  ),
  {
    block: "garp_group",
    anyOf: ["garp_interval", "gna_interval"],
    why: "keepalived removes the group.",
    daemon: "end",
  },
  {
    block: "bfd_instance",
    anyOf: ["neighbor_ip", "neighbour_ip"],
    shown: ["neighbor_ip"],
    why: "keepalived drops the instance.",
    daemon: "end",
  },
  {
    block: "virtual_server",
    anyOf: ["real_server"],
    why: "keepalived drops the virtual server: nobody listens on its address.",
    daemon: "no-line",
    atEndWhere: "dropsServersAtBlockEnd",
  },
  {
    block: "virtual_server",
    anyOf: ["protocol"],
    when: (statement, host) => !isFirewallMark(statement) && !isGroup(statement) && isServed(statement, host),
    why: "keepalived takes UDP, so a TCP service is not served at all.",
    daemon: "no-line",
  },
  {
    block: "virtual_server",
    anyOf: ["lvs_sched", "lb_algo"],
    shown: ["lvs_sched"],
    when: isServed,
    why: "keepalived takes wlc, weighted least connections.",
    severity: "warning",
    daemon: "no-line",
  },
  {
    block: "virtual_server",
    anyOf: ["lvs_method", "lb_kind"],
    shown: ["lvs_method"],
    when: (statement, host) =>
      isServed(statement, host) && realServers(statement).some((server) => !has(server, "lvs_method")),
    why: "keepalived takes NAT, which needs this host as the real servers' gateway.",
    daemon: "no-line",
  },
  ...["HTTP_GET", "SSL_GET"].flatMap((checker): Requirement[] => [
    {
      block: `virtual_server/real_server/${checker}`,
      anyOf: ["url"],
      why: "keepalived drops the check: the real server counts as healthy for ever.",
      daemon: "end",
    },
    {
      block: `virtual_server/real_server/${checker}/url`,
      anyOf: ["path"],
      why: "keepalived drops the url, and with its last one the check.",
      daemon: "end",
    },
  ]),
  {
    block: "virtual_server/real_server/MISC_CHECK",
    anyOf: ["misc_path"],
    why: "keepalived drops the check: the real server counts as healthy for ever.",
    daemon: "end",
  },
  {
    block: "virtual_server/real_server/FILE_CHECK",
    anyOf: ["track_file"],
    why: "keepalived drops the check: the real server counts as healthy for ever.",
    daemon: "end",
  },
  {
    block: "virtual_server/real_server/BFD_CHECK",
    anyOf: ["name"],
    why: "keepalived drops the check: the real server counts as healthy for ever.",
    daemon: "end",
  },
];

/** Requirements by the block's path. */
export const requirements: ReadonlyMap<string, readonly Requirement[]> = new Map(
  [...new Set(all.map(({ block }) => block))].map((path) => [path, all.filter(({ block }) => block === path)]),
);
