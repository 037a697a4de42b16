import { alone, type Cluster } from "@kalint/cluster";
import type { HostConfiguration } from "@kalint/daemon";
import { type Steps, toEnd } from "@kalint/syntax";
import { type HostsRequest, hostsInSteps } from "./hosts.js";
import { createQueries, type Queries } from "./queries.js";

/** The clusters that the hosts of these files form; a host without company is a cluster of its own. */
export function clustersOf(given: HostsRequest): readonly Cluster[] {
  return toEnd(clustersInSteps(given));
}

/** The same, with a pause before each file and each of its hosts. */
export function* clustersInSteps(given: HostsRequest): Steps<readonly Cluster[]> {
  const { queries = createQueries({ host: given.host }) } = given;
  // For whom a template is rendered nobody knows.
  const paths: string[] = [];
  for (const path of given.paths) {
    yield;
    if (!queries.isTemplate(path, given.host.read(path) ?? "")) paths.push(path);
  }
  const variants = yield* hostsInSteps({ ...given, paths, queries });
  const hosts = variants.filter(({ isHost }) => isHost === "yes").map(({ configuration }) => configuration);
  return clustersAmong(hosts, queries, given.clusters);
}

/** The clusters that these hosts form; a host without company is a cluster of its own. */
export function clustersAmong(
  hosts: readonly HostConfiguration[],
  queries: Queries,
  declared?: HostsRequest["clusters"],
): readonly Cluster[] {
  const found = queries.clusters(hosts, declared);
  const accompanied = new Set(found.flatMap((cluster) => cluster.hosts));
  return [...found, ...hosts.filter((host) => !accompanied.has(host)).map(alone)];
}
