import type { Cluster } from "@kalint/cluster";
import type { HostConfiguration, Place } from "@kalint/daemon";
import { createQueries, type HostVariant, hostsOf, type Queries, type RuleOptions } from "@kalint/project";
import { switchesOf } from "@kalint/schema";
import { optionValues } from "../options.js";
import { templateFinding, unrenderedTemplate } from "../rules/unrendered-template.js";
import { unusedSuppression } from "../rules/unused-suppression.js";
import { rules as allRules } from "../rules.js";
import { includesFiles } from "../template.js";
import type { Finding, LintRequest, LintResult, Rule, RuleFailure } from "../types.js";
import { withoutVoidClaims } from "../vrrp/claims.js";
import { withAgreedFixes } from "./agree.js";
import { mergeFindings, type Sighting } from "./merge.js";
import { runRule } from "./run-rule.js";
import { type SuppressOptions, suppress } from "./suppress.js";

const noOptions = {};

/**
 * Looks at every path as each host that it describes would read it, and at the clusters that these hosts form.
 * Same request, same result, in the same order.
 */
export function lint(request: LintRequest): LintResult {
  const selected = selectRules(request);
  const templates = findTemplates(request);
  const configurations = (paths: readonly string[]) => paths.filter((path) => !templates.has(path));
  const { queries = createQueries({ host: request.host }) } = request;
  const variants = hostsOf({
    ...request,
    queries,
    paths: configurations(request.paths),
    neighbours: configurations(request.neighbours ?? []),
  });
  const set = new Map<string, RuleOptions | undefined>();
  const optionsOf = (rule: Rule, variant: HostVariant | undefined) => {
    if (rule.options === undefined) return noOptions;
    const path = variant?.path;
    if (path !== undefined && !set.has(path)) set.set(path, request.options?.(path));
    return optionValues(rule, path === undefined ? undefined : set.get(path));
  };
  const failures: RuleFailure[] = [];
  const sightings: Sighting[] = [];

  const run = (
    rule: Rule,
    subject: { readonly value: object; readonly name: string },
    options: object,
    look: (report: (finding: Finding) => void) => void,
    variant?: HostVariant,
  ) => {
    const { findings, failure } = runRule(rule, subject, options, look, request.onRun);
    for (const finding of findings) sightings.push({ rule, finding, ...(variant && { variant }) });
    if (failure) failures.push(failure);
  };

  if (selected.includes(unrenderedTemplate)) {
    for (const path of request.paths) {
      const finding = templates.get(path);
      if (finding) sightings.push({ rule: unrenderedTemplate, finding });
    }
  }
  for (const [done, variant] of variants.entries()) {
    if (variant.neighbour) continue;
    request.progress?.({ phase: "checking", done, total: variants.length, path: variant.path });
    const host = variant.configuration;
    for (const rule of selected) {
      if (rule.scope !== "host") continue;
      const options = optionsOf(rule, variant);
      const look = (report: (finding: Finding) => void) => rule.check(host, withoutVoidClaims(host, report), options);
      run(rule, { value: host, name: host.name }, options, look, variant);
    }
  }
  const clusters = queries.clusters(
    variants.filter((variant) => variant.isHost === "yes").map((variant) => variant.configuration),
    request.clusters,
  );
  const asked = new Map(
    variants.filter((variant) => !variant.neighbour).map((variant) => [variant.configuration, variant]),
  );
  for (const cluster of clusters) {
    const first = cluster.hosts.find((host) => asked.has(host));
    if (first === undefined) continue;
    for (const rule of selected) {
      if (rule.scope !== "cluster") continue;
      const options = optionsOf(rule, asked.get(first));
      run(rule, { value: cluster, name: cluster.name }, options, (report) => rule.check(cluster, report, options));
    }
  }
  const accompanied = new Set(clusters.flatMap(({ hosts }) => hosts));
  for (const [host, variant] of asked) {
    if (variant.isHost !== "yes" || accompanied.has(host)) continue;
    for (const rule of selected) {
      if (rule.scope !== "cluster" || rule.alone === undefined) continue;
      const options = optionsOf(rule, variant);
      const look = (report: (finding: Finding) => void) => rule.check(alone(host), report, options);
      run(rule, { value: host, name: host.name }, options, look, variant);
    }
  }
  const all = sameRun(queries, clusters);
  for (const rule of selected) {
    if (rule.scope !== "run") continue;
    run(rule, { value: all, name: "all clusters" }, noOptions, (report) => rule.check(all, report));
  }

  const claims = switchesOf(request.target).hasConfigurationTest;
  const readable = request.paths.filter((path) => request.host.read(path) !== undefined);
  const severities = request.severities ?? {};
  const textAt = ({ file, start, end }: Place) => request.host.read(file)?.slice(start, end) ?? "";
  const options = { paths: readable, variants, severities, claims, textAt };
  const files = mergeFindings(withAgreedFixes(sightings, variants), options);
  return {
    files: suppress(files, suppressOptions(request, selected, variants)),
    clusters: clusters.filter((cluster) => cluster.hosts.some((host) => asked.has(host))),
    failures,
  };
}

function suppressOptions(
  request: LintRequest,
  selected: readonly Rule[],
  variants: readonly HostVariant[],
): SuppressOptions {
  const sources = variants
    .filter(({ neighbour }) => !neighbour)
    .flatMap((variant) => variant.configuration.effective.files);
  // As one host alone nobody sees what the others' lines give; across hosts the finding may stand on either side.
  const looks = selected.includes(unusedSuppression) && request.configId === undefined;
  return {
    sources: [...new Map(sources.map((source) => [source.path, source])).values()],
    known: allRules.map(({ id }) => id),
    ran: new Set(selected.filter(({ scope }) => scope === "host").map(({ id }) => id)),
    unused: looks ? (request.severities?.[unusedSuppression.id] ?? unusedSuppression.severity) : "off",
  };
}

/** A template is no configuration yet: it is not read, and only that is said of it. */
function findTemplates({ paths, neighbours = [], host }: LintRequest): ReadonlyMap<string, Finding> {
  const found = new Map<string, Finding>();
  const all = [...new Set([...paths, ...neighbours])];
  const textOf = (path: string): string => host.read(path) ?? "";
  let including: readonly string[] | undefined;
  const isIncluded = (path: string): boolean => {
    including ??= all.filter((each) => includesFiles(textOf(each)));
    return including.some((each) => each !== path);
  };
  for (const path of all) {
    const finding = templateFinding(path, textOf(path), () => isIncluded(path));
    if (finding) found.set(path, finding);
  }
  return found;
}

function selectRules(request: LintRequest): readonly Rule[] {
  const { only, severities = {} } = request;
  // A rule of another preset runs only where somebody asks for it by name.
  const asked = (rule: Rule): boolean =>
    rule.preset === undefined || severities[rule.id] !== undefined || only?.includes(rule.id) === true;
  return allRules.filter(
    (rule) =>
      severities[rule.id] !== "off" &&
      asked(rule) &&
      (only === undefined || only.length === 0 || only.includes(rule.id) || only.includes(rule.category)),
  );
}

/** A host without company, for rules that look at such hosts too. */
function alone(host: HostConfiguration): Cluster {
  const virtualRouters = host.instances.map((instance) => ({ members: [{ host, instance }] }));
  return { name: host.name, hosts: [host], virtualRouters, evidence: { kind: "shared", reasons: [] } };
}

const lastRuns = new WeakMap<Queries, readonly Cluster[]>();

/** The clusters of the last run, where they are the same: what was said of them all holds. */
function sameRun(queries: Queries, clusters: readonly Cluster[]): readonly Cluster[] {
  const last = lastRuns.get(queries);
  if (last?.length === clusters.length && last.every((cluster, index) => cluster === clusters[index])) return last;
  lastRuns.set(queries, clusters);
  return clusters;
}
