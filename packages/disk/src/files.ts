/** Files as an include line of an unknown repository may be followed: whatever it names, reading comes to an end. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { realPath } from "./bounds.js";

/** No configuration is larger, and what is must not fill the memory. */
export const largestFile = 32 * 1024 * 1024;

/** What stands at a path; links are followed. `undefined` where nothing does. */
export function statOf(path: string) {
  try {
    // An error for what is not there would cost more than the question.
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    const kind = found.isFile() ? "file" : found.isDirectory() ? "directory" : "other";
    return { kind, executable: (found.mode & 0o111) !== 0 } as const;
  } catch {
    return undefined;
  }
}

/** The names in a folder, unsorted; `undefined` where it cannot be listed. */
export function namesIn(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder);
  } catch {
    return undefined;
  }
}

/** What a folder holds. Throws the reason where it cannot be listed. */
export function entriesIn(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
    name: entry.name,
    kind: entry.isFile()
      ? ("file" as const)
      : entry.isDirectory()
        ? ("directory" as const)
        : entry.isSymbolicLink()
          ? ("link" as const)
          : ("other" as const),
  }));
}

/**
 * The bytes of a regular file. Throws the reason where there is none: a pipe would be waited on and a device may have no
 * end. What the kernel makes up below /proc and /sys calls itself a regular file, and may never end either.
 */
export function readBytes(path: string, largest = largestFile): Uint8Array {
  const found = statSync(path);
  const isRegular = found.isFile() && !/^\/(?:proc|sys|dev)\//.test(realPath(path));
  if (!isRegular && !found.isDirectory()) throw Object.assign(new Error("not a regular file"), { code: "NOT_REGULAR" });
  if (found.size > largest)
    throw Object.assign(new Error(`larger than ${largest / 1024 / 1024} MB, which no configuration is`), {
      code: "TOO_LARGE",
    });
  return readFileSync(path);
}
