import { alone, type Cluster } from "@kalint/cluster";
import { createMemory, type Filling, type HostConfiguration, withDefinitionsRaised } from "@kalint/daemon";
import { createQueries, type HostVariant, hostsInSteps, type Queries, type Steps, toEnd } from "@kalint/project";
import { mayClaim } from "../categories.js";
import { expansionLimit, filesLeftOut, idsLeftOut, lateFile } from "../rules/expansion-limit.js";
import { foreignContent } from "../rules/foreign-content.js";
import { invalidArgument } from "../rules/invalid-argument.js";
import { misspeltCondition, misspeltIds } from "../rules/misspelt-condition.js";
import { unbalancedBrace } from "../rules/unbalanced-brace.js";
import { undefinedDefinition } from "../rules/undefined-definition.js";
import { undefinedReference } from "../rules/undefined-reference.js";
import { unknownKeyword } from "../rules/unknown-keyword.js";
import { unrenderedTemplate } from "../rules/unrendered-template.js";
import { unusedSuppression } from "../rules/unused-suppression.js";
import { rules as allRules } from "../rules.js";
import type { Category, ClusterRule, HostRule, LintRequest, LintResult, Rule, RuleFailure, RunRule } from "../types.js";
import { withAgreedFixes } from "./agree.js";
import type { Complaint } from "./complaints.js";
import { noteQuietBlocks, withoutQuietBlocks } from "./each-block.js";
import { type EchoRules, withEchoes } from "./echoes.js";
import { findTemplates, type TemplateFile, withoutTemplates } from "./find-templates.js";
import { declaredBlocks, withFragments } from "./fragments.js";
import { identityOf } from "./key.js";
import { mergeFindings, type Sighting } from "./merge.js";
import { newOnesOf } from "./raised.js";
import { runRules, type Said, type Subject } from "./run-rules.js";
import { withoutSecrets } from "./secrets.js";
import { type SuppressOptions, suppress } from "./suppress.js";
import { swallowedIn } from "./swallowed.js";
import { lookAtTemplate, type TemplateRun } from "./templates.js";
import { restingOnKnown, standsOn, unknownOf } from "./unknown.js";
import { restingOnRead } from "./unread.js";
import { withoutVoidClaims } from "./void-claims.js";
import { withoutWaiting } from "./waiting.js";

/**
 * Looks at every path as each host that it describes would read it, and at the clusters that these hosts form.
 * Same request, same result, in the same order.
 */
export function lint(request: LintRequest): LintResult {
  return toEnd(look(request, false));
}

/** The same, with a pause before each host and cluster: what was done until then need not be done again. */
export function lintInSteps(request: LintRequest): Steps<LintResult> {
  return look(request, true);
}

/** Where nobody waits between the steps, only the trees are made that a rule asks for: most files need none. */
function* look(given: LintRequest, makesTrees: boolean): Steps<LintResult> {
  const { queries = createQueries({ host: given.host }) } = given;
  const request = { ...given, queries };
  const selected = selectRules(request);
  const templates = findTemplates(request);
  const lookWith = (filling: Filling) => lookAtAll(request, selected, templates, filling, makesTrees);
  const low = yield* lookWith("low");
  const { clusters, asked: looked } = low;
  const ofTemplates: TemplateRun[] = [];
  for (const path of request.paths) {
    const template = templates.get(path);
    for (const reading of template?.readings ?? []) {
      ofTemplates.push(yield* lookAtTemplate(request, selected.host, path, reading, template?.inside ?? []));
    }
  }
  const isKnown = low.variants.every((variant) => variant.isHost === "no" || unknownOf(variant).length === 0);
  const ofFiles = isKnown ? low.sightings : restingOnKnown(low, yield* lookWith("high"));
  const fragments = yield* withFragments(request, selected.host, low.variants, ofFiles);
  const sightings = [...fragments.sightings, ...ofTemplates.flatMap((run) => run.sightings)];
  const variants = [...low.variants, ...ofTemplates.flatMap((run) => run.variants)];
  const failures = [...low.failures, ...fragments.failures, ...ofTemplates.flatMap((run) => run.failures)];
  const readable = request.paths.filter((path) => request.host.read(path) !== undefined);
  const severities = request.severities ?? {};
  const textOf = (path: string) => request.host.read(path);
  const asked = (rule: Rule, claimed: boolean) => isAsked(rule, claimed, request.only);
  const options = { paths: readable, variants, severities, isAsked: asked };
  // Of a file with very many findings each of these takes its time.
  const merged = mergeFindings(withAgreedFixes(sightings, variants), options);
  yield;
  const left = suppress(merged, suppressOptions(request, selected, variants, fragments.paths));
  yield;
  const swallowed = variants.flatMap(({ configuration }) => swallowedIn(configuration));
  const folded = withEchoes(left, { ...echoRules, swallowed }, textOf);
  const shown = withoutWaiting(folded, ({ id }) => severities[id] === undefined && request.only?.includes(id) !== true);
  yield;
  return {
    files: withoutSecrets(shown, textOf),
    clusters: clusters.filter((cluster) => cluster.hosts.some((host) => looked.has(host))),
    ...(templates.size === 0 && queries.late.size === 0 && { hosts: hostsAmong(low.variants) }),
    failures,
  };
}

/**
 * What keepalived of the target says of the files, whatever is switched off, suppressed or not asked for: by this is judged
 * whether a fix makes anything worse. Nothing is said of templates. `mains`: only these are asked for.
 */
export function* complaintsInSteps(given: LintRequest, mains?: ReadonlySet<string>): Steps<readonly Complaint[]> {
  const { queries = createQueries({ host: given.host }), severities: _, only: __, ...rest } = given;
  const request = { ...rest, queries };
  const { claiming: rules } = selectRules(request);
  const own = withoutTemplates(request, findTemplates(request, mains));
  const asked = mains ? { ...own, paths: own.paths.filter((path) => mains.has(path)), neighbours: [] } : own;
  const complaints = new Map<string, Complaint>();
  for (const variant of yield* hostsInSteps(asked)) {
    if (variant.neighbour || variant.isHost !== "yes") continue;
    const unknown = unknownOf(variant);
    for (const { rule, findings } of yield* runRules(rules, hostSubject(request, variant))) {
      for (const finding of findings) {
        if (finding.daemon === undefined || standsOn(unknown, finding)) continue;
        complaints.set(identityOf(rule.id, finding), { rule: rule.id, place: finding.place });
      }
    }
  }
  return [...complaints.values()];
}

const echoRules: Omit<EchoRules, "swallowed"> = {
  content: foreignContent.id,
  blank: unrenderedTemplate.id,
  argument: invalidArgument.id,
  condition: misspeltCondition.id,
  braces: unbalancedBrace.id,
  definition: undefinedDefinition.id,
  keyword: unknownKeyword.id,
  reference: undefinedReference.id,
  ofLines: new Set(allRules.flatMap(({ id, restsOn }) => (restsOn === "line" ? [id] : []))),
  stronger: new Set(allRules.flatMap(({ yieldsTo = [] }) => yieldsTo)),
  yieldsTo: new Map(allRules.flatMap(({ id, yieldsTo }) => (yieldsTo === undefined ? [] : [[id, yieldsTo]]))),
  followsFrom: new Map(
    allRules.flatMap(({ id, followsFrom }) => (followsFrom === undefined ? [] : [[id, followsFrom]])),
  ),
};

/** What the rules see where unknown words have one of two values. */
interface Run {
  readonly variants: readonly HostVariant[];
  readonly clusters: readonly Cluster[];
  /** Not the neighbours. */
  readonly asked: ReadonlyMap<HostConfiguration, HostVariant>;
  readonly sightings: readonly Sighting[];
  readonly failures: readonly RuleFailure[];
}

/** So many characters take a rule that asks for their tree no longer than a pause may be away. */
const quicklyParsed = 256 * 1024;

function* lookAtAll(
  request: LintRequest & { readonly queries: Queries },
  selected: Selection,
  templates: ReadonlyMap<string, TemplateFile>,
  filling: Filling,
  makesTrees: boolean,
): Steps<Run> {
  const { queries } = request;
  const read = yield* hostsInSteps({ ...withoutTemplates(request, templates), filling });
  for (const { path, configuration, neighbour } of read) {
    if (neighbour || !makesTrees) continue;
    for (const file of configuration.effective.files)
      if (file.text.length > quicklyParsed) yield* queries.within(path, queries.treeInSteps(file));
  }
  const variants = read.filter(({ path }) => !queries.late.has(path));
  const run = yield* runOver(request, selected, variants);
  const behind = yield* foundBehind(request, selected, variants, run.sightings);
  const ofTemplates = selected.all.includes(unrenderedTemplate)
    ? request.paths.flatMap((path) => templates.get(path)?.finding ?? [])
    : [];
  const sightings = ofTemplates.map((finding): Sighting => ({ rule: unrenderedTemplate, finding }));
  const leftOut = new Map(variants.flatMap(({ path, leftOut: id }) => (id === undefined ? [] : [[path, id]])));
  if (selected.all.includes(expansionLimit)) {
    for (const [path, id] of leftOut)
      sightings.push({ rule: expansionLimit, finding: idsLeftOut(path, request.host.read(path) ?? "", id) });
    const [unread] = request.queries.leftOut;
    const finding = unread && filesLeftOut(unread, request.queries.leftOut.size);
    if (finding) sightings.push({ rule: expansionLimit, finding });
    for (const path of request.paths) {
      if (queries.late.has(path)) sightings.push({ rule: expansionLimit, finding: lateFile(path) });
    }
  }
  return { ...run, variants, sightings: [...sightings, ...run.sightings, ...behind] };
}

/** What is wrong with hosts behind definitions that are below their use. */
function* foundBehind(
  request: LintRequest & { readonly queries: Queries },
  selected: Selection,
  variants: readonly HostVariant[],
  today: readonly Sighting[],
): Steps<readonly Sighting[]> {
  const originals = new Map<HostVariant, HostVariant>();
  const raised = variants.map((variant) => {
    const isWhole = variant.isHost === "yes" && !variant.configuration.effective.isCut;
    const configuration = isWhole ? withDefinitionsRaised(variant.configuration) : undefined;
    if (configuration === undefined) return variant;
    const other = { ...variant, configuration };
    originals.set(other, variant);
    return other;
  });
  if (originals.size === 0) return [];
  const { sightings } = yield* runOver(request, selected, raised);
  return newOnesOf(sightings, today, originals);
}

/** Runs the rules over hosts, their clusters, and all of them. */
function* runOver(
  request: LintRequest & { readonly queries: Queries },
  selected: Selection,
  variants: readonly HostVariant[],
): Steps<Omit<Run, "variants">> {
  const { queries } = request;
  const failures: RuleFailure[] = [];
  const sightings: Sighting[] = [];
  const collect = (all: readonly Said[], variant?: HostVariant) => {
    for (const { rule, findings, failure } of worthSaying(all)) {
      for (const finding of findings) sightings.push({ rule, finding, ...(variant && { variant }) });
      if (failure) failures.push(failure);
    }
  };

  for (const [done, variant] of variants.entries()) {
    if (variant.neighbour) continue;
    yield;
    request.progress?.({ phase: "checking", done, total: variants.length, path: variant.path });
    const rules = runRules(selected.host, hostSubject(request, variant), request.onRun);
    const said = yield* queries.within(variant.path, rules);
    if (said === undefined) continue;
    noteQuietBlocks(variant.configuration, said);
    collect(said, variant);
  }
  const looksAtIds = selected.all.includes(misspeltCondition);
  const isHost = ({ isHost, configId, configuration }: HostVariant): boolean =>
    isHost === "yes" && !(looksAtIds && configId !== undefined && misspeltIds(configuration).has(configId));
  const clusters = queries.clusters(
    variants.filter(isHost).map((variant) => variant.configuration),
    request.clusters,
  );
  const asked = new Map(
    variants.filter((variant) => !variant.neighbour).map((variant) => [variant.configuration, variant]),
  );
  for (const cluster of clusters) {
    yield;
    const first = cluster.hosts.find((host) => asked.has(host));
    if (first === undefined) continue;
    const options = request.options?.(first.effective.path);
    const subject = clusterSubject(request, cluster, cluster.name, options);
    collect(yield* runRules(selected.cluster, subject, request.onRun));
  }
  const accompanied = new Set(clusters.flatMap(({ hosts }) => hosts));
  for (const [host, variant] of asked) {
    if (variant.isHost !== "yes" || accompanied.has(host)) continue;
    const subject = clusterSubject(request, alone(host), host.name, request.options?.(variant.path));
    collect(yield* runRules(selected.alone, subject, request.onRun), variant);
  }
  const lone = [...asked.keys()].filter((host) => asked.get(host)!.isHost === "yes" && !accompanied.has(host));
  const all = sameRun([...clusters, ...lone.map(alone)]);
  const run: Subject<RunRule> = {
    value: all,
    name: "all clusters",
    options: undefined,
    look: (rule, report) => {
      const isRead = restingOnRead(all.flatMap((cluster) => cluster.hosts));
      rule.check(all, isRead(rule, report));
    },
  };
  collect(yield* runRules(selected.run, run, request.onRun));

  return { clusters, asked, sightings, failures };
}

const loud = createMemory<readonly Said[], readonly Said[]>();

/** Most rules find nothing in most hosts, and what was said of hosts that an edit does not touch is the same. */
function worthSaying(said: readonly Said[]): readonly Said[] {
  const known = loud.get(said) ?? said.filter(({ findings, failure }) => findings.length > 0 || failure !== undefined);
  loud.set(said, known);
  return known;
}

function hostsAmong(variants: readonly HostVariant[]): readonly HostConfiguration[] {
  return variants.filter(({ isHost }) => isHost === "yes").map(({ configuration }) => configuration);
}

function hostSubject(request: LintRequest, { path, configuration: host }: HostVariant): Subject<HostRule> {
  const isRead = restingOnRead([host]);
  return {
    value: host,
    name: host.name,
    options: request.options?.(path),
    mostFindings: request.mostFindings,
    rulesAtOnce: isLong(host) ? 1 : 16,
    look: (rule, report, options) =>
      rule.check(
        rule.eachBlock ? withoutQuietBlocks(host, rule) : host,
        isRead(rule, withoutVoidClaims(host, rule, report)),
        options,
      ),
  };
}

const manyLines = 2000;

/** Of so long a host a single rule may take as long as others should have to wait. */
function isLong({ effective: { lines, files } }: HostConfiguration): boolean {
  return lines > manyLines || files.some(({ text }) => text.length > quicklyParsed);
}

function clusterSubject(
  { mostFindings }: LintRequest,
  cluster: Cluster,
  name: string,
  options: Subject<ClusterRule>["options"],
): Subject<ClusterRule> {
  const isRead = restingOnRead(cluster.hosts);
  return {
    value: cluster,
    name,
    options,
    mostFindings,
    rulesAtOnce: cluster.hosts.some(isLong) ? 1 : 4,
    look: (rule, report, own) => rule.check(cluster, isRead(rule, report), own),
  };
}

function suppressOptions(
  request: LintRequest & { readonly queries: Queries },
  selected: Selection,
  variants: readonly HostVariant[],
  fragments: ReadonlySet<string>,
): SuppressOptions {
  const sources = variants
    .filter(({ neighbour }) => !neighbour)
    .flatMap((variant) => variant.configuration.effective.files);
  // As one host alone nobody sees what the others' lines give; across hosts the finding may stand on either side.
  const looks = selected.all.includes(unusedSuppression) && request.configId === undefined;
  return {
    sources: [...new Map(sources.map((source) => [source.path, source])).values()],
    known: everyId,
    ran: selected.ran,
    isPart: (path) => fragments.has(path) || declaredBlocks(request, path).length > 0,
    unused: looks ? (request.severities?.[unusedSuppression.id] ?? unusedSuppression.severity) : "off",
  };
}

/** The rules of a run, by what they look at. */
interface Selection {
  readonly all: readonly Rule[];
  readonly host: readonly HostRule[];
  /** Of these the ones that may say what keepalived itself says. */
  readonly claiming: readonly HostRule[];
  readonly cluster: readonly ClusterRule[];
  /** Of the cluster rules those that look at hosts without company too. */
  readonly alone: readonly ClusterRule[];
  readonly run: readonly RunRule[];
  /** Those of `all` that look at hosts, by id. */
  readonly ran: ReadonlySet<string>;
}

const everyId = allRules.map(({ id }) => id);

let lastSelection: { readonly of: string; readonly selection: Selection } | undefined;

/** The same request selects the same value. */
function selectRules(request: LintRequest): Selection {
  const { only, severities = {} } = request;
  const of = JSON.stringify([only, severities]);
  if (lastSelection?.of === of) return lastSelection.selection;
  // A rule of another preset runs only where somebody asks for it by name.
  const asked = (rule: Rule): boolean =>
    rule.preset === undefined || severities[rule.id] !== undefined || only?.includes(rule.id) === true;
  const enabled = allRules.filter((rule) => severities[rule.id] !== "off" && asked(rule));
  const all = enabled.filter((rule) => isNamed(rule, only));
  const claims = only?.includes(ofDaemon) ?? false;
  const host = enabled
    .filter((rule) => rule.scope === "host")
    .filter((rule) => isNamed(rule, only) || (claims && mayClaim(rule)));
  const selection: Selection = {
    all,
    host,
    claiming: host.filter(mayClaim),
    cluster: all.filter((rule) => rule.scope === "cluster"),
    alone: all.filter((rule) => rule.scope === "cluster").filter((rule) => rule.alone === true),
    run: all.filter((rule) => rule.scope === "run"),
    ran: new Set(all.filter(({ scope }) => scope === "host").map(({ id }) => id)),
  };
  lastSelection = { of, selection };
  return selection;
}

/** The category that stands for what keepalived itself reports, whichever rule says it. */
const ofDaemon: Category = "daemon";

function isNamed(rule: Rule, only: LintRequest["only"]): boolean {
  return only === undefined || only.length === 0 || only.includes(rule.id) || only.includes(rule.category);
}

/** Whether what a rule found is asked for. */
function isAsked(rule: Rule, claimed: boolean, only: LintRequest["only"]): boolean {
  if (only?.includes(ofDaemon) !== true || only.includes(rule.id)) return isNamed(rule, only);
  return claimed || (rule.category !== ofDaemon && isNamed(rule, only));
}

const lastRuns = createMemory<Cluster, readonly Cluster[]>();
const noClusters: readonly Cluster[] = [];

/** The clusters of an earlier run, where they are the same: what was said of them all holds. */
function sameRun(clusters: readonly Cluster[]): readonly Cluster[] {
  const [first] = clusters;
  if (first === undefined) return noClusters;
  const last = lastRuns.get(first);
  if (last?.length === clusters.length && last.every((cluster, index) => cluster === clusters[index])) return last;
  lastRuns.set(first, clusters);
  return clusters;
}
