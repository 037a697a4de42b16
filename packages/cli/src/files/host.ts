import { resolve, sep } from "node:path";
import { createBounds, entriesIn, namesIn, readBytes, statOf } from "@kalint/disk";
import type { ProjectHost } from "@kalint/project";
import { type DecodedText, decode, type Encoding } from "./text.js";

/** The file system behind the `Host` of the layers below, with texts that stand in for files (stdin, fixes not yet written). */
export interface NodeHost extends ProjectHost {
  entries: NonNullable<ProjectHost["entries"]>;
  isOutside: NonNullable<ProjectHost["isOutside"]>;
  allow: NonNullable<ProjectHost["allow"]>;
  /** From now on nothing is read but what is allowed. */
  confine(): void;
  /** Like `read`, but throws the reason. The file may lie outside: somebody has named it. */
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
  const bounds = createBounds();
  const absolutePath = (path: string): string => (isPlain(path) ? path : resolve(directory, path));
  const isOutside = (path: string): boolean => bounds.isOutside(absolutePath(path));
  const open = (path: string): DecodedText => {
    const absolute = absolutePath(path);
    asked.add(absolute);
    const known = texts.get(absolute);
    if (known) return known;
    const decoded = decode(readBytes(absolute));
    texts.set(absolute, decoded);
    return decoded;
  };
  return {
    open,
    isOutside,
    allow: (path) => bounds.allow(absolutePath(path)),
    confine: () => bounds.confine(),
    read(path) {
      const absolute = absolutePath(path);
      if (texts.has(absolute)) return texts.get(absolute)?.text;
      // Most that is asked for is not there (.gitignore in each folder), which is known sooner than where it would lie.
      if (statOf(absolute) === undefined) {
        asked.add(absolute);
        texts.set(absolute, undefined);
        return undefined;
      }
      if (isOutside(absolute)) return undefined;
      try {
        return open(absolute).text;
      } catch {
        texts.set(absolute, undefined);
        return undefined;
      }
    },
    stat(path) {
      const absolute = absolutePath(path);
      asked.add(absolute);
      return statOf(absolute) ?? (texts.get(absolute) ? { kind: "file", executable: false } : undefined);
    },
    list: (path) => (isOutside(path) ? undefined : namesIn(absolutePath(path))),
    entries: (folder) => entriesIn(absolutePath(folder)),
    overlay(path, text) {
      const absolute = absolutePath(path);
      const encoding = texts.get(absolute)?.encoding ?? "utf8";
      texts.set(absolute, typeof text === "string" ? { text, encoding } : text);
    },
    asked: () => [...asked],
    encodingOf: (path) => texts.get(absolutePath(path))?.encoding ?? "utf8",
  };
}

/** Whether a path is the same resolved, which Node would find out sign by sign: a search asks for hundreds. */
function isPlain(path: string): boolean {
  return sep === "/" && path.startsWith("/") && !/\/\.{0,2}(?:\/|$)/.test(path);
}
