import type { Cluster } from "@kalint/cluster";
import { type HostConfiguration, perObject, type Remark, type RemarkKind, type RemarkOf } from "@kalint/daemon";
import type { OptionDeclarations, OptionValues } from "./options.js";
import type { ClusterRule, Finding, HostRule, Report, RuleBase, RunRule } from "./types.js";

type NoOptions = Record<never, never>;

/** What a rule's file declares: everything but the scope. */
type Declared<Subject, Options extends OptionDeclarations> = RuleBase<Options> & {
  check(subject: Subject, report: Report, options: OptionValues<Options>): void;
};

/** A rule that looks at one host's configuration. */
export function defineHostRule<const Options extends OptionDeclarations = NoOptions>(
  rule: Declared<HostConfiguration, Options> & Pick<HostRule, "eachBlock">,
): HostRule {
  return { ...rule, scope: "host" };
}

/** A rule that looks at all hosts of one cluster together. */
export function defineClusterRule<const Options extends OptionDeclarations = NoOptions>(
  rule: Declared<Cluster, Options> & Pick<ClusterRule, "alone">,
): ClusterRule {
  return { ...rule, scope: "cluster" };
}

/** A rule that looks at all clusters of a run together. */
export function defineRunRule(rule: Omit<RunRule, "scope">): RunRule {
  return { ...rule, scope: "run" };
}

/** What a rule makes of a remark: everything but its place and its claim, which are the remark's. */
export type Rendering = Omit<Finding, "place" | "daemon">;

/** How a rule puts remarks into words, by their kind; `undefined` where it says nothing of one. */
export type Renderings = {
  readonly [Kind in RemarkKind]?: (remark: RemarkOf<Kind>, host: HostConfiguration) => Rendering | undefined;
};

/** A rule that puts remarks of the daemon's reading into words. */
export function defineRemarkRule(
  rule: Omit<RuleBase, "options"> &
    Pick<HostRule, "eachBlock"> & {
      readonly remarks: Renderings;
      /** What it finds by itself besides. */
      check?(host: HostConfiguration, report: Report): void;
    },
): HostRule {
  const { remarks, check: look, ...declared } = rule;
  const renderings = Object.entries(remarks).map(([kind, render]) => ({ kind: kind as RemarkKind, render }));
  return {
    ...declared,
    scope: "host",
    check(host, report) {
      const byKind = remarksByKind(host.remarks);
      for (const { kind, render } of renderings) {
        for (const remark of byKind.get(kind) ?? none) {
          const rendering = (render as (remark: Remark, host: HostConfiguration) => Rendering | undefined)(
            remark,
            host,
          );
          const { place, daemon } = remark;
          if (rendering)
            report({ values: valuesOf(remark), ...rendering, place, ...(daemon !== undefined && { daemon }) });
        }
      }
      look?.(host, report);
    },
  };
}

/** A remark's kind and plain values; places and objects do not count, and so neither do lines. */
function valuesOf({ place: _, daemon: __, ...facts }: Remark): readonly (string | number | boolean)[] {
  return Object.values(facts).filter((value) => ["string", "number", "boolean"].includes(typeof value));
}

const none: readonly Remark[] = [];

/** Of a host; one that a rule sees with some of its blocks has all of its remarks. */
const remarksByKind = perObject((remarks: readonly Remark[]): ReadonlyMap<RemarkKind, readonly Remark[]> => {
  const byKind = new Map<RemarkKind, Remark[]>();
  for (const remark of remarks) {
    const list = byKind.get(remark.kind);
    if (list) list.push(remark);
    else byKind.set(remark.kind, [remark]);
  }
  return byKind;
});
