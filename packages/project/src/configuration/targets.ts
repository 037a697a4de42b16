import type { DeclaredCluster } from "@kalint/cluster";
import { overridesFor } from "./levels.js";
import type { Configuration } from "./types.js";

/**
 * The target that is set for a host: its node's, else its file's (absolute path) by the overrides, else that of all;
 * `undefined` where nothing is. Without a config-id: of a file, whatever host reads it.
 */
export function targetFor(configuration: Configuration, path: string, configId?: string): string | undefined {
  return (
    declaredTarget(configuration.clusters, path, configId) ??
    overridesFor(configuration, path).findLast(({ target }) => target)?.target ??
    configuration.target
  );
}

/** What the declared nodes of a file say, of which those with the config-id count, else all: where they agree. */
export function declaredTarget(
  clusters: readonly DeclaredCluster[],
  path: string,
  configId: string | undefined,
): string | undefined {
  const nodes = clusters.flatMap((cluster) => cluster.nodes.filter(({ file }) => file === path));
  const meant = nodes.filter((node) => node.configId === configId);
  const asked = meant.length > 0 || configId !== undefined ? meant : nodes;
  const [first, ...others] = asked.map(({ target }) => target);
  return others.every((other) => other === first) ? first : undefined;
}

/** Whether a host or a file may have another target than all. */
export function hasOwnTargets({ clusters, overrides }: Configuration): boolean {
  return overrides.some(({ target }) => target) || clusters.some(({ nodes }) => nodes.some(({ target }) => target));
}
