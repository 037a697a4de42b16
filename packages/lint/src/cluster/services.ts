/** Virtual servers as the hosts of a cluster are compared by them. */
import type { Cluster } from "@kalint/cluster";
import {
  type HostConfiguration,
  protocolOf,
  type RealServer,
  serviceName,
  socketName,
  type VirtualServer,
} from "@kalint/daemon";

/** A virtual server as one host has it. */
export interface HostedServer {
  readonly host: HostConfiguration;
  readonly server: VirtualServer;
}

export function realServerName({ address, port }: RealServer): string {
  return socketName(address, port);
}

/**
 * The same service on several hosts. Two services of one address and port but another protocol are two; where each
 * host has only one of them they are taken for the same.
 */
export function servicesOf({ hosts }: Cluster): readonly (readonly HostedServer[])[] {
  const byName = new Map<string, HostedServer[]>();
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
    const byProtocol = new Map<string, HostedServer[]>();
    for (const service of services) {
      const key = protocolOf(service.server);
      const known = byProtocol.get(key) ?? [];
      // The same service twice on one host is a finding of its own.
      if (!known.some(({ host }) => host === service.host)) byProtocol.set(key, [...known, service]);
    }
    return [...byProtocol.values()];
  });
}

/** The hosts that take part in load balancing: one without any virtual server is dropped. */
export function balancers({ hosts }: Cluster): readonly HostConfiguration[] {
  return hosts.filter(({ virtualServers }) => virtualServers.length > 0);
}
