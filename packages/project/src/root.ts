import type { Host } from "@kalint/daemon";
import { folderOf, isCommonPlace } from "./paths.js";

/**
 * Where a search that starts in a folder (absolute) ends, and how far includes are followed: the git work tree, else the
 * folder itself.
 */
export function rootOf(host: Host, folder: string): string {
  return workTreeOf(host, folder) ?? folder;
}

/**
 * The same for one file (absolute) that was named from `directory`: outside of a work tree that folder, where the file lies
 * below it, unless everything lies there (`/`, `/etc`, `/home`, `/tmp`); else the file's own.
 */
export function rootOfFile(host: Host, directory: string, file: string): string {
  const folder = folderOf(file) ?? "/";
  const isBelow = folder === directory || folder.startsWith(`${directory}/`);
  return workTreeOf(host, folder) ?? (isBelow && !isCommonPlace(directory) ? directory : folder);
}

function workTreeOf(host: Host, folder: string): string | undefined {
  for (let at: string | undefined = folder; at !== undefined; at = folderOf(at)) {
    if (host.stat(at === "/" ? "/.git" : `${at}/.git`) !== undefined) return at;
  }
  return undefined;
}
