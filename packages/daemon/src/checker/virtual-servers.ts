import { perHost } from "../memo.js";
import type { Family, IpAddress } from "../objects.js";
import { statementsAt } from "../statements.js";
import type { EffectiveStatement } from "../types.js";
import type { ForwardingMethod } from "./forwarding.js";
import { groupNamed, type ServerGroup, serverGroups } from "./groups.js";
import { readService } from "./virtual-server.js";

/** A real server that stays in its virtual server, as the daemon holds it once everything has been read. */
export interface RealServer {
  readonly statement: EffectiveStatement;
  readonly address: IpAddress;
  /** As written; 0 where none is given: the virtual server's. */
  readonly port: number;
  /** In force: its own, else the virtual server's, else NAT. */
  readonly method: ForwardingMethod;
  readonly weight: number;
  readonly inhibit: boolean;
}

export interface SorryServer {
  /** The `sorry_server` line that counts. */
  readonly statement: EffectiveStatement;
  readonly address: IpAddress;
  readonly port: number;
  readonly method: ForwardingMethod;
  readonly inhibit: boolean;
}

/** Two families where one is needed. */
export interface FamilyMismatch {
  readonly kind: "real-server" | "sorry-server" | "ip-family";
  /** The block or line that is left out for it. */
  readonly statement: EffectiveStatement;
  readonly found: Family;
  readonly expected: Family;
}

/** A `virtual_server` with a header that the daemon takes. */
export interface Service {
  readonly statement: EffectiveStatement;
  readonly kind: "address" | "fwmark" | "group";
  /** For `address`; 0 is every port. */
  readonly port: number;
  /** For `fwmark`; 0 counts as none. */
  readonly mark: number;
  /** For `group`. */
  readonly groupName?: string;
  /** What the file tells before the group's family is looked at. */
  readonly family?: Family;
  readonly protocol?: { readonly value: "TCP" | "UDP" | "SCTP"; readonly statement: EffectiveStatement };
  readonly scheduler?: string;
  readonly method?: ForwardingMethod;
  /** `lvs_method` counts only where a server has none of its own. */
  readonly needsMethod: boolean;
  readonly persistent: boolean;
  readonly onePacket?: EffectiveStatement;
  readonly haSuspend?: EffectiveStatement;
  readonly quorum: { readonly value: number; readonly statement?: EffectiveStatement };
  readonly hysteresis: { readonly value: number; readonly statement?: EffectiveStatement };
  /** In order; without those that are left out for their family, duplicates included. */
  readonly realServers: readonly RealServer[];
  readonly sorryServer?: SorryServer;
  readonly mismatches: readonly FamilyMismatch[];
  /** `sorry_server_…` lines above the `sorry_server`. */
  readonly withoutSorryServer: readonly EffectiveStatement[];
  /** Scheduler flags, and what was the scheduler where they stand. */
  readonly flags: readonly { readonly statement: EffectiveStatement; readonly scheduler: string | undefined }[];
}

/** Every virtual server that is read, also those that are dropped at their end. */
export const readServices = perHost((host): readonly Service[] =>
  statementsAt(host, "virtual_server").flatMap((statement) => readService(host, statement) ?? []),
);

/** A virtual server that the daemon checks once everything has been read. */
export interface LinkedService extends Service {
  readonly group?: ServerGroup;
  /** What can be counted on: no duplicates. */
  readonly servers: readonly RealServer[];
}

/**
 * The virtual servers that are left after reading: with a real server and, where they name a group, with a fitting one.
 * Source: keepalived 2.4.3, check/check_parser.c: vs_end_handler, check/ipwrapper.c: link_vsg_to_vs.
 */
export const linkedServices = perHost((host): readonly LinkedService[] => {
  const groups = serverGroups(host);
  return readServices(host).flatMap((service) => {
    if (service.realServers.length === 0) return [];
    const servers = withoutDuplicates(service.realServers);
    if (service.groupName === undefined) return [{ ...service, servers }];
    const group = groupNamed(groups, service.groupName);
    return group === undefined || conflictOf(service, group) !== undefined ? [] : [{ ...service, group, servers }];
  });
});

/** The families of group and virtual server that do not go together. */
export function conflictOf(
  service: Service,
  group: ServerGroup,
): { readonly group: readonly Family[]; readonly service: Family } | undefined {
  if (service.family === undefined) return undefined;
  const families = [...new Set(group.entries.flatMap(({ family }) => family ?? []))];
  return families.some((family) => family !== service.family)
    ? { group: families, service: service.family }
    : undefined;
}

/** Address and port decide, as written. Source: keepalived 2.4.3, include/ipwrapper.h: rs_iseq. */
export function isSameServer(
  a: Pick<RealServer, "address" | "port">,
  b: Pick<RealServer, "address" | "port">,
): boolean {
  return a.address.family === b.address.family && a.address.text === b.address.text && a.port === b.port;
}

function withoutDuplicates(servers: readonly RealServer[]): readonly RealServer[] {
  return servers.filter((server, index) => !servers.slice(0, index).some((other) => isSameServer(server, other)));
}

/** Whether addresses (and not only firewall marks) are served. */
export function servesAddresses({ kind, mark, group }: LinkedService): boolean {
  return kind === "group" ? group!.entries.some((entry) => entry.kind === "address") : kind === "address" || mark === 0;
}

export function servesMarks({ kind, mark, group }: LinkedService): boolean {
  return kind === "group" ? group!.entries.some((entry) => entry.kind === "fwmark") : kind === "fwmark" && mark !== 0;
}

/** As the daemon adds it up, in 32 bits. */
export function totalWeight(servers: readonly { readonly weight: number }[]): number {
  return servers.reduce((sum, { weight }) => sum + weight, 0) % 2 ** 32;
}
