import type { Host } from "@kalint/daemon";
import { say } from "@kalint/schema";

/** One name in a folder. Links to files count as files where they lead to one; links to folders are not followed. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "directory" | "link" | "other";
}

/** What the project needs of the machine: files as keepalived's reading reaches them, and folders to walk. */
export interface ProjectHost extends Host {
  /** What a folder holds, in any order. Throws the reason where it cannot be listed. Left out: `list` and `stat` tell. */
  entries?(folder: string): readonly FolderEntry[];
  /** From now on this file, or what lies below this folder (absolute), may be read, and nothing that was not allowed. */
  allow?(path: string): void;
}

/** What a folder holds. Throws where it cannot be listed. */
export function entriesOf(host: ProjectHost, folder: string): readonly FolderEntry[] {
  if (host.entries) return host.entries(folder);
  const names = host.list(folder);
  if (names === undefined) throw new Error(say`is not a folder that can be listed`);
  return names.map((name) => ({ name, kind: host.stat(`${folder.replace(/\/$/, "")}/${name}`)?.kind ?? "other" }));
}
