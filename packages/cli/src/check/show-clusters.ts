/** What `--show-clusters` prints: which hosts were taken for one cluster, on what evidence, and which stand alone. */

import type { Cluster, VirtualRouter } from "@kalint/cluster";
import type { HostConfiguration } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { counted } from "../output/summary.js";
import type { Colours } from "../render/colours.js";
import { harmlessName } from "../render/width.js";
import type { LintRun } from "./lint.js";

export function shownClusters(run: Pick<LintRun, "clusters" | "files">, colours: Colours): string {
  const { clusters } = run;
  const alone = aloneIn(run);
  const parts = clusters.map((cluster) => shownCluster(cluster, colours));
  if (alone.length > 0)
    parts.push([colours.bold(say`in no cluster`), ...alone.map((path) => `  ${harmlessName(path)}`)].join("\n"));
  const hosts = clusters.reduce((sum, cluster) => sum + cluster.hosts.length, 0);
  const all = say`${counted(clusters.length, "cluster")} with ${counted(hosts, "host")}, ${counted(alone.length, "file")} in none`;
  return `${[...parts, all].join("\n\n")}\n`;
}

/** The same as JSON. */
export function clustersOutput(run: Pick<LintRun, "clusters" | "files">) {
  return {
    version: 1,
    clusters: run.clusters.map(({ name, hosts, virtualRouters, evidence }) => ({
      name,
      hosts: hosts.map((host) => ({
        name: host.name,
        file: host.effective.path,
        ...(host.effective.configId !== undefined && { configId: host.effective.configId }),
      })),
      evidence: evidence.kind,
      reasons: evidence.reasons,
      virtualRouters: virtualRouters.map(({ members }) => ({
        ids: [...new Set(members.flatMap(({ instance }) => instance.virtualRouterId?.value ?? []))],
        members: members.map(({ host, instance }) => ({ host: host.name, instance: instance.name })),
        addresses: [...new Set(members.flatMap(({ instance }) => instance.addresses.map(({ value }) => value.text)))],
      })),
    })),
    alone: aloneIn(run),
  };
}

function aloneIn({ clusters, files }: Pick<LintRun, "clusters" | "files">): readonly string[] {
  const grouped = new Set(clusters.flatMap(({ hosts }) => hosts.flatMap(({ effective }) => filesOf(effective))));
  return files.map(({ path }) => path).filter((path) => !grouped.has(path));
}

function filesOf({ files }: HostConfiguration["effective"]): readonly string[] {
  return files.map(({ path }) => path);
}

function shownCluster({ name, hosts, virtualRouters, evidence }: Cluster, colours: Colours): string {
  const width = Math.max(...hosts.map((host) => host.name.length));
  return [
    `${colours.bold(say`cluster ${name}`)}`,
    ...hosts.map((host) => `  ${host.name.padEnd(width)}  ${shownFile(host)}`),
    ...evidence.reasons.map((reason) => colours.dim(say`  because ${reason}`)),
    ...virtualRouters.map((router) => `  ${shownRouter(router)}`),
  ].join("\n");
}

function shownFile({ effective: { path, configId } }: HostConfiguration): string {
  const name = harmlessName(path);
  return configId === undefined ? name : say`${name} as ${configId}`;
}

/** `virtual router 51: web on lb1 and lb2, 192.0.2.10`; each value once. */
function shownRouter({ members }: VirtualRouter): string {
  const unique = (values: readonly (string | number | undefined)[]) => [...new Set(values)].join(" / ");
  const names = unique(members.map(({ instance }) => instance.name));
  const ids = unique(members.map(({ instance }) => instance.virtualRouterId?.value ?? say`without id`));
  const addresses = [...new Set(members.flatMap(({ instance }) => instance.addresses.map(({ value }) => value.text)))];
  const shown = addresses.length > 3 ? [...addresses.slice(0, 3), say`${addresses.length - 3} more`] : addresses;
  const hosts = members.map(({ host }) => host.name).join(", ");
  return say`virtual router ${ids}: ${names} on ${hosts}${shown.length === 0 ? "" : `; ${shown.join(", ")}`}`;
}
