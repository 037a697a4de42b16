import { realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve } from "node:path";

/**
 * Which files a run may change: those that were named themselves, and what really lies below a folder that was named,
 * below the folder of a file that was, or below the current one. An include line or a symbolic link may lead to any
 * file of the machine, and nobody asked to change that.
 */
export function writableFiles(directory: string, given: readonly string[]): (path: string) => boolean {
  const named = given.map((path) => resolve(directory, path));
  const files = new Set(named.filter((path) => !isFolder(path)));
  const folders = [directory, ...named.map((path) => (isFolder(path) ? path : dirname(path)))].map(realPath);
  return (path) => {
    const absolute = resolve(directory, path);
    const real = realPath(absolute);
    return files.has(absolute) || folders.some((folder) => isBelow(folder, real));
  };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Where links lead; the path itself where it leads nowhere yet. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isBelow(folder: string, path: string): boolean {
  const name = relative(folder, path);
  return name !== "" && !name.startsWith("..") && !isAbsolute(name);
}
