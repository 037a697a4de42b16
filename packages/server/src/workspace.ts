import { type Configuration, levelsFor, optionsFor, targetNamed } from "@kalint/lint";
import {
  type Diagnosis,
  type Diagnostic,
  type Document,
  diagnose,
  type Host,
  type Inclusion,
  inclusionOf,
  newestVersion,
  openDocument,
  type Place,
  type Severity,
  type Target,
  type Version,
} from "@kalint/service";
import type { Location, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { type Environment, pathOf, uriOf } from "./environment.js";
import { applyChange, type Encoding, type Positions, positionsOf, toRange } from "./positions.js";

/** What the user has set. */
export interface Settings {
  readonly target: Target;
  readonly severities: Readonly<Record<string, Severity | "off">>;
}

/** A text that a client has open. A value: a change makes a new one. */
export interface OpenText {
  readonly uri: string;
  readonly path: string;
  readonly version: number;
  readonly positions: Positions;
  readonly document: Document;
}

/** Everything that is open, over what is on the disk. */
export interface Workspace {
  readonly host: Host;
  /** Changes with every text, file or setting: results that were made for another number are stale. */
  generation(): number;
  settings(): Settings;
  configure(settings: Partial<Settings>): void;
  setFolders(paths: readonly string[]): void;
  configurationOf(path: string): Configuration;
  /** The files that are looked at together: the open ones and those of the folders. */
  files(): readonly string[];
  /** Files on the disk changed. */
  invalidate(): void;
  open(uri: string, version: number, text: string): OpenText;
  change(text: OpenText, changes: readonly TextDocumentContentChangeEvent[], version: number): OpenText;
  close(uri: string): void;
  get(uri: string): OpenText | undefined;
  all(): readonly OpenText[];
  /** The open texts and the other configurations of the folders. */
  documents(): readonly Document[];
  /** The findings in all files, made at most once a generation. */
  diagnosis(): Diagnosis;
  diagnosticsOf(path: string): readonly Diagnostic[];
  uriOf(path: string): string;
  positionsOf(path: string): Positions;
  locationOf(place: Place): Location;
}

/** More files than this are not linted together at every change; the ones next to the open files are. */
const manyFiles = 60;

export function createWorkspace(
  environment: Environment,
  encoding: () => Encoding,
  configurationOf: (path: string) => Configuration,
): Workspace {
  const texts = new Map<string, OpenText>();
  let settings: Settings = { target: { version: newestVersion, lacks: [] }, severities: {} };
  let folders: readonly string[] = [];
  let generation = 0;
  let found: readonly string[] | undefined;
  let diagnosis: { readonly of: number; readonly value: Diagnosis } | undefined;
  let tables = new Map<string, Positions>();
  /** Kept while the set of files stays: a change of one text seldom changes what includes what. */
  const inclusions = new Map<string, Inclusion | undefined>();

  const touch = (): void => {
    generation += 1;
    tables = new Map();
  };
  const byPath = (path: string): OpenText | undefined => {
    for (const text of texts.values()) if (text.path === path) return text;
    return undefined;
  };
  const host: Host = {
    read: (path) => byPath(path)?.positions.text ?? environment.host.read(path),
    stat: (path) => environment.host.stat(path) ?? (byPath(path) && { kind: "file", executable: false }),
    list: (path) => environment.host.list(path),
  };
  const make = (uri: string, version: number, text: string): OpenText => {
    const path = pathOf(uri);
    const document = openDocument(text, path, { ...buildOf(path), host, inclusion: () => includedBy(path) });
    const one = { uri, path, version, positions: positionsOf(text, encoding()), document };
    texts.set(uri, one);
    touch();
    return one;
  };
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
  const reopen = (): void => {
    for (const text of [...texts.values()]) make(text.uri, text.version, text.positions.text);
  };
  const lintedFiles = (): readonly string[] => {
    found ??= [...new Set(folders.flatMap((folder) => environment.findFiles(folder)))];
    const open = [...texts.values()].map((text) => text.path);
    const near = new Set(open.map(neighbourhood));
    const others =
      found.length <= manyFiles ? found : found.filter((path) => near.has(neighbourhood(path))).slice(0, manyFiles);
    return [...new Set([...open, ...others])];
  };

  /** Files that one configuration counts for are compared with each other. */
  const diagnoseAll = (): Diagnosis => {
    const groups = new Map<Configuration, string[]>();
    for (const path of lintedFiles()) {
      const configuration = configurationOf(path);
      groups.set(configuration, [...(groups.get(configuration) ?? []), path]);
    }
    const parts = [...groups].map(([configuration, paths]) => {
      const { clusters, host: facts } = configuration;
      const { distribution } = targetOf(paths[0]!);
      const part = diagnose({
        paths,
        host,
        facts,
        ...buildOf(paths[0]!),
        ...(distribution !== undefined && { distribution }),
        ...(clusters.length > 0 && { clusters }),
        options: (path) => optionsFor(configuration, path),
      });
      return withLevels(part, (path) => ({ ...settings.severities, ...levelsFor(configuration, path) }));
    });
    return {
      files: new Map(parts.flatMap(({ files }) => [...files])),
      reflections: new Map(parts.flatMap(({ reflections }) => [...reflections])),
      failures: parts.flatMap(({ failures }) => failures),
    };
  };

  const workspace: Workspace = {
    host,
    files: lintedFiles,
    configurationOf,
    generation: () => generation,
    settings: () => settings,
    configure(changes) {
      settings = { ...settings, ...changes };
      reopen();
      touch();
    },
    setFolders(paths) {
      folders = paths;
      workspace.invalidate();
    },
    invalidate() {
      found = undefined;
      inclusions.clear();
      reopen();
      touch();
    },
    open(uri, version, text) {
      inclusions.clear();
      return make(uri, version, text);
    },
    change(text, changes, version) {
      let positions = text.positions;
      for (const change of changes) positions = positionsOf(applyChange(positions, change), positions.encoding);
      const made = make(text.uri, version, positions.text);
      // The other texts may include this one.
      for (const other of [...texts.values()])
        if (other.uri !== text.uri) make(other.uri, other.version, other.positions.text);
      return made;
    },
    close(uri) {
      texts.delete(uri);
      inclusions.clear();
      reopen();
      touch();
    },
    get: (uri) => texts.get(uri),
    all: () => [...texts.values()],
    documents: () =>
      lintedFiles().flatMap((path) => {
        const text = host.read(path);
        return (
          byPath(path)?.document ?? (text === undefined ? [] : openDocument(text, path, { ...buildOf(path), host }))
        );
      }),
    diagnosis() {
      if (diagnosis?.of !== generation) {
        diagnosis = { of: generation, value: diagnoseAll() };
      }
      return diagnosis.value;
    },
    diagnosticsOf: (path) => workspace.diagnosis().files.get(path) ?? [],
    uriOf: (path) => byPath(path)?.uri ?? uriOf(path),
    positionsOf(path) {
      const table = byPath(path)?.positions ?? tables.get(path) ?? positionsOf(host.read(path) ?? "", encoding());
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

/** Leaves out what is off for its file, and gives the others the severity that was asked for. */
function withLevels(
  diagnosis: Diagnosis,
  levelsOf: (path: string) => Readonly<Record<string, Severity | "off">>,
): Diagnosis {
  const levels = new Map<string, Readonly<Record<string, Severity | "off">>>();
  const apply = (diagnostic: Diagnostic): Diagnostic[] => {
    const { file } = diagnostic.place;
    const own = levels.get(file) ?? levelsOf(file);
    levels.set(file, own);
    const level = own[diagnostic.rule];
    if (level === "off") return [];
    return [level === undefined ? diagnostic : { ...diagnostic, severity: level }];
  };
  return {
    ...diagnosis,
    files: new Map([...diagnosis.files].map(([path, list]) => [path, list.flatMap(apply)])),
    reflections: new Map(
      [...diagnosis.reflections].map(([path, list]) => [
        path,
        list.flatMap((one) => apply(one.diagnostic).map((diagnostic) => ({ ...one, diagnostic }))),
      ]),
    ),
  };
}

/** Hosts of one cluster mostly lie side by side (`lb1/keepalived.conf`, `lb2/keepalived.conf`). */
function neighbourhood(path: string): string {
  return path.split("/").slice(0, -2).join("/");
}
