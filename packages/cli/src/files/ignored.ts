import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";

/** Tells which paths git would leave out, from the `.gitignore` files between the repository's root and a path. */
export interface GitIgnore {
  /** `path` is absolute. */
  ignores(path: string, isDirectory: boolean): boolean;
}

/** Outside of a repository only the files from `base` (absolute) downwards count. */
export function gitIgnore(base: string): GitIgnore {
  const files = new Map<string, Ignore | undefined>();
  const roots = new Map<string, string | undefined>();
  const rulesIn = (directory: string): Ignore | undefined => {
    if (!files.has(directory)) files.set(directory, readRules(directory));
    return files.get(directory);
  };
  const rootOf = (directory: string): string | undefined => {
    if (!roots.has(directory)) {
      const parent = dirname(directory);
      const isRoot = existsSync(join(directory, ".git"));
      roots.set(directory, isRoot ? directory : parent === directory ? undefined : rootOf(parent));
    }
    return roots.get(directory);
  };
  return {
    ignores(path, isDirectory) {
      const root = rootOf(dirname(path)) ?? base;
      // Nearer files win over farther ones, so that the first that says anything decides.
      for (let directory = dirname(path); ; directory = dirname(directory)) {
        const rules = rulesIn(directory);
        if (rules) {
          const name = relative(directory, path).split(sep).join("/") + (isDirectory ? "/" : "");
          const { ignored, unignored } = rules.test(name);
          if (ignored || unignored) return ignored;
        }
        if (directory === root || directory === dirname(directory)) return false;
      }
    },
  };
}

function readRules(directory: string): Ignore | undefined {
  try {
    return ignore().add(readFileSync(join(directory, ".gitignore"), "utf8"));
  } catch {
    return undefined;
  }
}
