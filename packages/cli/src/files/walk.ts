import { type Dirent, readdirSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { rootBlockNames } from "@kalint/schema";
import { claimByName, looksLikeConfiguration } from "./claim.js";
import { type GitIgnore, gitIgnore } from "./ignored.js";
import { readText } from "./text.js";

/** Folders that hold other people's files. */
const foreign: ReadonlySet<string> = new Set([".git", ".hg", ".svn", "node_modules"]);

export interface WalkOptions {
  /** Stop after so many files. */
  readonly files?: number;
  /** Levels of folders below the first. */
  readonly depth?: number;
  /** Look at no more than so many names. */
  readonly names?: number;
  /** Is told of folders (absolute) that cannot be listed: what they hold goes unseen. */
  readonly onUnreadable?: (folder: string, error: unknown) => void;
}

/** The keepalived configurations below a directory (absolute), as absolute paths in order of their names. */
export function configurationsBelow(directory: string, options: WalkOptions = {}): string[] {
  const ignored = gitIgnore(directory);
  const found: string[] = [];
  let names = 0;
  const visit = (folder: string, depth: number): void => {
    for (const entry of entriesOf(folder, options)) {
      names += 1;
      if (found.length >= (options.files ?? Infinity) || names > (options.names ?? Infinity)) return;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (depth < (options.depth ?? Infinity) && !foreign.has(entry.name) && !ignored.ignores(path, true)) {
          visit(path, depth + 1);
        }
      } else if (isClaimed(path, entry, folder, ignored)) found.push(path);
    }
  };
  visit(directory, 0);
  return found;
}

function entriesOf(folder: string, { onUnreadable }: WalkOptions): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    onUnreadable?.(folder, error);
    return [];
  }
}

/** Links to files count, links to folders are not followed: they may lead in circles. */
function isClaimed(path: string, entry: Dirent, folder: string, ignored: GitIgnore): boolean {
  const claim = claimByName(entry.name, folder.split(sep));
  if (claim === "no" || ignored.ignores(path, false)) return false;
  if (!entry.isFile() && !(entry.isSymbolicLink() && isFile(path))) return false;
  if (claim === "yes") return true;
  try {
    return looksLikeConfiguration(readText(path).text, rootBlockNames);
  } catch {
    return false;
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
