import { type Dirent, type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { basename, dirname, resolve, sep } from "node:path";
import { likelihoodByName } from "@kalint/project";
import { say } from "@kalint/schema";
import { parseCheckOptions, type RawCheckOptions } from "../check/options.js";
import { nodeHost } from "../files/host.js";
import { clearScreen } from "../render/guard.js";
import { type ExitStatus, exitStatus, type Surroundings } from "../surroundings.js";
import { UsageError } from "../usage.js";
import { check } from "./check.js";

/** An editor writes a file in several steps; they are one change. Milliseconds. */
const settle = 100;

/** Files that change what is checked, besides configurations of keepalived. */
const settings: ReadonlySet<string> = new Set([
  "kalint.json",
  "kalint.jsonc",
  "package.json",
  ".gitignore",
  ".kalintignore",
  ".git",
]);

/** Checks, and again after each change, until the process is ended from outside. */
export async function watchAndCheck(
  surroundings: Surroundings,
  given: readonly string[],
  options: RawCheckOptions,
  commandNames: readonly string[],
): Promise<ExitStatus> {
  if (given.includes("-")) throw new UsageError(say`--watch needs files: standard input never changes.`);
  // A wrong option never gets right by a change of files.
  parseCheckOptions(options);
  const { directory, output, errors } = surroundings;
  let asked: ReadonlySet<string> = new Set();
  const once = async () => {
    if (output.isTerminal) output.write(clearScreen);
    const host = nodeHost(directory);
    try {
      await check(surroundings, given, options, commandNames, host);
    } catch (error) {
      // Somebody is just writing kalint.json.
      if (!(error instanceof UsageError)) throw error;
      errors.write(`kalint: ${error.message}\n`);
    }
    // A configuration of ours is looked for in every folder above.
    asked = new Set(host.asked().filter((path) => !settings.has(basename(path)) || host.read(path) !== undefined));
    for (const path of asked) watchers.add(dirname(path), false);
    errors.write(say`kalint: waiting for changes\n`);
  };

  let finish = () => {};
  let fail = (_reason: unknown) => {};
  const ended = new Promise<void>((resolve, reject) => {
    [finish, fail] = [resolve, reject];
  });
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const run = () => {
    running = running.then(once).catch(fail);
  };
  const watchers = folderWatchers((path, isNewFolder) => {
    if (!isNewFolder && !matters(path, asked)) return;
    clearTimeout(timer);
    timer = setTimeout(run, settle);
  });
  for (const path of given.length === 0 ? ["."] : given) {
    const absolute = resolve(directory, path);
    // For a file its folder, because editors replace files rather than write into them.
    if (isFolder(absolute)) watchers.add(absolute, true);
    else watchers.add(dirname(absolute), false);
  }
  process.once("SIGINT", finish);
  process.once("SIGTERM", finish);
  try {
    // After the watchers, so that no change falls between.
    run();
    await ended;
  } finally {
    watchers.close();
    clearTimeout(timer);
  }
  await running;
  return exitStatus.clean;
}

/**
 * Whether a changed path (absolute) may change the result: what the last run looked at, and what it would look at if
 * it were there. Reports and logs that lie in the same folder are neither.
 */
function matters(path: string, asked: ReadonlySet<string>): boolean {
  if (isForeign(path) || path.endsWith(".kalint")) return false;
  if (asked.has(path) || settings.has(basename(path))) return true;
  const folder = dirname(path);
  const beside = () => entriesIn(folder).map(({ name }) => name);
  if (likelihoodByName(basename(path), { folders: folder.split(sep), beside }, true) !== "no") return true;
  return [...asked].some((file) => file.startsWith(`${path}${sep}`));
}

/** Watches folders, each once; tells absolute paths. */
function folderWatchers(changed: (path: string, isFolder: boolean) => void) {
  const known = new Map<string, FSWatcher>();
  const wholes = new Set<string>();
  const add = (folder: string, below: boolean) => {
    if (below) wholes.add(folder);
    if (!known.has(folder)) open(folder);
    if (below && !recursive) for (const child of foldersIn(folder)) add(child, true);
  };
  const open = (folder: string) => {
    if (!isFolder(folder)) return;
    const watcher = watch(folder, { recursive: recursive && wholes.has(folder) }, (_, name) => {
      const path = name === null ? folder : resolve(folder, name);
      const isNewFolder = wholes.has(folder) && !isForeign(path) && isFolder(path);
      if (isNewFolder && !recursive) add(path, true);
      changed(path, isNewFolder);
      // What comes to stand in the place of a folder that went away is another one.
      if (!isFolder(folder)) forget();
    });
    const forget = () => {
      watcher.close();
      known.delete(folder);
    };
    watcher.on("error", forget);
    known.set(folder, watcher);
  };
  return {
    add,
    close: () => {
      for (const watcher of known.values()) watcher.close();
    },
  };
}

/** On Linux Node watches every file by itself, and loses those that an editor replaces. */
const recursive = process.platform !== "linux";

function foldersIn(folder: string): string[] {
  return entriesIn(folder)
    .filter((entry) => entry.isDirectory())
    .map((entry) => resolve(folder, entry.name))
    .filter((path) => !isForeign(path));
}

function entriesIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function isForeign(path: string): boolean {
  return /[\\/](\.git|\.hg|\.svn|node_modules)([\\/]|$)/.test(path);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
