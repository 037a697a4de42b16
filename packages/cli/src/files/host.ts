import { readdirSync, realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { ProjectHost } from "@kalint/project";
import { type DecodedText, type Encoding, readText } from "./text.js";

/** The file system behind the `Host` of the layers below, with texts that stand in for files (stdin, fixes not yet written). */
export interface NodeHost extends ProjectHost {
  entries: NonNullable<ProjectHost["entries"]>;
  /** Like `read`, but throws the reason. */
  open(path: string): DecodedText;
  /** From now on this path has this text; nothing is written. */
  overlay(path: string, text: string | DecodedText): void;
  /** Absolute paths of the files that were asked for, also of those that are not there. */
  asked(): readonly string[];
  /** How the file's bytes were read; `utf8` for a path that was not. */
  encodingOf(path: string): Encoding;
}

/** Relative paths start from `directory`. Each file is read once. */
export function nodeHost(directory: string): NodeHost {
  const texts = new Map<string, DecodedText | undefined>();
  const asked = new Set<string>();
  const open = (path: string): DecodedText => {
    const absolute = resolve(directory, path);
    asked.add(absolute);
    const known = texts.get(absolute);
    if (known) return known;
    const decoded = openRegular(absolute);
    texts.set(absolute, decoded);
    return decoded;
  };
  return {
    open,
    read(path) {
      const absolute = resolve(directory, path);
      if (texts.has(absolute)) return texts.get(absolute)?.text;
      try {
        return open(absolute).text;
      } catch {
        texts.set(absolute, undefined);
        return undefined;
      }
    },
    stat(path) {
      const absolute = resolve(directory, path);
      asked.add(absolute);
      try {
        const found = statSync(absolute);
        const kind = found.isFile() ? "file" : found.isDirectory() ? "directory" : "other";
        return { kind, executable: (found.mode & 0o111) !== 0 };
      } catch {
        return texts.get(absolute) ? { kind: "file", executable: false } : undefined;
      }
    },
    list(path) {
      try {
        return readdirSync(resolve(directory, path));
      } catch {
        return undefined;
      }
    },
    entries(folder) {
      return readdirSync(resolve(directory, folder), { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        kind: entry.isFile() ? "file" : entry.isDirectory() ? "directory" : entry.isSymbolicLink() ? "link" : "other",
      }));
    },
    overlay(path, text) {
      const absolute = resolve(directory, path);
      const encoding = texts.get(absolute)?.encoding ?? "utf8";
      texts.set(absolute, typeof text === "string" ? { text, encoding } : text);
    },
    asked: () => [...asked],
    encodingOf: (path) => texts.get(resolve(directory, path))?.encoding ?? "utf8",
  };
}

/**
 * An include line or `extends` must not make us wait on a pipe or read a device without end. What the kernel makes up
 * below /proc and /sys calls itself a regular file, and may never end either.
 */
function openRegular(path: string): DecodedText {
  const found = statSync(path);
  const isRegular = found.isFile() && !/^\/(?:proc|sys|dev)\//.test(realpathSync(path));
  if (!isRegular && !found.isDirectory()) throw new Error("not a regular file");
  return readText(path);
}
