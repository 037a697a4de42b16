import type { Cluster } from "@kalint/cluster";
import { type LintRequest, targetNamed, tryFixes } from "@kalint/lint";
import {
  type Change,
  type Configuration,
  type ConfigurationFinder,
  clustersInSteps,
  configurationsBelow,
  createQueries,
  folderOf,
  fragmentOfFor,
  type KeptHost,
  levelsFor,
  optionsFor,
  type Queries,
  rootOf,
  type Steps,
  templateFor,
} from "@kalint/project";
import {
  type Diagnosis,
  type Document,
  diagnoseInSteps,
  type Fix,
  type HintKind,
  type Inclusion,
  inclusionOf,
  type LensKind,
  newestVersion,
  openDocument,
  type Place,
  type Severity,
  type Target,
  type Version,
} from "@kalint/service";
import type { Location, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { pathOf, uriOf } from "./environment.js";
import { withLevels } from "./levels.js";
import { applyChange, type Encoding, type Positions, positionsOf, toRange } from "./positions.js";
import { usualHints, usualLenses } from "./settings.js";

/** What the user has set. */
export interface Settings {
  readonly target: Target;
  readonly severities: Readonly<Record<string, Severity | "off">>;
  readonly hints: ReadonlySet<HintKind>;
  readonly lenses: ReadonlySet<LensKind>;
}

/** A text that a client has open. A value: a change makes a new one. */
export interface OpenText {
  readonly uri: string;
  readonly path: string;
  readonly version: number;
  /** The text as the client has it. */
  readonly written: Positions;
  /** The text that everything is worked out of: nothing, where it is larger than any configuration. */
  readonly positions: Positions;
  readonly document: Document;
}

/** Everything that is open, over what is on the disk. */
export interface Workspace {
  readonly host: KeptHost;
  /** What has been worked out of all files. */
  readonly queries: Queries;
  /** Changes with every text, file or setting: results that were made for another number are stale. */
  generation(): number;
  settings(): Settings;
  configure(settings: Partial<Settings>): void;
  setFolders(paths: readonly string[]): void;
  /** Allows what the `kalint.json` of each root lets includes lead to. */
  widen(): void;
  /** Looks for the configurations in the folders. Tells whether there are others than before. */
  search(configurations: ConfigurationFinder): Promise<boolean>;
  /** Where that search has stopped: files there are not served before they are opened. */
  leftOut(): readonly string[];
  configurationOf(path: string): Configuration;
  /** The files that are looked at together: the open ones and those of the folders. */
  files(): readonly string[];
  /** Files on the disk may have changed. Tells what of it matters to anything that was looked at. */
  invalidate(paths: readonly string[] | "all"): Change;
  open(uri: string, version: number, text: string): OpenText;
  change(text: OpenText, changes: readonly TextDocumentContentChangeEvent[], version: number): OpenText;
  close(uri: string): void;
  get(uri: string): OpenText | undefined;
  /** Whether an open text is larger than any configuration. */
  isTooLarge(path: string): boolean;
  all(): readonly OpenText[];
  /** The open texts and the other configurations of the folders. */
  documents(): readonly Document[];
  /** Every host of the files in its cluster; a host without company is a cluster of its own. */
  clusters(): readonly Cluster[];
  /**
   * Does work that somebody waits for and that may know less: where the clusters take too long to find, each document of
   * it counts as one alone. What was found until then is kept for the next time.
   */
  soon<T>(work: () => T): T;
  /** Finds the mistakes in all files, with a pause before each host. What has not changed is not looked at again. */
  diagnoseInSteps(): Steps<Diagnosis>;
  /** Those of the fixes after which keepalived of the files' targets complains of no more than before. */
  tryFixesInSteps(fixes: readonly Fix[], how: "together" | "each"): Steps<readonly Fix[]>;
  uriOf(path: string): string;
  positionsOf(path: string): Positions;
  locationOf(place: Place): Location;
}

/** In characters, as the disk is asked for bytes: what is larger takes minutes and gigabytes, and is no configuration. */
export const largestDocument = 2 * 1024 * 1024;

/** Milliseconds that somebody who waits for an answer waits for the clusters. */
const patience = 300;

/** Of each rule and host: no person reads so many, and each takes its time. */
const mostFindings = 1000;

/** A client may name a home directory as its folder: the search must end soon whatever lies there. */
const bounds = { depth: 12, names: 30_000 };

export function createWorkspace(
  host: KeptHost,
  encoding: () => Encoding,
  configurationOf: (path: string) => Configuration,
): Workspace {
  const texts = new Map<string, OpenText>();
  const byPath = new Map<string, OpenText>();
  const closed = new Map<string, Document>();
  const queries = createQueries({ host });
  let settings: Settings = {
    target: { version: newestVersion, lacks: [] },
    severities: {},
    hints: usualHints,
    lenses: usualLenses,
  };
  let folders: readonly string[] = [];
  let generation = 0;
  let grouped: { readonly of: number; readonly clusters: readonly Cluster[] } | undefined;
  let found: readonly string[] = [];
  let leftOut: readonly string[] = [];
  const tables = new Map<string, Positions>();
  /** Kept while the set of files stays: a change of one text seldom changes what includes what. */
  const inclusions = new Map<string, Inclusion | undefined>();

  const make = (uri: string, version: number, written: Positions): OpenText => {
    const path = pathOf(uri);
    const positions = written.text.length > largestDocument ? positionsOf("", written.encoding) : written;
    host.overlay(path, positions.text);
    const one = { uri, path, version, written, positions, document: documentOf(path, positions.text) };
    texts.set(uri, one);
    byPath.set(path, one);
    generation += 1;
    return one;
  };
  const documentOf = (path: string, text: string): Document =>
    openDocument(text, path, {
      ...buildOf(path),
      host,
      queries,
      inclusion: () => includedBy(path),
      templateSetting: () => templateFor(configurationOf(path), path),
      fragmentOf: () => fragmentOfFor(configurationOf(path), path),
      clusters: clustersSoon,
      recentClusters: () => grouped?.clusters ?? clustersSoon(),
    });
  /** The repository's own choice wins over the user's: everybody who works on it sees the same. */
  const targetOf = (path: string): Target => {
    const { target } = configurationOf(path);
    const named = target === undefined ? undefined : targetNamed(target);
    return named && "version" in named ? named : settings.target;
  };
  const buildOf = (path: string): { readonly target: Version; readonly withoutFeatures: readonly string[] } => {
    const { version, lacks } = targetOf(path);
    return { target: version, withoutFeatures: [...lacks, ...configurationOf(path).withoutFeatures] };
  };
  const includedBy = (path: string): Inclusion | undefined => {
    if (!inclusions.has(path)) inclusions.set(path, inclusionOf(path, workspace.documents()));
    return inclusions.get(path);
  };
  /** What is known of each text under other settings, or among other files, no longer holds. */
  const reopen = (): void => {
    inclusions.clear();
    closed.clear();
    tables.clear();
    grouped = undefined;
    generation += 1;
    for (const text of [...texts.values()]) make(text.uri, text.version, text.written);
  };
  const files = (): readonly string[] => [...new Set([...byPath.keys(), ...found])];

  /** Files that one configuration counts for are looked at together. */
  const requests = (): readonly (LintRequest & { readonly configuration: Configuration })[] => {
    const groups = new Map<Configuration, string[]>();
    queries.startRun();
    for (const path of files()) {
      const configuration = configurationOf(path);
      const group = groups.get(configuration);
      if (group) group.push(path);
      else groups.set(configuration, [path]);
    }
    return [...groups].map(([configuration, paths]) => {
      const { clusters, host: facts } = configuration;
      const { distribution } = targetOf(paths[0]!);
      return {
        configuration,
        paths,
        host,
        queries,
        facts,
        mostFindings,
        ...buildOf(paths[0]!),
        ...(distribution !== undefined && { distribution }),
        ...(clusters.length > 0 && { clusters }),
        options: (path) => optionsFor(configuration, path),
        template: (path) => templateFor(configuration, path),
        fragmentOf: (path) => fragmentOfFor(configuration, path),
      };
    });
  };
  let isHurried = false;
  /** `undefined`: it takes too long for somebody who waits. */
  const clustersSoon = (): readonly Cluster[] | undefined => {
    if (grouped?.of === generation) return grouped.clusters;
    const end = isHurried ? performance.now() + patience : Number.POSITIVE_INFINITY;
    const found: Cluster[] = [];
    for (const request of requests()) {
      const steps = clustersInSteps(request);
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) {
          found.push(...step.value);
          break;
        }
        if (performance.now() > end) return undefined;
      }
    }
    grouped = { of: generation, clusters: found };
    return found;
  };

  function* diagnoseAll(): Steps<Diagnosis> {
    const parts: Diagnosis[] = [];
    for (const { configuration, ...request } of requests()) {
      const part = yield* diagnoseInSteps(request);
      parts.push(withLevels(part, (path) => ({ ...settings.severities, ...levelsFor(configuration, path) })));
    }
    // Every step of it is known now.
    clustersSoon();
    return {
      files: new Map(parts.flatMap((part) => [...part.files])),
      reflections: new Map(parts.flatMap(({ reflections }) => [...reflections])),
      failures: parts.flatMap(({ failures }) => failures),
    };
  }

  const workspace: Workspace = {
    host,
    queries,
    files,
    configurationOf,
    leftOut: () => leftOut,
    generation: () => generation,
    settings: () => settings,
    configure(changes) {
      settings = { ...settings, ...changes };
      reopen();
    },
    setFolders(paths) {
      folders = paths;
      for (const path of paths) host.allow?.(rootOf(host, path));
    },
    widen() {
      for (const path of files()) {
        const { includeRoots, path: from } = configurationOf(path);
        const folder = from === undefined ? undefined : folderOf(from);
        const above = folder === undefined ? undefined : folderOf(folder);
        if (above === undefined || !host.isOutside?.(above)) continue;
        for (const root of includeRoots) host.allow?.(root);
      }
    },
    async search(configurations) {
      const unseen: string[] = [];
      const onLeftOut = (path: string) => unseen.push(path);
      const options = { ...bounds, configurations, templates: true, onLeftOut };
      const parts = await Promise.all(folders.map((folder) => configurationsBelow(host, folder, options)));
      leftOut = unseen;
      const now = [...new Set(parts.flat())];
      if (now.join("\n") === found.join("\n")) return false;
      found = now;
      reopen();
      return true;
    },
    invalidate(paths) {
      const change = host.changed(paths);
      if (change === "answers") {
        queries.forgetKnown();
        reopen();
      }
      return change;
    },
    open(uri, version, text) {
      inclusions.clear();
      // Outside of the folders it is the file's own repository that may be read.
      const folder = folderOf(pathOf(uri));
      if (folder !== undefined && host.isOutside?.(folder)) host.allow?.(rootOf(host, folder));
      return make(uri, version, positionsOf(text, encoding()));
    },
    change(text, changes, version) {
      let positions = text.written;
      for (const change of changes) positions = positionsOf(applyChange(positions, change), positions.encoding);
      return make(text.uri, version, positions);
    },
    close(uri) {
      const text = texts.get(uri);
      if (!text) return;
      texts.delete(uri);
      byPath.delete(text.path);
      host.overlay(text.path, undefined);
      host.changed([text.path]);
      reopen();
    },
    get: (uri) => texts.get(uri),
    isTooLarge: (path) => byPath.get(path)?.positions !== byPath.get(path)?.written,
    all: () => [...texts.values()],
    documents: () =>
      files().flatMap((path) => {
        const open = byPath.get(path);
        if (open) return open.document;
        const text = host.read(path);
        if (text === undefined) return [];
        const known = closed.get(path);
        if (known?.text === text) return known;
        const document = documentOf(path, text);
        closed.set(path, document);
        return document;
      }),
    clusters: () => clustersSoon() ?? [],
    soon(work) {
      const before = isHurried;
      isHurried = true;
      try {
        return work();
      } finally {
        isHurried = before;
      }
    },
    diagnoseInSteps: diagnoseAll,
    *tryFixesInSteps(fixes, how) {
      let left = fixes;
      for (const { configuration: _, ...request } of requests()) left = yield* tryFixes(left, how, request);
      return left;
    },
    uriOf: (path) => byPath.get(path)?.uri ?? uriOf(path),
    positionsOf(path) {
      const open = byPath.get(path)?.positions;
      if (open) return open;
      const text = host.read(path) ?? "";
      const known = tables.get(path);
      if (known?.text === text) return known;
      const table = positionsOf(text, encoding());
      tables.set(path, table);
      return table;
    },
    locationOf: (place) => ({
      uri: workspace.uriOf(place.file),
      range: toRange(workspace.positionsOf(place.file), place),
    }),
  };
  return workspace;
}
