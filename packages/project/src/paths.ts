import { directoryOf, resolvePath } from "@kalint/daemon";

/** The folder above; `undefined` above the topmost one. */
export function folderOf(path: string): string | undefined {
  const folder = directoryOf(path);
  return folder === "" || folder === path || path === "/" ? undefined : folder;
}

/** `/home`, `C:/users`. */
export function isAbsolute(path: string): boolean {
  return path.startsWith("/") || /^[A-Za-z]:\//.test(path);
}

/** An editor has whole paths, which are longer than what is said of them: a file and its folder tell it from the others. */
export function shortPath(path: string): string {
  return isAbsolute(path) ? path.split("/").slice(-2).join("/") : path;
}

/** An absolute path without `.` and `..`, as seen from `directory` (absolute). */
export function absolutePath(directory: string, path: string): string {
  return isAbsolute(path) ? resolvePath("", path) : resolvePath(directory, path);
}

/** How `directory` (absolute) names another absolute path: `lb2/keepalived.conf`, `../other.conf`, `.` for itself. */
export function relativePath(directory: string, path: string): string {
  const from = directory.split("/").filter((part) => part !== "");
  const to = path.split("/").filter((part) => part !== "");
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/") || ".";
}

/** The name that a file (absolute path) has for somebody who names files from `directory`. */
export function nameOf(directory: string, path: string, absolute: boolean): string {
  return absolute ? path : relativePath(directory, path);
}

/** The root and what lies directly below it (`/etc`, `/home`, `/tmp`): everything lies there, and nothing belongs together. */
export function isCommonPlace(folder: string): boolean {
  const above = folderOf(folder);
  return above === undefined || folderOf(above) === undefined;
}
