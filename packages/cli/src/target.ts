import type { DeclaredCluster } from "@kalint/cluster";
import { buildOfTarget, targetNamed } from "@kalint/lint";
import { type Build, type Configuration, declaredTarget, targetFor } from "@kalint/project";
import { newestVersion, type Target, type Version } from "@kalint/schema";
import { UsageError } from "./usage.js";

/** What the name of a version or of a distribution stands for. */
export function readTarget(text: string, option = "--target"): Target {
  const target = targetNamed(text);
  if ("problem" in target) throw new UsageError(`${option} ${target.problem}`);
  return target;
}

/** Whom a build is asked for. */
interface BuildRequest {
  readonly configuration: Configuration;
  /** Absolute. */
  readonly path: string;
  readonly configId?: string | undefined;
  /** The command line's target. */
  readonly option?: string | undefined;
  /** Where files have names of their own: a rendering is a node whose template has the path. */
  readonly node?: { readonly clusters: readonly DeclaredCluster[]; readonly file: string };
}

/** What reads a file as a host: the command line's target, else the configuration's, else the newest release. */
export function buildOf({ configuration, path, configId, option, node }: BuildRequest): Build {
  const named =
    option ?? (node && declaredTarget(node.clusters, node.file, configId)) ?? targetFor(configuration, path, configId);
  const target = named === undefined ? { version: newestVersion, lacks: [] } : readTarget(named);
  return buildOfTarget(target, configuration.withoutFeatures);
}

/** The keepalived version that a name stands for: a version itself, or a distribution's. */
export function targetVersion(text: string): Version {
  return readTarget(text).version;
}
