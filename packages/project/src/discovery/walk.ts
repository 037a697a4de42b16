import { embeddedConfigurations, hasRootBlock, say } from "@kalint/schema";
import { ConfigurationError } from "../configuration/error.js";
import { type ConfigurationFinder, configurationFileNames } from "../configuration/find.js";
import type { Patterns } from "../configuration/types.js";
import { entriesOf, type FolderEntry, type ProjectHost } from "../host.js";
import { ignoreFiles } from "./ignored.js";
import { type Likelihood, likelihoodByName } from "./likelihood.js";
import { matches } from "./patterns.js";

/** Folders that hold other people's files. */
const foreign: ReadonlySet<string> = new Set([".git", ".hg", ".svn", "node_modules", ".terraform", ".venv"]);

/** What the kernel shows as files has no end. */
const shownByKernel: ReadonlySet<string> = new Set(["/proc", "/sys", "/dev"]);

/** Files that may hold configurations in heredocs, fences and literals. */
const holder = /\.(?:sh|bash|md|markdown|ya?ml)$/;

export interface WalkOptions {
  /** Tells which `kalint.json` counts, for its `include` and `exclude`. */
  readonly configurations?: ConfigurationFinder;
  /** Take templates of configurations too. */
  readonly templates?: boolean;
  /** Take scripts, documents and YAML files that hold configurations too. */
  readonly embedded?: boolean;
  /** Take every `*.conf` whose text reads like a configuration, wherever it is and whatever else it is called. */
  readonly anyName?: boolean;
  /** Left out besides. */
  readonly exclude?: Patterns;
  /** Stop after so many files. */
  readonly files?: number;
  /** Levels of folders below the first. */
  readonly depth?: number;
  /** Look at no more than so many names. */
  readonly names?: number;
  /** Is told of folders that are too deep, and of the first name that is one too many: nothing from there on is looked at. */
  readonly onLeftOut?: (path: string) => void;
  /** Is told of folders (absolute) that cannot be listed: what they hold goes unseen. */
  readonly onUnreadable?: (folder: string, error: unknown) => void;
}

interface Choice {
  readonly include: Patterns | undefined;
  readonly exclude: Patterns | undefined;
}

/**
 * The keepalived configurations below a folder (absolute), as absolute paths in order of their names: by name, by content
 * where the name is not enough, and what `include` of `kalint.json` names; without what `.gitignore`, `.kalintignore` and
 * `exclude` leave out.
 */
export async function configurationsBelow(
  host: ProjectHost,
  directory: string,
  options: WalkOptions = {},
): Promise<readonly string[]> {
  const ignored = ignoreFiles(host, directory);
  const found: string[] = [];
  let names = 0;
  let isCut = false;
  const isLeftOut = (path: string, isDirectory: boolean, { exclude }: Choice): boolean => {
    const asked = isDirectory ? `${path}/` : path;
    const excluded = [exclude, options.exclude].some((patterns) => patterns !== undefined && matches(patterns, asked));
    return excluded || ignored.ignores(path, isDirectory);
  };
  const visit = async (folder: string, depth: number, outer: Choice | undefined): Promise<void> => {
    const entries = sorted(host, folder, options);
    ignored.listed(folder, entries);
    const choice = await choiceOf(options.configurations, folder, entries, outer);
    for (const { name, kind } of entries) {
      names += 1;
      const path = folder.endsWith("/") ? folder + name : `${folder}/${name}`;
      if (found.length >= (options.files ?? Infinity) || names > (options.names ?? Infinity)) {
        if (!isCut) options.onLeftOut?.(path);
        isCut = true;
        return;
      }
      if (kind === "directory") {
        if (foreign.has(name) || shownByKernel.has(path) || isLeftOut(path, true, choice)) continue;
        if (depth >= (options.depth ?? Infinity)) {
          options.onLeftOut?.(path);
          continue;
        }
        await visit(path, depth + 1, choice);
      } else if (kind !== "other") {
        const likelihood = likelihoodOf(path, entries, choice, options);
        const holds = likelihood === "no" && options.embedded && holder.test(name) && !isLeftOut(path, false, choice);
        if (holds && embeddedConfigurations(host.read(path) ?? "").length > 0) found.push(path);
        if (likelihood === "no" || isLeftOut(path, false, choice)) continue;
        // A link may lead to any file of the machine, whose words would be shown.
        if (kind === "link" && host.isOutside?.(path)) continue;
        if (kind === "link" && host.stat(path)?.kind !== "file") {
          if (likelihood === "yes" && host.stat(path) === undefined)
            options.onUnreadable?.(path, new Error(say`the link leads to nothing`));
          continue;
        }
        if (likelihood === "yes" || hasRootBlock(host.read(path) ?? "")) found.push(path);
      }
    }
  };
  await visit(directory, 0, undefined);
  return found;
}

function sorted(host: ProjectHost, folder: string, { onUnreadable }: WalkOptions): readonly FolderEntry[] {
  try {
    return [...entriesOf(host, folder)].sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    onUnreadable?.(folder, error);
    return [];
  }
}

/** Only a folder that holds a configuration of ours differs from the one above. */
async function choiceOf(
  finder: ConfigurationFinder | undefined,
  folder: string,
  entries: readonly FolderEntry[],
  outer: Choice | undefined,
): Promise<Choice> {
  const none: Choice = { include: undefined, exclude: undefined };
  const isSame = outer !== undefined && !entries.some(({ name }) => configurationFileNames.includes(name));
  if (finder === undefined || isSame) return outer ?? none;
  try {
    return await finder.of(folder.endsWith("/") ? `${folder}.` : `${folder}/.`);
  } catch (error) {
    // Its mistakes are shown where a file asks for it.
    if (!(error instanceof ConfigurationError)) throw error;
    return none;
  }
}

function likelihoodOf(
  path: string,
  entries: readonly FolderEntry[],
  { include }: Choice,
  { templates, anyName }: WalkOptions,
): Likelihood {
  if (include !== undefined && matches(include, path)) return "yes";
  const folders = path.split("/");
  const name = folders.pop() ?? "";
  const beside = () => entries.filter(({ kind }) => kind !== "directory").map((entry) => entry.name);
  const likelihood = likelihoodByName(name, { folders, beside }, templates);
  return likelihood === "no" && anyName && path.endsWith(".conf") ? "perhaps" : likelihood;
}
