import type { Cluster } from "@kalint/cluster";
import type { HostConfiguration } from "@kalint/daemon";
import type { OptionDeclarations, OptionValues } from "./options.js";
import type { ClusterRule, HostRule, Report, RuleBase, RunRule } from "./types.js";

type NoOptions = Record<never, never>;

/** What a rule's file declares: everything but the scope. */
type Declared<Subject, Options extends OptionDeclarations> = RuleBase<Options> & {
  check(subject: Subject, report: Report, options: OptionValues<Options>): void;
};

/** A rule that looks at one host's configuration. */
export function defineHostRule<const Options extends OptionDeclarations = NoOptions>(
  rule: Declared<HostConfiguration, Options>,
): HostRule {
  return { ...rule, scope: "host" };
}

/** A rule that looks at all hosts of one cluster together. */
export function defineClusterRule<const Options extends OptionDeclarations = NoOptions>(
  rule: Declared<Cluster, Options>,
): ClusterRule {
  return { ...rule, scope: "cluster" };
}

/** A rule that looks at all clusters of a run together. */
export function defineRunRule(rule: Omit<RunRule, "scope">): RunRule {
  return { ...rule, scope: "run" };
}
