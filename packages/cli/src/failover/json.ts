/** `kalint failover --json`: the stable shape of `schema/failover-output.schema.json`. */
import type { Outcome, RouterFailover, ServiceFailover } from "@kalint/cluster";
import type { PredictedCluster } from "./predicted.js";

export function failoverOutput(clusters: readonly PredictedCluster[]) {
  return {
    version: 1,
    clusters: clusters.map(({ cluster, routers, services }) => ({
      name: cluster.name,
      hosts: cluster.hosts.map(({ name }) => name),
      virtualRouters: routers.map(routerOutput),
      virtualServers: services.map(serviceOutput),
    })),
  };
}

function routerOutput({ instance, id, family, interface: device, addresses, outcomes, limits }: RouterFailover) {
  return {
    instance,
    ...(id === undefined ? {} : { id }),
    family,
    ...(device === undefined ? {} : { interface: device }),
    addresses,
    events: outcomes.map(eventOutput),
    ...(limits.length === 0 ? {} : { limits }),
  };
}

function eventOutput({ event, masters, seconds, why }: Outcome) {
  return { event, masters, ...(seconds === undefined ? {} : { seconds }), why };
}

function serviceOutput({ name, protocol, hosts, instances, facts, outcomes, limits }: ServiceFailover) {
  return {
    name,
    protocol,
    hosts,
    instances,
    realServers: facts.servers.map(({ name: server, weight, checked }) => ({ name: server, weight, checked })),
    quorum: facts.quorum,
    hysteresis: facts.hysteresis,
    ...(facts.sorryServer === undefined ? {} : { sorryServer: facts.sorryServer.name }),
    events: outcomes,
    ...(limits.length === 0 ? {} : { limits }),
  };
}
