import type { Cluster } from "@kalint/cluster";
import {
  type Complaint,
  complaintsInSteps,
  type Diagnostic,
  type LintRequest,
  lint,
  type RuleFailure,
  rules,
} from "@kalint/lint";
import {
  alwaysOff,
  askedOf,
  type Build,
  fragmentOfFor,
  type Level,
  levelsFor,
  optionsFor,
  templateFor,
  toEnd,
} from "@kalint/project";
import type { Version } from "@kalint/schema";
import { absolute } from "../configuration.js";
import type { NodeHost } from "../files/host.js";
import { type Group, itself } from "./groups.js";
import type { CheckOptions } from "./options.js";

export interface LintedPath {
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Every config-id that the file names. */
  readonly configIds: readonly string[];
}

export interface LintRun {
  /** By path. */
  readonly files: readonly LintedPath[];
  readonly failures: readonly RuleFailure[];
  readonly clusters: readonly Cluster[];
}

export type LintOptions = Pick<CheckOptions, "configId" | "levels" | "only" | "template"> &
  Partial<Pick<CheckOptions, "embedded">> &
  Pick<LintRequest, "progress">;

/** Lints each group under its configuration, and puts the results together. */
export function lintGroups(groups: readonly Group[], host: NodeHost, directory: string, options: LintOptions): LintRun {
  const runs = groups.map((group) => lintGroup(group, host, directory, options));
  const files = new Map<string, LintedPath>();
  for (const file of runs.flatMap((run) => run.files)) {
    const known = files.get(file.path);
    // A file that mains of two configurations include is shown once.
    if (known === undefined || known.diagnostics.length < file.diagnostics.length) files.set(file.path, file);
  }
  return {
    files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    failures: runs.flatMap((run) => run.failures),
    clusters: runs.flatMap((run) => run.clusters),
  };
}

/** Tells what keepalived of each group's target says of its files. */
export function complaintsOf(groups: readonly Group[], host: NodeHost, directory: string, options: LintOptions) {
  const { progress: _, ...silent } = options;
  const look = (group: Group, mains?: ReadonlySet<string>) =>
    toEnd(complaintsInSteps(requestOf(group, host, directory, silent), mains));
  return {
    complaints: (): readonly Complaint[] => groups.flatMap((group) => look(group)),
    complaintsAbout(files: ReadonlySet<string>): () => readonly Complaint[] {
      const about = groups.map((group) => ({ group, mains: group.queries.readTogether(files) }));
      return () => about.flatMap(({ group, mains }) => look(group, mains));
    },
  };
}

/** What reads the files of a group. */
export function buildsOf({ build, buildOf }: Group): Build & Pick<LintRequest, "buildOf"> {
  return { ...build, ...(buildOf && { buildOf }) };
}

/** What the rules are asked of a group. */
export function requestOf(group: Group, host: NodeHost, directory: string, options: LintOptions): LintRequest {
  const { configuration, neighbours, mains, settledBy = itself } = group;
  // What is said of the template is not said of its renderings.
  const isRendered = (path: string) => settledBy(path) !== path;
  return {
    paths: [...group.paths, ...mains.paths],
    neighbours,
    host,
    queries: group.queries,
    ...buildsOf(group),
    facts: group.facts,
    clusters: group.clusters,
    ...(options.configId === undefined ? {} : { configId: options.configId }),
    severities: severitiesOf(configuration, options.levels),
    options: (path) => optionsFor(configuration, absolute(directory, settledBy(path))),
    template: (path) =>
      isRendered(path) ? undefined : (options.template ?? templateFor(configuration, absolute(directory, path))),
    fragmentOf: (path) => fragmentOfFor(configuration, absolute(directory, settledBy(path))),
    embedded: options.embedded ?? false,
    only: options.only,
    ...(options.progress && { progress: options.progress }),
  };
}

/** The levels that are set, of which those by file come later: here they say which rules run and that one is set at all. */
function severitiesOf(configuration: Group["configuration"], levels: LintOptions["levels"]): Record<string, Level> {
  const set = Object.entries({ ...configuration.levels, ...levels }).filter(([, level]) => level !== "off");
  const off = alwaysOff(configuration, levels).map((id) => [id, "off"] as const);
  return Object.fromEntries([...set, ...off]);
}

function lintGroup(group: Group, host: NodeHost, directory: string, options: LintOptions): LintRun {
  const { configuration, neighbours, mains, settledBy = itself } = group;
  const result = lint(requestOf(group, host, directory, options));
  const strangers = new Set(neighbours);
  const files = result.files.flatMap(({ path, diagnostics }): LintedPath[] => {
    if (mains.hidden.has(path)) return [];
    const levels = levelsFor(configuration, absolute(directory, settledBy(path)), options.levels);
    const kept = diagnostics.flatMap((each): Diagnostic[] => {
      const level = levels[each.rule];
      if (level === "off" || (strangers.has(path) && !concerns(each, strangers))) return [];
      return [level === undefined ? each : { ...each, severity: level }];
    });
    if (strangers.has(path) && kept.length === 0) return [];
    return [{ path, diagnostics: kept, configIds: configIdsOf(group, path) }];
  });
  return { files, failures: result.failures, clusters: result.clusters };
}

/** Every config-id that a file of a group names. */
export function configIdsOf(group: Group, path: string): readonly string[] {
  return group.queries.configIds(askedOf(buildsOf(group), path));
}

/** A finding across hosts may stand in the neighbour although its cause was just written into a file of this run. */
function concerns(diagnostic: Diagnostic, strangers: ReadonlySet<string>): boolean {
  if (rules.find((rule) => rule.id === diagnostic.rule)?.scope === "host") return false;
  return (diagnostic.related ?? []).some(({ place }) => !strangers.has(place.file));
}

/** The target of a report: of all groups it is the first one's, as the shape has room for one. */
export function targetOf(groups: readonly Group[], otherwise: Version): Version {
  return groups[0]?.build.target ?? otherwise;
}
