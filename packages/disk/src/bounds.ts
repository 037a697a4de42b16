/** How far reading goes: the root of a repository, and what somebody allows besides. */
import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";

export interface Bounds {
  /** From now on nothing but what is allowed may be read. */
  confine(): void;
  /** This file, or what lies below this folder (absolute), may be read. */
  allow(path: string): void;
  /** Whether a path (absolute) leads, links followed, to where nothing may be read. */
  isOutside(path: string): boolean;
}

/** Without bounds until `confine` is called. */
export function createBounds(): Bounds {
  const allowed = new Set<string>();
  let isConfined = false;
  // Of very many files that are allowed most are not around a path: looking up its folders ends sooner.
  const isAllowed = (path: string): boolean => {
    for (let at = path, above = dirname(at); ; at = above, above = dirname(at)) {
      if (allowed.has(at)) return true;
      if (above === at) break;
    }
    // Where one path has several spellings.
    return sep === "\\" && [...allowed].some((each) => isBelow(each, path));
  };
  return {
    confine() {
      isConfined = true;
    },
    allow(path) {
      allowed.add(realPath(path));
    },
    isOutside(path) {
      if (!isConfined) return false;
      const real = realPath(path);
      return !isAllowed(real);
    },
  };
}

/** The system's own asks nothing of each folder on the way; on Windows it would name other drives than people do. */
const linksFollowed = sep === "/" ? realpathSync.native : realpathSync;

/** Where links lead. What is not there yet lies in the folder that it would be made in. */
export function realPath(path: string): string {
  try {
    return linksFollowed(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}

function isBelow(folder: string, path: string): boolean {
  const name = relative(folder, path);
  return name !== ".." && !name.startsWith(`..${sep}`) && !isAbsolute(name);
}
