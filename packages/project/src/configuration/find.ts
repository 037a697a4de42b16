import { resolvePath } from "@kalint/daemon";
import { say } from "@kalint/schema";
import type { ProjectHost } from "../host.js";
import { folderOf } from "../paths.js";
import { isMainFile } from "../reading/fragments.js";
import { ConfigurationError, type ConfigurationProblem } from "./error.js";
import {
  type Configuration,
  type ConfigurationFile,
  type Level,
  noConfiguration,
  type RuleOptions,
  type RuleSettings,
} from "./types.js";

/** The names that are looked for in each folder; the first that is there counts. */
export const configurationFileNames: readonly string[] = ["kalint.json", "kalint.jsonc", "package.json"];

export interface ConfigurationFinder {
  /** The configuration for a file (absolute path): the nearest above it, or the only one. Rejects with ConfigurationError. */
  of(path: string): Promise<Configuration>;
}

/** What only those know who know the rules. */
export interface ConfigurationLanguage {
  /** The text of a configuration, checked; `undefined` where it lacks the key. Throws a ConfigurationError with every mistake. */
  read(path: string, text: string, key?: string): ConfigurationFile | undefined;
  /** What a word after `extends` sets; `undefined` for the name of a file. */
  presetLevels(name: string): Readonly<Record<string, Level>> | undefined;
  /** Why a word after `extends` is neither a preset nor a file. */
  unknownBase(name: string): string;
}

export interface FinderOptions {
  readonly host: ProjectHost;
  /** Loaded when the first configuration is found: few runs have one. */
  readonly language: () => Promise<ConfigurationLanguage>;
  /** Absolute path of the one file that counts for every path, instead of those that lie above each. */
  readonly only?: string;
}

/** Each folder is looked into once, and each file read once. */
export function configurationFinder({ host, only, language }: FinderOptions): ConfigurationFinder {
  const loader: Loader = { host, language, bases: new Map() };
  const byFolder = new Map<string, Promise<Configuration | undefined>>();
  const inFolder = (folder: string): Promise<Configuration | undefined> => {
    const known = byFolder.get(folder) ?? loadFolder(loader, folder);
    byFolder.set(folder, known);
    return known;
  };
  let chosen: Promise<Configuration> | undefined;
  return {
    async of(path) {
      if (only !== undefined) {
        chosen ??= loadChosen(loader, only);
        return chosen;
      }
      for (let folder = folderOf(path); folder !== undefined; folder = folderOf(folder)) {
        if (host.isOutside?.(folder)) break;
        const found = await inFolder(folder);
        if (found) return found;
      }
      return noConfiguration;
    },
  };
}

/** Who names a file outside the repository has it, and what it extends, read; one of the repository's own allows nothing. */
async function loadChosen(loader: Loader, path: string): Promise<Configuration> {
  const isTrusted = loader.host.isOutside?.(path) === true;
  if (isTrusted) loader.host.allow?.(path);
  return (await loadFile({ ...loader, isTrusted }, path, [])) ?? noConfiguration;
}

interface Loader extends Pick<FinderOptions, "host" | "language"> {
  readonly isTrusted?: boolean;
  /** What is extended, by path: however many files lead to it, it is read once. */
  readonly bases: Map<string, Promise<Configuration | undefined>>;
}

async function loadFolder(loader: Loader, folder: string): Promise<Configuration | undefined> {
  for (const name of configurationFileNames) {
    const path = resolvePath(folder, name);
    if (loader.host.stat(path)?.kind !== "file") continue;
    const found = await loadFile(loader, path, []);
    if (found) return found;
  }
  return undefined;
}

/** `undefined` for a package.json that says nothing of kalint. `from`: the files that extend this one, for circles. */
async function loadFile(loader: Loader, path: string, from: readonly string[]): Promise<Configuration | undefined> {
  if (from.includes(path)) {
    throw new ConfigurationError([
      { path, message: say`this configuration extends itself, by way of ${from.length} files` },
    ]);
  }
  const isPackage = path.endsWith("/package.json");
  const text = loader.host.read(path)?.replace(/^\ufeff/, "");
  if (text === undefined) throw new ConfigurationError([{ path, message: say`the configuration cannot be read` }]);
  if (isPackage && !mayConfigure(text)) return undefined;
  // What checks a configuration takes longer to load than a small file to lint, and few runs have one.
  const language = await loader.language();
  const file = language.read(path, text, isPackage ? "kalint" : undefined);
  return file && (await withBases(loader, language, path, file, [...from, path]));
}

/** Whether a package.json may have our key: most are not ours, may be anything, and name kalint only as what they need. */
function mayConfigure(text: string): boolean {
  if (!text.includes('"kalint"')) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && Object.hasOwn(value, "kalint");
  } catch {
    // What is wrong with it is said with its place.
    return true;
  }
}

/** Own settings over those of what the file extends. */
async function withBases(
  loader: Loader,
  language: ConfigurationLanguage,
  path: string,
  file: ConfigurationFile,
  from: readonly string[],
): Promise<Configuration> {
  let base: Configuration = noConfiguration;
  const names = [file.extends ?? []].flat();
  // Named again a base counts where it stands last.
  for (const [index, name] of names.entries())
    if (!names.includes(name, index + 1)) base = merge(base, await baseOf(loader, language, path, name, from));
  const folder = folderOf(path) ?? "/";
  return merge(base, {
    path,
    target: file.target,
    withoutFeatures: file.features?.without ?? [],
    host: file.host ?? {},
    includeRoots: (file.includeRoots ?? []).map((each) => resolvePath(folder, each)),
    include: file.include && { folder, files: file.include },
    exclude: file.exclude && { folder, files: file.exclude },
    template: file.template,
    fragmentOf: fragmentOf(folder, file.fragmentOf),
    ...settingsOf(file.rules),
    overrides: (file.overrides ?? []).map(({ files, target, template, fragmentOf: parent, rules }) => ({
      folder,
      files,
      target,
      template,
      fragmentOf: fragmentOf(folder, parent),
      ...settingsOf(rules),
    })),
    format: file.format ?? {},
    clusters: (file.clusters ?? []).map(({ name, nodes }) => ({
      name,
      nodes: nodes.map((node) => ({ ...node, file: resolvePath(folder, node.file) })),
    })),
  });
}

function fragmentOf(folder: string, parent: string | undefined): string | undefined {
  return parent !== undefined && isMainFile(parent) ? resolvePath(folder, parent) : parent;
}

/** Where the file names what it extends. */
function placeOf({ host }: Loader, path: string, name: string): Pick<ConfigurationProblem, "place"> {
  const text = host.read(path) ?? "";
  const at = text.indexOf(JSON.stringify(name), Math.max(0, text.indexOf('"extends"')));
  if (at < 0) return {};
  const before = text.slice(0, at).split("\n");
  return { place: { line: before.length, column: before.at(-1)!.length + 1 } };
}

/** More than any team has; each of them is read and checked. */
const mostBases = 200;

async function baseOf(
  loader: Loader,
  language: ConfigurationLanguage,
  path: string,
  name: string,
  from: readonly string[],
): Promise<Configuration> {
  const levels = language.presetLevels(name);
  if (levels !== undefined) return { ...noConfiguration, levels };
  const base = resolvePath(folderOf(path) ?? "/", name);
  if (loader.isTrusted) loader.host.allow?.(base);
  if (loader.host.isOutside?.(base))
    throw new ConfigurationError([
      {
        path,
        ...placeOf(loader, path, name),
        message: say`extends '${name}', which lies outside the repository: not read`,
      },
    ]);
  if (loader.host.stat(base)?.kind !== "file")
    throw new ConfigurationError([{ path, ...placeOf(loader, path, name), message: language.unknownBase(name) }]);
  // A circle is seen by the way that led to it, before what is known already is taken.
  const known = from.includes(base) ? undefined : loader.bases.get(base);
  if (known === undefined && loader.bases.size >= mostBases)
    throw new ConfigurationError([{ path, message: say`more than ${mostBases} files are extended` }]);
  const loading = known ?? loadFile(loader, base, from);
  loader.bases.set(base, loading);
  return (await loading) ?? noConfiguration;
}

function merge(base: Configuration, own: Configuration): Configuration {
  return {
    path: own.path ?? base.path,
    target: own.target ?? base.target,
    withoutFeatures: [...new Set([...base.withoutFeatures, ...own.withoutFeatures])],
    host: { ...base.host, ...own.host },
    // Only the root's own configuration counts, not what it extends.
    includeRoots: own.includeRoots,
    include: own.include ?? base.include,
    exclude: own.exclude ?? base.exclude,
    template: own.template ?? base.template,
    fragmentOf: own.fragmentOf ?? base.fragmentOf,
    levels: { ...base.levels, ...own.levels },
    options: { ...base.options, ...own.options },
    overrides: [...base.overrides, ...own.overrides],
    format: { ...base.format, ...own.format },
    clusters: own.clusters.length > 0 ? own.clusters : base.clusters,
  };
}

/** A level alone leaves the options as they were; options take the place of all that were set before. */
export function settingsOf(settings: RuleSettings = {}): Pick<Configuration, "levels" | "options"> {
  const levels: Record<string, Level> = {};
  const options: Record<string, RuleOptions[string]> = {};
  for (const [id, setting] of Object.entries(settings)) {
    const [level, own] = typeof setting === "string" ? [setting] : setting;
    levels[id] = level;
    if (own !== undefined) options[id] = own;
  }
  return { levels, options };
}
