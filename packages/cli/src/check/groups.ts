import { isAbsolute, resolve } from "node:path";
import type { DeclaredCluster } from "@kalint/cluster";
import type { HostFacts } from "@kalint/daemon";
import {
  type Build,
  type Configuration,
  createQueries,
  findMains,
  findNeighbours,
  fragmentOfFor,
  hasOwnTargets,
  type Mains,
  noMains,
  type Queries,
  targetFor,
} from "@kalint/project";
import { say } from "@kalint/schema";
import { absolute, type Configurations } from "../configuration.js";
import { nameOf } from "../files/find.js";
import type { NodeHost } from "../files/host.js";
import type { Renderings } from "../rendered/renderings.js";
import { buildOf } from "../target.js";
import { factsOfThisHost, together } from "../this-host.js";
import type { CheckOptions } from "./options.js";

/** Files that one configuration counts for. */
export interface Group {
  readonly configuration: Configuration;
  /** What reads the first of the files, and all of them unless `buildOf` is there. */
  readonly build: Build;
  /** What reads each file as each host, where the configuration tells hosts apart. */
  readonly buildOf?: (path: string, configId: string | undefined) => Build;
  /** What is known of the hosts. */
  readonly facts: HostFacts;
  readonly paths: readonly string[];
  /** Main files that include some of them. */
  readonly mains: Mains;
  /** Other hosts of their clusters, read only for what they tell. */
  readonly neighbours: readonly string[];
  /** As declared, with files named as in `paths`. */
  readonly clusters: readonly DeclaredCluster[];
  /** What has been read of them. */
  readonly queries: Queries;
  /** The path whose settings count for a path: for a rendering its template's. Left out: its own. */
  readonly settledBy?: (path: string) => string;
}

type GroupOptions = Pick<CheckOptions, "target" | "neighbours"> &
  Partial<Pick<CheckOptions, "thisHost">> & {
    /** Files with different targets are looked at apart. */
    readonly byTarget?: boolean;
  };

/** Sorts files by the configuration that counts for each, and adds the neighbours. */
export async function groupPaths(
  paths: readonly string[],
  finder: Configurations,
  host: NodeHost,
  directory: string,
  options: GroupOptions,
  renderings?: Pick<Renderings, "templateOf" | "renderedFor">,
): Promise<readonly Group[]> {
  const settledBy = renderings?.templateOf ?? itself;
  const parts = new Map<Configuration, Map<string | undefined, string[]>>();
  for (const path of paths) {
    const configuration = await finder.of(settledBy(path));
    const target = options.byTarget ? targetFor(configuration, absolute(directory, settledBy(path))) : undefined;
    const byTarget = parts.get(configuration) ?? new Map<string | undefined, string[]>();
    parts.set(configuration, byTarget);
    const members = byTarget.get(target);
    if (members) members.push(path);
    else byTarget.set(target, [path]);
  }
  const queries = createQueries({ host });
  const groups: Group[] = [];
  const apart = [...parts].flatMap(([configuration, byTarget]) =>
    [...byTarget.values()].map((members) => ({ configuration, members })),
  );
  for (const { configuration, members } of apart) {
    const clusters = namedClusters(configuration, members.map(settledBy), directory).map((cluster) => ({
      ...cluster,
      nodes: cluster.nodes.map((node) => ({
        ...node,
        file: renderings?.renderedFor(node.file, node.name) ?? node.file,
      })),
    }));
    const buildFor = (file: string, configId?: string) =>
      buildOf({
        configuration,
        path: absolute(directory, settledBy(file)),
        configId,
        option: options.target,
        node: { clusters, file },
      });
    const builds = {
      build: buildFor(members[0]!),
      ...(hasOwnTargets(configuration) && options.target === undefined && { buildOf: buildFor }),
    };
    const request = {
      directory: absolute(directory, "."),
      paths: members,
      host,
      queries,
      target: builds.build.target,
      ...(builds.buildOf && { buildOf: builds.buildOf }),
      walk: finder.walk,
    };
    const mainOf = (path: string) => fragmentOfFor(configuration, absolute(directory, path));
    const mains = options.neighbours ? await findMains({ ...request, mainOf }) : noMains;
    const all = [...members, ...mains.paths];
    const neighbours = !options.neighbours
      ? []
      : configuration.clusters.length > 0
        ? declaredNeighbours(clusters, all)
        : await findNeighbours({ ...request, paths: all });
    groups.push({
      configuration,
      ...builds,
      facts: options.thisHost ? together(configuration.host, factsOfThisHost()) : configuration.host,
      paths: members,
      mains,
      neighbours,
      clusters,
      queries,
      settledBy,
    });
  }
  return groups;
}

/** The path whose settings count where nothing is rendered. */
export function itself(path: string): string {
  return path;
}

/** The declared clusters with each file named as it is among `paths`, so that one file has one name. */
function namedClusters(configuration: Configuration, paths: readonly string[], directory: string): DeclaredCluster[] {
  const names = new Map(paths.map((path) => [resolve(directory, path), path]));
  const absolute = paths.some((path) => isAbsolute(path));
  return configuration.clusters.map((cluster) => ({
    name: cluster.name,
    nodes: cluster.nodes.map((node) => ({
      ...node,
      file: names.get(node.file) ?? nameOf(directory, node.file, absolute),
    })),
  }));
}

/** A line for each declared host whose file cannot be read: without it nothing would be said of its cluster. */
export function missingNodes(groups: readonly Group[], host: NodeHost, directory: string): readonly string[] {
  const complaints = groups.flatMap(({ configuration, clusters }) => {
    const name = nameOf(directory, configuration.path ?? "kalint.json", false);
    return clusters.flatMap((cluster) =>
      cluster.nodes
        .filter(({ file }) => host.read(file) === undefined)
        .map((node) => say`${name}: the file ${node.file} of ${node.name} in cluster ${cluster.name} cannot be read`),
    );
  });
  return [...new Set(complaints)];
}

/** The other files of the clusters that a member belongs to. */
function declaredNeighbours(clusters: readonly DeclaredCluster[], members: readonly string[]): string[] {
  const own = new Set(members);
  const files = clusters
    .map(({ nodes }) => nodes.map(({ file }) => file))
    .filter((list) => list.some((file) => own.has(file)))
    .flat();
  return [...new Set(files)].filter((file) => !own.has(file)).sort();
}
