/** Virtual servers as the hosts of a cluster are compared by them. */
import type { Cluster, HostConfiguration, RealServer, VirtualServer } from "@kalint/model";

export interface Service {
  readonly host: HostConfiguration;
  readonly server: VirtualServer;
}

/** `10.0.0.1:80`, `fwmark 5` or `group web`. */
export function serviceName({ service }: VirtualServer): string {
  if (service.kind === "fwmark") return `fwmark ${service.mark}`;
  if (service.kind === "group") return `group ${service.name}`;
  return endpoint(service.address.text, service.port, service.address.family === "ipv6");
}

export function realServerName({ address, port }: RealServer): string {
  return endpoint(address.text, port, address.family === "ipv6");
}

function endpoint(address: string, port: number, bracketed: boolean): string {
  if (port === 0) return address;
  return bracketed ? `[${address}]:${port}` : `${address}:${port}`;
}

/** keepalived takes UDP where no protocol is given. */
export function protocolOf({ protocol }: VirtualServer): string {
  return protocol?.value ?? "UDP";
}

/**
 * The same service on several hosts. Two services of one address and port but another protocol are two; where each
 * host has only one of them they are taken for the same.
 */
export function servicesOf({ hosts }: Cluster): readonly (readonly Service[])[] {
  const byName = new Map<string, Service[]>();
  for (const host of hosts) {
    for (const server of host.virtualServers) {
      const name = serviceName(server);
      const services = byName.get(name);
      if (services) services.push({ host, server });
      else byName.set(name, [{ host, server }]);
    }
  }
  return [...byName.values()].flatMap((services) => {
    const several = new Set(services.map(({ host }) => host)).size < services.length;
    if (!several) return [services];
    const byProtocol = new Map<string, Service[]>();
    for (const service of services) {
      const key = protocolOf(service.server);
      const known = byProtocol.get(key) ?? [];
      // The same service twice on one host is a finding of its own.
      if (!known.some(({ host }) => host === service.host)) byProtocol.set(key, [...known, service]);
    }
    return [...byProtocol.values()];
  });
}

/** The hosts that take part in load balancing: one without any virtual server is left out. */
export function balancers({ hosts }: Cluster): readonly HostConfiguration[] {
  return hosts.filter(({ virtualServers }) => virtualServers.length > 0);
}
