import type { Cluster } from "@kalint/cluster";
import { isUsedUp } from "@kalint/daemon";
import { buildOfTarget, type LintRequest, type Progress, targetNamed } from "@kalint/lint";
import {
  type Build,
  type Configuration,
  type ConfigurationFinder,
  clustersAmong,
  clustersInSteps,
  configurationsBelow,
  createQueries,
  folderOf,
  fragmentOfFor,
  type HostsRequest,
  hasOwnTargets,
  type KeptHost,
  levelsFor,
  optionsFor,
  type Queries,
  type Steps,
  targetFor,
  templateFor,
} from "@kalint/project";
import {
  type Diagnosis,
  type Document,
  diagnoseInSteps,
  type Inclusion,
  inclusionOf,
  newestVersion,
  openDocument,
} from "@kalint/service";
import { pathOf } from "./environment.js";
import { withLevels } from "./levels.js";
import { type Encoding, type Positions, positionsOf } from "./positions.js";
import { usualHints, usualLenses } from "./settings.js";
import type { OpenText, Settings } from "./workspace.js";

/** In characters, as the disk is asked for bytes: what is larger takes minutes and gigabytes, and is no configuration. */
export const largestDocument = 2 * 1024 * 1024;
/** Lines may be as short as one brace, and each is read, bound and judged in its time. */
export const mostLines = 200_000;

/** Milliseconds that somebody who waits for an answer waits for the clusters. */
const shortPatience = 300;

/** For each part of the work on a file. An ordinary file takes a hundredth of it, the largest a tenth. */
const patience = { milliseconds: 30_000, now: () => performance.now() };

/** Of each rule and host: no person reads so many, and each takes its time. */
const mostFindings = 1000;

/** A client may name a home directory as its folder: the search must end soon whatever lies there. */
const bounds = { depth: 12, names: 30_000 };

/** What a workspace holds at a time. */
interface WorkspaceState {
  readonly host: KeptHost;
  readonly encoding: () => Encoding;
  readonly configurationOf: (path: string) => Configuration;
  readonly queries: Queries;
  /** By URI, and by path. */
  readonly texts: Map<string, OpenText>;
  readonly byPath: Map<string, OpenText>;
  /** Documents of files that nobody has open. */
  readonly closed: Map<string, Document>;
  readonly tables: Map<string, Positions>;
  /** Kept while the set of files stays: a change of one text seldom changes what includes what. */
  readonly inclusions: Map<string, Inclusion | undefined>;
  settings: Settings;
  folders: readonly string[];
  generation: number;
  grouped: { readonly of: number; readonly clusters: readonly Cluster[] } | undefined;
  found: readonly string[];
  leftOut: readonly string[];
  /** Somebody waits. */
  isHurried: boolean;
}

export function newState(
  host: KeptHost,
  encoding: () => Encoding,
  configurationOf: (path: string) => Configuration,
): WorkspaceState {
  return {
    host,
    encoding,
    configurationOf,
    queries: createQueries({ host, patience }),
    texts: new Map(),
    byPath: new Map(),
    closed: new Map(),
    tables: new Map(),
    inclusions: new Map(),
    settings: {
      target: { version: newestVersion, lacks: [] },
      severities: {},
      hints: usualHints,
      lenses: usualLenses,
    },
    folders: [],
    generation: 0,
    grouped: undefined,
    found: [],
    leftOut: [],
    isHurried: false,
  };
}

/** Keeps what a client has of a text. */
export function keepText(state: WorkspaceState, uri: string, version: number, written: Positions): OpenText {
  const path = pathOf(uri);
  const positions = isTooLong(written) ? positionsOf("", written.encoding) : written;
  state.host.overlay(path, positions.text);
  const one = { uri, path, version, written, positions, document: documentOf(state, path, positions.text) };
  state.texts.set(uri, one);
  state.byPath.set(path, one);
  state.generation += 1;
  return one;
}

export function close(state: WorkspaceState, uri: string): void {
  const { texts, byPath, host } = state;
  const text = texts.get(uri);
  if (!text) return;
  texts.delete(uri);
  byPath.delete(text.path);
  host.overlay(text.path, undefined);
  host.changed([text.path]);
  reopen(state);
}

/** What is known of each text under other settings, or among other files, no longer holds. */
export function reopen(state: WorkspaceState): void {
  for (const known of [state.inclusions, state.closed, state.tables]) known.clear();
  state.grouped = undefined;
  state.generation += 1;
  for (const text of [...state.texts.values()]) keepText(state, text.uri, text.version, text.written);
}

/** Files that are open, and those that were found in the folders. */
export function filesOf({ byPath, found }: WorkspaceState): readonly string[] {
  return [...new Set([...byPath.keys(), ...found])];
}

export function documentsOf(state: WorkspaceState): readonly Document[] {
  return filesOf(state).flatMap((path) => documentAt(state, path) ?? []);
}

export function documentAt(state: WorkspaceState, path: string): Document | undefined {
  return state.byPath.get(path)?.document ?? closedOf(state, path);
}

/** A file that nobody has open. */
function closedOf(state: WorkspaceState, path: string): Document | undefined {
  const text = state.host.read(path);
  if (text === undefined) return undefined;
  const known = state.closed.get(path);
  if (known?.text === text) return known;
  const document = documentOf(state, path, text);
  state.closed.set(path, document);
  return document;
}

/** The other files that the hosts of the clusters read: what they include. */
export function includedOf(state: WorkspaceState): readonly Document[] {
  const known = new Set(filesOf(state));
  const files = (clustersSoon(state) ?? []).flatMap(({ hosts }) => hosts.flatMap(({ effective }) => effective.files));
  const paths = new Set(files.map(({ path }) => path).filter((path) => !known.has(path)));
  return [...paths].flatMap((path) => closedOf(state, path) ?? []);
}

function documentOf(state: WorkspaceState, path: string, text: string): Document {
  const { host, queries, inclusions, configurationOf } = state;
  return openDocument(text, path, {
    ...buildsOf(state, path),
    host,
    queries,
    inclusion() {
      if (!inclusions.has(path)) inclusions.set(path, inclusionOf(path, documentsOf(state)));
      return inclusions.get(path);
    },
    templateSetting: () => templateFor(configurationOf(path), path),
    fragmentOf: () => fragmentOfFor(configurationOf(path), path),
    clusters: () => clustersSoon(state),
    recentClusters: () => recentClusters(state) ?? clustersSoon(state),
    knownClusters: () => (state.grouped?.of === state.generation ? state.grouped.clusters : []),
  });
}

/** The lines of a file, open or not. */
export function tableOf({ byPath, host, tables, encoding }: WorkspaceState, path: string): Positions {
  const open = byPath.get(path)?.positions;
  if (open) return open;
  const text = host.read(path) ?? "";
  const known = tables.get(path);
  if (known?.text === text) return known;
  const table = positionsOf(text, encoding());
  tables.set(path, table);
  return table;
}

/** Allows what the `kalint.json` of each root lets includes lead to. */
export function widen(state: WorkspaceState): void {
  const { host, configurationOf } = state;
  for (const path of filesOf(state)) {
    const { includeRoots, path: from } = configurationOf(path);
    const folder = from === undefined ? undefined : folderOf(from);
    const above = folder === undefined ? undefined : folderOf(folder);
    if (above === undefined || !host.isOutside?.(above)) continue;
    for (const root of includeRoots) host.allow?.(root);
  }
}

/** Looks for the configurations in the folders. Tells whether there are others than before. */
export async function search(state: WorkspaceState, configurations: ConfigurationFinder): Promise<boolean> {
  const unseen: string[] = [];
  const onLeftOut = (path: string) => unseen.push(path);
  const options = { ...bounds, configurations, templates: true, onLeftOut };
  const parts = await Promise.all(state.folders.map((folder) => configurationsBelow(state.host, folder, options)));
  state.leftOut = unseen;
  const now = [...new Set(parts.flat())];
  if (now.join("\n") === state.found.join("\n")) return false;
  state.found = now;
  reopen(state);
  return true;
}

/** What reads a file and, where the repository tells hosts apart, what reads those beside it. */
function buildsOf(state: WorkspaceState, path: string): Build & Pick<HostsRequest, "buildOf"> {
  const build = buildOf(state, path);
  if (!hasOwnTargets(state.configurationOf(path))) return build;
  return { ...build, buildOf: (other, configId) => buildOf(state, other, configId) };
}

/** The repository's own choice wins over the user's: everybody who works on it sees the same. */
function buildOf({ configurationOf, settings }: WorkspaceState, path: string, configId?: string): Build {
  const configuration = configurationOf(path);
  const target = targetFor(configuration, path, configId);
  const named = target === undefined ? undefined : targetNamed(target);
  return buildOfTarget(named && "version" in named ? named : settings.target, configuration.withoutFeatures);
}

/** Files that one configuration counts for are looked at together. */
export function requestsOf(
  state: WorkspaceState,
): readonly (LintRequest & { readonly configuration: Configuration })[] {
  const { host, queries, configurationOf } = state;
  const groups = new Map<Configuration, string[]>();
  queries.startRun();
  for (const path of filesOf(state)) {
    const configuration = configurationOf(path);
    const group = groups.get(configuration);
    if (group) group.push(path);
    else groups.set(configuration, [path]);
  }
  return [...groups].map(([configuration, paths]) => {
    const { clusters, host: facts } = configuration;
    return {
      configuration,
      paths,
      host,
      queries,
      facts,
      mostFindings,
      ...buildsOf(state, paths[0]!),
      ...(clusters.length > 0 && { clusters }),
      options: (path) => optionsFor(configuration, path),
      template: (path) => templateFor(configuration, path),
      fragmentOf: (path) => fragmentOfFor(configuration, path),
    };
  });
}

/** `undefined`: it takes too long for somebody who waits. */
export function clustersSoon(state: WorkspaceState): readonly Cluster[] | undefined {
  const { grouped, generation, isHurried } = state;
  if (grouped?.of === generation) return grouped.clusters;
  const end = isHurried ? performance.now() + shortPatience : Number.POSITIVE_INFINITY;
  const found: Cluster[] = [];
  for (const request of requestsOf(state)) {
    const steps = clustersInSteps(request);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        found.push(...step.value);
        break;
      }
      if (performance.now() > end) return undefined;
    }
  }
  state.grouped = { of: generation, clusters: found };
  return found;
}

/** As they were found last, where no later reading has taken over what these were made of. */
function recentClusters({ grouped }: WorkspaceState): readonly Cluster[] | undefined {
  const isGone = grouped?.clusters.some(({ hosts }) => hosts.some(({ effective }) => isUsedUp(effective)));
  return isGone ? undefined : grouped?.clusters;
}

export function* diagnoseAll(state: WorkspaceState, progress: (progress: Progress) => void): Steps<Diagnosis> {
  const of = state.generation;
  const parts: Diagnosis[] = [];
  const clusters: Cluster[] = [];
  for (const { configuration, ...request } of requestsOf(state)) {
    const part = yield* diagnoseInSteps({ ...request, progress });
    if (part.hosts) clusters.push(...clustersAmong(part.hosts, state.queries, request.clusters));
    parts.push(withLevels(part, (path) => ({ ...state.settings.severities, ...levelsFor(configuration, path) })));
  }
  if (parts.every(({ hosts }) => hosts !== undefined)) state.grouped = { of, clusters };
  // Every step of it is known now.
  else clustersSoon(state);
  return {
    files: new Map(parts.flatMap((part) => [...part.files])),
    reflections: new Map(parts.flatMap(({ reflections }) => [...reflections])),
    failures: parts.flatMap(({ failures }) => failures),
  };
}

function isTooLong({ text, starts }: Positions): boolean {
  return text.length > largestDocument || starts.length > mostLines;
}
