import { dirname, isAbsolute, relative, resolve } from "node:path";

/**
 * Which files a run may change: those that were named, and what lies below the folders of these or below the current
 * one. An include line may name any file of the machine, and nobody asked to change that.
 */
export function writableFiles(directory: string, named: readonly string[]): (path: string) => boolean {
  const files = new Set(named.map((path) => resolve(directory, path)));
  const folders = [directory, ...[...files].map((path) => dirname(path))];
  return (path) => {
    const absolute = resolve(directory, path);
    return files.has(absolute) || folders.some((folder) => isBelow(folder, absolute));
  };
}

function isBelow(folder: string, path: string): boolean {
  const name = relative(folder, path);
  return name !== "" && !name.startsWith("..") && !isAbsolute(name);
}
