import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Level } from "../check/options.js";
import { nameOf } from "../files/find.js";
import { readText, reasonOf } from "../files/text.js";
import { didYouMean, UsageError } from "../usage.js";
import { isPreset, presetLevels, presetNames } from "./presets.js";
import { readConfiguration } from "./read.js";
import { type Configuration, type ConfigurationFile, noConfiguration, type RuleSettings } from "./types.js";

/** The names that are looked for in each folder; the first that is there counts. */
const fileNames = ["kalint.json", "kalint.jsonc", "package.json"];

export interface ConfigurationFinder {
  /** The configuration for a file: the nearest above it, or the one that was asked for. */
  of(path: string): Promise<Configuration>;
}

/** `only`: the file of `--config`, which then counts for every path. */
export function configurationFinder(directory: string, only: string | undefined): ConfigurationFinder {
  const byFolder = new Map<string, Promise<Configuration | undefined>>();
  const inFolder = (folder: string): Promise<Configuration | undefined> => {
    const known = byFolder.get(folder) ?? loadFolder(directory, folder);
    byFolder.set(folder, known);
    return known;
  };
  let chosen: Promise<Configuration> | undefined;
  return {
    async of(path) {
      if (only !== undefined) {
        chosen ??= loadFile(directory, resolve(directory, only), []).then((found) => found ?? noConfiguration);
        return chosen;
      }
      for (let folder = dirname(resolve(directory, path)); ; folder = dirname(folder)) {
        const found = await inFolder(folder);
        if (found) return found;
        if (folder === dirname(folder)) return noConfiguration;
      }
    },
  };
}

async function loadFolder(directory: string, folder: string): Promise<Configuration | undefined> {
  for (const name of fileNames) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    const found = await loadFile(directory, path, []);
    if (found) return found;
  }
  return undefined;
}

/** `undefined` for a package.json that says nothing of kalint. `from`: the files that extend this one, for circles. */
async function loadFile(directory: string, path: string, from: readonly string[]): Promise<Configuration | undefined> {
  const name = nameOf(directory, path, false);
  if (from.includes(path))
    throw new UsageError(`${name}: this configuration extends itself, by way of ${from.length} files.`);
  const isPackage = basename(path) === "package.json";
  const text = textOf(path, name);
  // Most package.json files are not ours, and may be anything.
  if (isPackage && !text.includes('"kalint"')) return undefined;
  const file = await readConfiguration(name, text, isPackage ? "kalint" : undefined);
  return file && (await withBases(directory, path, file, [...from, path]));
}

function textOf(path: string, name: string): string {
  try {
    return readText(path).text.replace(/^\ufeff/, "");
  } catch (error) {
    throw new UsageError(`${name}: the configuration cannot be read: ${reasonOf(error)}`);
  }
}

/** Own settings over those of what the file extends. */
async function withBases(
  directory: string,
  path: string,
  file: ConfigurationFile,
  from: readonly string[],
): Promise<Configuration> {
  let base: Configuration = noConfiguration;
  for (const name of [file.extends ?? []].flat()) base = merge(base, await baseOf(directory, path, name, from));
  const folder = dirname(path);
  const own: Configuration = {
    path,
    target: file.target,
    levels: levelsOf(file.rules),
    overrides: (file.overrides ?? []).map((entry) => ({ folder, files: entry.files, levels: levelsOf(entry.rules) })),
    format: file.format ?? {},
    clusters: (file.clusters ?? []).map(({ name, nodes }) => ({
      name,
      nodes: nodes.map((node) => ({ ...node, file: resolve(folder, node.file) })),
    })),
  };
  return merge(base, own);
}

async function baseOf(directory: string, path: string, name: string, from: readonly string[]): Promise<Configuration> {
  if (isPreset(name)) return { ...noConfiguration, levels: presetLevels(name) };
  const base = resolve(dirname(path), name);
  if (!existsSync(base)) {
    const hint = didYouMean(name, presetNames);
    throw new UsageError(
      `${nameOf(directory, path, false)}: extends '${name}', which is neither a preset (${presetNames.join(", ")}) nor a file.${hint}`,
    );
  }
  return (await loadFile(directory, base, from)) ?? noConfiguration;
}

function merge(base: Configuration, own: Configuration): Configuration {
  return {
    path: own.path ?? base.path,
    target: own.target ?? base.target,
    levels: { ...base.levels, ...own.levels },
    overrides: [...base.overrides, ...own.overrides],
    format: { ...base.format, ...own.format },
    clusters: own.clusters.length > 0 ? own.clusters : base.clusters,
  };
}

function levelsOf(settings: RuleSettings = {}): Record<string, Level> {
  return Object.fromEntries(
    Object.entries(settings).map(([id, value]) => [id, typeof value === "string" ? value : value[0]]),
  );
}
