import { type FSWatcher, statSync, watch } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { RawCheckOptions } from "../check/options.js";
import { type ExitStatus, exitStatus, type Surroundings } from "../surroundings.js";
import { UsageError } from "../usage.js";
import { check } from "./check.js";

/** An editor writes a file in several steps; they are one change. Milliseconds. */
const settle = 100;

/** Checks, and again after each change, until the process is ended from outside. */
export async function watchAndCheck(
  surroundings: Surroundings,
  given: readonly string[],
  options: RawCheckOptions,
  commandNames: readonly string[],
): Promise<ExitStatus> {
  if (given.includes("-")) throw new UsageError("--watch needs files: standard input never changes.");
  const { output, errors } = surroundings;
  const once = async () => {
    if (output.isTerminal) output.write("\u001b[2J\u001b[3J\u001b[H");
    const status = await check(surroundings, given, options, commandNames);
    errors.write("kalint: waiting for changes\n");
    return status;
  };
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(once);
    }, settle);
  };
  const watchers = (given.length === 0 ? ["."] : given).map((path) =>
    watchPath(resolve(surroundings.directory, path), changed),
  );
  try {
    // After the watchers, so that no change falls between.
    running = running.then(once);
    await running;
    await new Promise<void>((finished) => {
      process.once("SIGINT", finished);
      process.once("SIGTERM", finished);
    });
  } finally {
    for (const watcher of watchers) watcher.close();
    clearTimeout(timer);
  }
  await running;
  return exitStatus.clean;
}

/** A folder with all below it; for a file its folder, because editors replace files rather than write into them. */
function watchPath(path: string, changed: () => void): FSWatcher {
  if (isFolder(path)) {
    return watch(path, { recursive: true }, (_, name) => {
      // Our own files beside those that `--fix` writes.
      if (name !== null && !/(^|\/)\.git(\/|$)|\.kalint$/.test(name)) changed();
    });
  }
  return watch(dirname(path), (_, name) => {
    if (name === basename(path)) changed();
  });
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
