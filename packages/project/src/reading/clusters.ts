import { alone, type Cluster } from "@kalint/cluster";
import { toEnd } from "../steps.js";
import { type HostsRequest, hostsInSteps } from "./hosts.js";
import { createQueries } from "./queries.js";

/** The clusters that the hosts of these files form; a host without company is a cluster of its own. */
export function clustersOf(given: HostsRequest): readonly Cluster[] {
  const { queries = createQueries({ host: given.host }) } = given;
  // For whom a template is rendered nobody knows.
  const isTemplate = (path: string) => queries.isTemplate(path, given.host.read(path) ?? "");
  const paths = given.paths.filter((path) => !isTemplate(path));
  const variants = toEnd(hostsInSteps({ ...given, paths, queries }));
  const hosts = variants.filter(({ isHost }) => isHost === "yes").map(({ configuration }) => configuration);
  const found = queries.clusters(hosts, given.clusters);
  const accompanied = new Set(found.flatMap((cluster) => cluster.hosts));
  return [...found, ...hosts.filter((host) => !accompanied.has(host)).map(alone)];
}
