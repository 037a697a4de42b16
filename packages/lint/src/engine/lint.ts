import { findClusters } from "@kalint/cluster";
import type { Place } from "@kalint/daemon";
import { switchesOf } from "@kalint/schema";
import { optionValues, type RuleOptions } from "../options.js";
import { templateFinding, unrenderedTemplate } from "../rules/unrendered-template.js";
import { unusedSuppression } from "../rules/unused-suppression.js";
import { rules as allRules } from "../rules.js";
import { includesFiles } from "../template.js";
import type { Finding, LintRequest, LintResult, Rule, RuleFailure } from "../types.js";
import { withoutVoidClaims } from "../vrrp/claims.js";
import { withAgreedFixes } from "./agree.js";
import { evaluateHosts, type HostVariant } from "./hosts.js";
import { mergeFindings, type Sighting } from "./merge.js";
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
  const variants = evaluateHosts({
    ...request,
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
    subject: string,
    look: (report: (finding: Finding) => void) => void,
    variant?: HostVariant,
  ) => {
    try {
      look((finding) => sightings.push({ rule, finding, ...(variant && { variant }) }));
    } catch (error) {
      failures.push(describeFailure(rule, subject, error));
    }
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
    for (const rule of selected) {
      if (rule.scope === "host")
        run(
          rule,
          variant.configuration.name,
          (report) =>
            rule.check(
              variant.configuration,
              withoutVoidClaims(variant.configuration, report),
              optionsOf(rule, variant),
            ),
          variant,
        );
    }
  }
  const clusters = findClusters(
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
      if (rule.scope === "cluster")
        run(rule, cluster.name, (report) => rule.check(cluster, report, optionsOf(rule, asked.get(first))));
    }
  }

  for (const rule of selected) {
    if (rule.scope === "run") run(rule, "all clusters", (report) => rule.check(clusters, report));
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

function describeFailure(rule: Rule, subject: string, error: unknown): RuleFailure {
  if (!(error instanceof Error)) return { rule: rule.id, subject, message: String(error) };
  return { rule: rule.id, subject, message: error.message, ...(error.stack !== undefined && { stack: error.stack }) };
}
