/** What real servers need for the virtual services that forward to them directly or through a tunnel. */

import {
  addressesOf,
  type Family,
  type Forwarding,
  type HostConfiguration,
  type IpAddress,
  type ServiceEntry,
  serviceEntriesOf,
  type VirtualServer,
} from "@kalint/daemon";
import { say } from "@kalint/schema";

interface PlannedAddress {
  readonly family: Family;
  readonly text: string;
  /** For people: `192.0.2.10:80 TCP`. */
  readonly services: readonly string[];
}

export interface Plan {
  /** Sorted by family, then as the configuration names them. */
  readonly addresses: readonly PlannedAddress[];
  /** What cannot be generated and must be done besides: whole sentences. */
  readonly notes: readonly string[];
}

/** A range of a group beyond this is a mistake more likely than a wish. */
const mostAddresses = 1024;

/** By the real server's address, sorry servers included: while the quorum is lost they get the same packets. */
export function plansOf(host: HostConfiguration): ReadonlyMap<string, Plan> {
  const forwards = new Map<string, Forward[]>();
  for (const server of host.virtualServers) {
    for (const target of targetsOf(server)) {
      // The director itself has the addresses already.
      if (isLoopback(target.address) || target.method === "NAT") continue;
      const known = forwards.get(target.address.text) ?? [];
      forwards.set(target.address.text, [...known, { target, server, entries: serviceEntriesOf(server) }]);
    }
  }
  return new Map([...forwards].map(([address, all]) => [address, planOf(all)]));
}

/** Real servers that no virtual service reaches by DR or TUN. */
export function translatedServersOf(host: HostConfiguration): ReadonlySet<string> {
  const targets = host.virtualServers.flatMap(targetsOf);
  return new Set(targets.filter(({ method }) => method === "NAT").map(({ address }) => address.text));
}

interface Target extends Forwarding {
  readonly address: IpAddress;
}

interface Forward {
  readonly target: Target;
  readonly server: VirtualServer;
  readonly entries: readonly ServiceEntry[];
}

function targetsOf({ realServers, sorryServer }: VirtualServer): readonly Target[] {
  const servers = sorryServer === undefined ? realServers : [...realServers, sorryServer];
  return servers.map(({ address, forwarding }): Target => ({ address, ...forwarding }));
}

function isLoopback({ text }: IpAddress): boolean {
  return text === "::1" || text.startsWith("127.");
}

function planOf(forwards: readonly Forward[]): Plan {
  const addresses = new Map<string, { family: Family; text: string; services: Set<string> }>();
  const notes = new Set<string>();
  for (const { target, server, entries } of forwards) {
    for (const entry of entries) {
      if (entry.kind === "fwmark") {
        notes.add(
          say`Packets with the firewall mark ${entry.mark} also come here: add the addresses that the director marks.`,
        );
        continue;
      }
      const found = addressesOf(entry, mostAddresses + 1);
      if (found.length > mostAddresses) {
        notes.add(say`${entry.first} to ${entry.last} are too many addresses to set one by one: add a local route.`);
        continue;
      }
      for (const text of found) {
        const known = addresses.get(text) ?? { family: entry.family, text, services: new Set() };
        known.services.add(serviceName(text, entry.port, server));
        addresses.set(text, known);
        if (target.method === "TUN") notes.add(tunnelNote(target, entry.family));
      }
    }
  }
  const all = [...addresses.values()].map((one) => ({ ...one, services: [...one.services] }));
  return { addresses: all.toSorted((a, b) => a.family.localeCompare(b.family)), notes: [...notes] };
}

function serviceName(address: string, port: number, { protocol }: VirtualServer): string {
  const host = address.includes(":") ? `[${address}]` : address;
  const what = port === 0 ? say`${host}, every port` : `${host}:${port}`;
  return protocol === undefined ? what : `${what} ${protocol.value}`;
}

/** The outer packet is of the real server's family, the inner one of the service's. */
function tunnelNote({ address, tunnel }: Target, inner: Family): string {
  if (tunnel !== undefined && tunnel !== "ipip") {
    return say`Tunnel mode (TUN) with ${tunnel.toUpperCase()} also needs a ${tunnel.toUpperCase()} device here that unpacks what the director sends, with rp_filter=2.`;
  }
  const [module, device] =
    address.family === "ipv6" ? ["ip6_tunnel", "ip6tnl0"] : inner === "ipv6" ? ["sit", "sit0"] : ["ipip", "tunl0"];
  const filter = inner === "ipv4" ? say` and 'sysctl -w net.ipv4.conf.${device}.rp_filter=2'` : "";
  const join = filter === "" ? say` and` : ",";
  return say`Tunnel mode (TUN) also needs a device that unpacks: 'modprobe ${module}'${join} 'ip link set ${device} up'${filter}.`;
}
