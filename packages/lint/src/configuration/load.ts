import { type Host, resolvePath } from "@kalint/daemon";
import type { RuleOptions } from "../options.js";
import { nearest } from "../suggest.js";
import { ConfigurationError } from "./error.js";
import { isPreset, presetLevels, presetNames } from "./presets.js";
import { type Configuration, type ConfigurationFile, type Level, noConfiguration, type RuleSettings } from "./types.js";

/** The names that are looked for in each folder; the first that is there counts. */
const fileNames = ["kalint.json", "kalint.jsonc", "package.json"];

export interface ConfigurationFinder {
  /** The configuration for a file (absolute path): the nearest above it, or the only one. Rejects with ConfigurationError. */
  of(path: string): Promise<Configuration>;
}

export interface FinderOptions {
  readonly host: Host;
  /** Absolute path of the one file that counts for every path, instead of those that lie above each. */
  readonly only?: string;
}

/** Each folder is looked into once, and each file read once. */
export function configurationFinder({ host, only }: FinderOptions): ConfigurationFinder {
  const byFolder = new Map<string, Promise<Configuration | undefined>>();
  const inFolder = (folder: string): Promise<Configuration | undefined> => {
    const known = byFolder.get(folder) ?? loadFolder(host, folder);
    byFolder.set(folder, known);
    return known;
  };
  let chosen: Promise<Configuration> | undefined;
  return {
    async of(path) {
      if (only !== undefined) {
        chosen ??= loadFile(host, only, []).then((found) => found ?? noConfiguration);
        return chosen;
      }
      for (let folder = folderOf(path); folder !== undefined; folder = folderOf(folder)) {
        const found = await inFolder(folder);
        if (found) return found;
      }
      return noConfiguration;
    },
  };
}

/** The folder above; `undefined` above the topmost one. */
function folderOf(path: string): string | undefined {
  const slash = path.lastIndexOf("/");
  if (slash < 0 || path === "/") return undefined;
  return slash === 0 ? "/" : path.slice(0, slash);
}

async function loadFolder(host: Host, folder: string): Promise<Configuration | undefined> {
  for (const name of fileNames) {
    const path = resolvePath(folder, name);
    if (host.stat(path)?.kind !== "file") continue;
    const found = await loadFile(host, path, []);
    if (found) return found;
  }
  return undefined;
}

/** `undefined` for a package.json that says nothing of kalint. `from`: the files that extend this one, for circles. */
async function loadFile(host: Host, path: string, from: readonly string[]): Promise<Configuration | undefined> {
  if (from.includes(path)) {
    throw new ConfigurationError([
      { path, message: `this configuration extends itself, by way of ${from.length} files` },
    ]);
  }
  const isPackage = path.endsWith("/package.json");
  const text = host.read(path)?.replace(/^\ufeff/, "");
  if (text === undefined) throw new ConfigurationError([{ path, message: "the configuration cannot be read" }]);
  // Most package.json files are not ours, and may be anything.
  if (isPackage && !text.includes('"kalint"')) return undefined;
  // What checks a configuration takes longer to load than a small file to lint, and few runs have one.
  const { readConfiguration } = await import("./read.js");
  const file = readConfiguration(path, text, isPackage ? "kalint" : undefined);
  return file && (await withBases(host, path, file, [...from, path]));
}

/** Own settings over those of what the file extends. */
async function withBases(
  host: Host,
  path: string,
  file: ConfigurationFile,
  from: readonly string[],
): Promise<Configuration> {
  let base: Configuration = noConfiguration;
  for (const name of [file.extends ?? []].flat()) base = merge(base, await baseOf(host, path, name, from));
  const folder = folderOf(path) ?? "/";
  return merge(base, {
    path,
    target: file.target,
    withoutFeatures: file.features?.without ?? [],
    host: file.host ?? {},
    ...settingsOf(file.rules),
    overrides: (file.overrides ?? []).map((entry) => ({ folder, files: entry.files, ...settingsOf(entry.rules) })),
    format: file.format ?? {},
    clusters: (file.clusters ?? []).map(({ name, nodes }) => ({
      name,
      nodes: nodes.map((node) => ({ ...node, file: resolvePath(folder, node.file) })),
    })),
  });
}

async function baseOf(host: Host, path: string, name: string, from: readonly string[]): Promise<Configuration> {
  if (isPreset(name)) return { ...noConfiguration, levels: presetLevels(name) };
  const base = resolvePath(folderOf(path) ?? "/", name);
  if (host.stat(base)?.kind !== "file") {
    const [near] = nearest(name, presetNames);
    const hint = near === undefined ? "" : ` Did you mean ${near.word}?`;
    const message = `extends '${name}', which is neither a preset (${presetNames.join(", ")}) nor a file.${hint}`;
    throw new ConfigurationError([{ path, message }]);
  }
  return (await loadFile(host, base, from)) ?? noConfiguration;
}

function merge(base: Configuration, own: Configuration): Configuration {
  return {
    path: own.path ?? base.path,
    target: own.target ?? base.target,
    withoutFeatures: [...new Set([...base.withoutFeatures, ...own.withoutFeatures])],
    host: { ...base.host, ...own.host },
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
