import type { Cluster } from "@kalint/cluster";
import { type Progress, tryFixes } from "@kalint/lint";
import {
  type Change,
  type Configuration,
  type ConfigurationFinder,
  folderOf,
  type KeptHost,
  type Queries,
  rootOf,
  type Steps,
} from "@kalint/project";
import type { Diagnosis, Document, Fix, HintKind, LensKind, Place, Severity, Target } from "@kalint/service";
import type { Location, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { pathOf, uriOf } from "./environment.js";
import { applyChange, type Encoding, type Positions, positionsOf, toRange } from "./positions.js";
import {
  close,
  clustersSoon,
  diagnoseAll,
  documentAt,
  documentsOf,
  filesOf,
  includedOf,
  keepText,
  newState,
  reopen,
  requestsOf,
  search,
  tableOf,
  widen,
} from "./workspace-state.js";

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
  /** Of a file, open or not. */
  documentOf(path: string): Document | undefined;
  /** The other files that their hosts read. */
  included(): readonly Document[];
  /** Every host of the files in its cluster; a host without company is a cluster of its own. */
  clusters(): readonly Cluster[];
  /**
   * Does work that somebody waits for and that may know less: where the clusters take too long to find, each document of
   * it counts as one alone. What was found until then is kept for the next time.
   */
  soon<T>(work: () => T): T;
  /** Finds the mistakes in all files, with a pause before each host. What has not changed is not looked at again. */
  diagnoseInSteps(progress: (progress: Progress) => void): Steps<Diagnosis>;
  /** Those of the fixes after which keepalived of the files' targets complains of no more than before. */
  tryFixesInSteps(fixes: readonly Fix[], how: "together" | "each"): Steps<readonly Fix[]>;
  uriOf(path: string): string;
  positionsOf(path: string): Positions;
  locationOf(place: Place): Location;
}

export function createWorkspace(
  host: KeptHost,
  encoding: () => Encoding,
  configurationOf: (path: string) => Configuration,
): Workspace {
  const state = newState(host, encoding, configurationOf);
  const { queries, texts, byPath } = state;
  const workspace: Workspace = {
    host,
    queries,
    configurationOf,
    files: () => filesOf(state),
    leftOut: () => state.leftOut,
    generation: () => state.generation,
    settings: () => state.settings,
    configure(changes) {
      state.settings = { ...state.settings, ...changes };
      reopen(state);
    },
    setFolders(paths) {
      state.folders = paths;
      for (const path of paths) host.allow?.(rootOf(host, path));
    },
    widen: () => widen(state),
    search: (configurations) => search(state, configurations),
    invalidate(paths) {
      const change = host.changed(paths);
      if (change === "answers") {
        queries.forgetKnown();
        reopen(state);
      }
      return change;
    },
    open(uri, version, text) {
      state.inclusions.clear();
      // Outside of the folders it is the file's own repository that may be read.
      const folder = folderOf(pathOf(uri));
      if (folder !== undefined && host.isOutside?.(folder)) host.allow?.(rootOf(host, folder));
      return keepText(state, uri, version, positionsOf(text, encoding()));
    },
    change(text, changes, version) {
      let positions = text.written;
      for (const change of changes) positions = positionsOf(applyChange(positions, change), positions.encoding);
      return keepText(state, text.uri, version, positions);
    },
    close: (uri) => close(state, uri),
    get: (uri) => texts.get(uri),
    isTooLarge: (path) => byPath.get(path)?.positions !== byPath.get(path)?.written,
    all: () => [...texts.values()],
    documents: () => documentsOf(state),
    documentOf: (path) => documentAt(state, path),
    included: () => includedOf(state),
    clusters: () => clustersSoon(state) ?? [],
    soon(work) {
      const before = state.isHurried;
      state.isHurried = true;
      try {
        return work();
      } finally {
        state.isHurried = before;
      }
    },
    diagnoseInSteps: (progress) => diagnoseAll(state, progress),
    *tryFixesInSteps(fixes, how) {
      let left = fixes;
      for (const { configuration: _, ...request } of requestsOf(state)) left = yield* tryFixes(left, how, request);
      return left;
    },
    uriOf: (path) => byPath.get(path)?.uri ?? uriOf(path),
    positionsOf: (path) => tableOf(state, path),
    locationOf: (place) => ({
      uri: workspace.uriOf(place.file),
      range: toRange(workspace.positionsOf(place.file), place),
    }),
  };
  return workspace;
}
