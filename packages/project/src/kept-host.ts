import { entriesOf, type FolderEntry, type ProjectHost } from "./host.js";
import { folderOf } from "./paths.js";

/** A host that answers from memory until it is told what changed, with texts that stand in for files (those open in an editor). */
export interface KeptHost extends ProjectHost {
  entries: NonNullable<ProjectHost["entries"]>;
  /** From now on this path has this text; `undefined`: what the disk has. */
  overlay(path: string, text: string | undefined): void;
  /** Looks again at these paths (all: at everything that was asked for), and tells what is another one now. */
  changed(paths: readonly string[] | "all"): Change;
  /** Every file whose text was asked for. */
  readPaths(): readonly string[];
}

/** `nothing` that was asked for; only what `folders` hold; or `answers` that readings rest on. */
export type Change = "nothing" | "folders" | "answers";

export function keptHost(disk: ProjectHost): KeptHost {
  const overlaid = new Map<string, string>();
  /** The folders below which something was asked for. */
  const above = new Set<string>();
  const note = (path: string): void => {
    for (let folder = folderOf(path); folder !== undefined && !above.has(folder); folder = folderOf(folder)) {
      above.add(folder);
    }
  };
  const reads = kept(
    (path) => disk.read(path),
    (one, other) => one === other,
    note,
  );
  const stats = kept((path) => disk.stat(path), isSame, note);
  const lists = kept((path) => disk.list(path), isSame, note);
  const folders = kept((path) => listed(disk, path), isSame, note);
  return {
    read: (path) => overlaid.get(path) ?? reads.get(path),
    stat: (path) => stats.get(path) ?? (overlaid.has(path) ? { kind: "file", executable: false } : undefined),
    list: (path) => lists.get(path),
    isOutside: (path) => disk.isOutside?.(path) ?? false,
    allow: (path) => disk.allow?.(path),
    entries(path) {
      // Nobody tells what changes there.
      if (!folders.has(path) && disk.isOutside?.(path)) return entriesOf(disk, path);
      const found = folders.get(path);
      if ("error" in found) throw found.error;
      return found.entries;
    },
    overlay(path, text) {
      if (text === undefined) overlaid.delete(path);
      else overlaid.set(path, text);
    },
    changed(paths) {
      // Of thousands of files that come and go at once, a folder is looked for once.
      const isThere = memo((folder) => disk.stat(folder) !== undefined);
      const touched =
        paths === "all" ? undefined : new Set(paths.flatMap((path) => [path, ...foldersAbove(path, isThere)]));
      // A folder comes and goes with all that is below it, and a client may tell of the folder alone.
      const moved = new Set(paths === "all" ? [] : paths.filter((path) => above.has(path)));
      if (touched && moved.size > 0) {
        for (const path of [reads, stats, lists, folders].flatMap((each) => each.paths())) {
          if (isBelowOne(path, moved)) touched.add(path);
        }
      }
      const [answers, inFolders] = [
        [reads, stats, lists].map((each) => each.check(touched)).includes(true),
        folders.check(touched),
      ];
      return answers ? "answers" : inFolders ? "folders" : "nothing";
    },
    readPaths: () => reads.paths(),
  };

  /** Up to the first that was looked into, and is there: it shows whether the ones below came or went. */
  function foldersAbove(path: string, isThere: (folder: string) => boolean): readonly string[] {
    const found: string[] = [];
    for (let folder = folderOf(path); folder !== undefined; folder = folderOf(folder)) {
      found.push(folder);
      if (folders.has(folder) && !("error" in folders.get(folder)) && isThere(folder)) break;
    }
    return found;
  }
}

function memo<T>(ask: (path: string) => T): (path: string) => T {
  const answers = new Map<string, T>();
  return (path) => {
    const answer = answers.has(path) ? answers.get(path)! : ask(path);
    answers.set(path, answer);
    return answer;
  };
}

function isBelowOne(path: string, moved: ReadonlySet<string>): boolean {
  for (let folder = folderOf(path); folder !== undefined; folder = folderOf(folder)) if (moved.has(folder)) return true;
  return false;
}

type Listed = { readonly entries: readonly FolderEntry[] } | { readonly error: unknown };

function listed(disk: ProjectHost, path: string): Listed {
  try {
    return { entries: entriesOf(disk, path) };
  } catch (error) {
    return { error };
  }
}

/** Answers by path, each asked once. */
function kept<T>(ask: (path: string) => T, same: (one: T, other: T) => boolean, note: (path: string) => void) {
  const answers = new Map<string, { readonly value: T }>();
  return {
    get(path: string): T {
      const known = answers.get(path);
      if (known !== undefined) return known.value;
      const value = ask(path);
      answers.set(path, { value });
      note(path);
      return value;
    },
    has: (path: string) => answers.has(path),
    paths: () => [...answers.keys()],
    /** Asks again for those of the paths (`undefined`: all) that were asked for. */
    check(paths: ReadonlySet<string> | undefined): boolean {
      let differs = false;
      for (const path of paths ?? answers.keys()) {
        const known = answers.get(path);
        if (known === undefined) continue;
        const value = ask(path);
        if (same(known.value, value)) continue;
        answers.set(path, { value });
        differs = true;
      }
      return differs;
    },
  };
}

/** Small plain values: what a folder holds, what stands at a path. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
