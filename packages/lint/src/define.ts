import type { ClusterRule, HostRule, RunRule } from "./types.js";

/** A rule that looks at one host's configuration. */
export function defineHostRule(rule: Omit<HostRule, "scope">): HostRule {
  return { ...rule, scope: "host" };
}

/** A rule that looks at all hosts of one cluster together. */
export function defineClusterRule(rule: Omit<ClusterRule, "scope">): ClusterRule {
  return { ...rule, scope: "cluster" };
}

/** A rule that looks at all clusters of a run together. */
export function defineRunRule(rule: Omit<RunRule, "scope">): RunRule {
  return { ...rule, scope: "run" };
}
