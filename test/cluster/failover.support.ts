import { type Cluster, findClusters, phraseOf, predictFailover, type RouterFailover } from "@kalint/cluster";
import { bind, evaluate, memoryHost } from "@kalint/daemon";
import { newestVersion, type Version } from "@kalint/schema";
import { expect } from "vitest";

/** A declared cluster of these hosts, by name. */
export function clusterOf(files: Readonly<Record<string, string>>, target: Version = newestVersion): Cluster {
  const host = memoryHost(files);
  const hosts = Object.keys(files).map((path) => bind(evaluate({ path, host, target }), path));
  const nodes = Object.keys(files).map((file) => ({ name: file, file }));
  const [cluster] = findClusters(hosts, [{ name: "cluster", nodes }]);
  return cluster!;
}

/** A pair: what both instances share, then what each has of its own; `before` stands above the instance. */
export function pairOf(
  shared: string,
  one: string,
  two: string,
  before = "",
  target: Version = newestVersion,
): Cluster {
  const text = (own: string): string =>
    `${before}\nvrrp_instance VI_1 {\n interface eth0\n virtual_router_id 51\n virtual_ipaddress {\n 10.0.0.100\n }\n${shared}\n${own}\n}\n`;
  return clusterOf({ lb1: text(one), lb2: text(two) }, target);
}

/** One line for each outcome: `lb1 lost | lb2 | 3.8 | why`. */
export function linesOf({ outcomes }: RouterFailover): readonly string[] {
  return outcomes.map(({ event, masters, seconds, why }) =>
    [phraseOf(event), masters.join("+") || "nobody", seconds ?? "", why].join(" | "),
  );
}

/** Holds the outcomes of a cluster's only virtual router to these lines; others are not looked at. */
export function checkOutcomes(cluster: Cluster, ...expected: readonly string[]): void {
  const [router] = predictFailover(cluster);
  const lines = linesOf(router!);
  const events = expected.map((line) => line.split(" | ")[0]);
  expect(lines.filter((line) => events.includes(line.split(" | ")[0]))).toEqual(expected);
}
