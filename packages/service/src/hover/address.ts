import type { Cluster } from "@kalint/cluster";
import {
  type HostConfiguration,
  isLinkLocal,
  readPrefixedAddress,
  specialAddress,
  staticAddresses,
} from "@kalint/daemon";
import { say } from "@kalint/schema";
import type { Document } from "../document.js";
import { mastersIn, standingOf } from "../failover.js";
import { code } from "../markdown.js";

/** What an address is to the hosts: whose virtual address, peer, own address or server. */
export function addressFacts(document: Document, word: string): readonly string[] {
  const address = readPrefixedAddress(word).value;
  if (!address) return [];
  const { text } = address;
  const roles = new Map<string, string[]>();
  const add = (role: string, host: string): void => void roles.set(role, [...(roles.get(role) ?? []), host]);
  const clusters = clustersAround(document);
  const isAlone = clusters.flatMap(({ hosts }) => hosts).length === 1;
  for (const cluster of clusters) {
    for (const host of cluster.hosts) for (const role of rolesOn(cluster, host, text)) add(role, host.name);
  }
  const lines = [...roles].map(([role, hosts]) =>
    isAlone ? `- ${role}` : say`- ${role} on ${[...new Set(hosts)].join(", ")}`,
  );
  const special = isLinkLocal(address) ? "link-local" : specialAddress(address);
  return [...(special ? [say`A ${special} address`] : []), ...(lines.length > 0 ? [lines.join("\n")] : [])];
}

function clustersAround(document: Document): readonly Cluster[] {
  return document.recentClusters.filter(({ hosts }) =>
    hosts.some(({ effective }) => effective.files.some(({ path }) => path === document.path)),
  );
}

function rolesOn(cluster: Cluster, host: HostConfiguration, text: string): readonly string[] {
  const isIt = ({ value }: { readonly value: { readonly text: string } }): boolean => value.text === text;
  const ofInstances = host.instances.flatMap((instance) => [
    ...(instance.addresses.some(isIt)
      ? [say`virtual address of ${code(instance.name)}${heldBy(cluster, host, instance, text)}`]
      : []),
    ...(instance.excludedAddresses.some(isIt) ? [say`excluded virtual address of ${code(instance.name)}`] : []),
    ...(instance.source?.value.text === text ? [say`source of the adverts of ${code(instance.name)}`] : []),
    ...(instance.unicastPeers.some(isIt) ? [say`peer of ${code(instance.name)}`] : []),
  ]);
  const ofServers = host.virtualServers.flatMap((server) => [
    ...(addressesOf(server.statement).includes(text) ? [say`virtual server`] : []),
    ...server.realServers
      .filter(({ statement }) => addressesOf(statement).includes(text))
      .map(() => say`real server of ${code(nameOf(server.statement))}`),
    ...(server.sorryServer && addressesOf(server.sorryServer.statement).includes(text)
      ? [say`sorry server of ${code(nameOf(server.statement))}`]
      : []),
  ]);
  const fixed = staticAddresses(host).some((one) => one.text === text) ? [say`static address`] : [];
  return [...new Set([...ofInstances, ...ofServers, ...fixed])];
}

interface Header {
  readonly words: readonly { readonly value: string }[];
}

function addressesOf({ words }: Header): readonly string[] {
  return words.slice(1).flatMap(({ value }) => readPrefixedAddress(value).value?.text ?? []);
}

function nameOf({ words }: Header): string {
  return words
    .slice(1)
    .map(({ value }) => value)
    .join(" ");
}

function heldBy(...[cluster, host, instance, text]: [...Parameters<typeof standingOf>, string]): string {
  const { failover } = standingOf(cluster, host, instance);
  const one = failover.find(({ addresses }) => addresses.includes(text));
  const normal = one?.outcomes.find(({ event }) => event.kind === "normal");
  return normal ? say`, held by ${mastersIn(normal)},` : "";
}
