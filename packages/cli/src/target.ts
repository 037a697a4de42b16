import { targetNamed } from "@kalint/lint";
import type { Configuration } from "@kalint/project";
import { newestVersion, type Target, type Version } from "@kalint/schema";
import { UsageError } from "./usage.js";

/** What the name of a version or of a distribution stands for. */
export function readTarget(text: string, option = "--target"): Target {
  const target = targetNamed(text);
  if ("problem" in target) throw new UsageError(`${option} ${target.problem}`);
  return target;
}

/** The command line's target, else the configuration's, else the newest release. */
export function targetOf(configuration: Configuration, option: string | undefined): Target {
  const named = option ?? configuration.target;
  return named === undefined ? { version: newestVersion, lacks: [] } : readTarget(named);
}

/** What the hosts' build lacks: by its nature, and by the configuration's word. */
export function withoutFeatures(configuration: Configuration, target: Target): readonly string[] {
  return [...new Set([...target.lacks, ...configuration.withoutFeatures])];
}

/** The keepalived version that a name stands for: a version itself, or a distribution's. */
export function targetVersion(text: string): Version {
  return readTarget(text).version;
}
