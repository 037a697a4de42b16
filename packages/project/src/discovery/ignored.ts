import type { Host } from "@kalint/daemon";
import ignore, { type Ignore } from "ignore";
import { folderOf } from "../paths.js";

/** Tells which paths git would leave out, and those that only kalint is to leave out. */
interface IgnoreFiles {
  /** `path` is absolute. */
  ignores(path: string, isDirectory: boolean): boolean;
}

/** Read in this order, so that what is for kalint alone has the last word. */
const names = [".gitignore", ".kalintignore"];

/**
 * Follows the `.gitignore` and `.kalintignore` files between the repository's root and a path. Outside of a repository
 * only the files from `base` (absolute) downwards count.
 */
export function ignoreFiles(host: Host, base: string): IgnoreFiles {
  const files = new Map<string, Ignore | undefined>();
  const roots = new Map<string, string | undefined>();
  const rulesIn = (folder: string): Ignore | undefined => {
    if (!files.has(folder)) files.set(folder, readRules(host, folder));
    return files.get(folder);
  };
  const rootOf = (folder: string): string | undefined => {
    // Asked of each folder once, and not again for each below it.
    if (!roots.has(folder)) {
      const above = folderOf(folder);
      const isRoot = host.stat(below(folder, ".git")) !== undefined;
      roots.set(folder, isRoot ? folder : above === undefined ? undefined : rootOf(above));
    }
    return roots.get(folder);
  };
  return {
    ignores(path, isDirectory) {
      const first = folderOf(path);
      const root = (first === undefined ? undefined : rootOf(first)) ?? base;
      // Nearer files win over farther ones, so that the first that says anything decides.
      for (let folder = first; folder !== undefined; folder = folderOf(folder)) {
        const rules = rulesIn(folder);
        if (rules) {
          const name = path.slice(below(folder, "").length) + (isDirectory ? "/" : "");
          const { ignored, unignored } = rules.test(name);
          if (ignored || unignored) return ignored;
        }
        if (folder === root) return false;
      }
      return false;
    },
  };
}

function readRules(host: Host, folder: string): Ignore | undefined {
  const texts = names.flatMap((name) => host.read(below(folder, name)) ?? []);
  return texts.length === 0 ? undefined : rulesOf(texts.join("\n"));
}

const most = 16;
const lately = new Map<string, Ignore>();

/** One run searches the same folders for several reasons. */
function rulesOf(text: string): Ignore {
  const known = lately.get(text) ?? ignore().add(text);
  if (lately.size >= most) lately.clear();
  lately.set(text, known);
  return known;
}

function below(folder: string, name: string): string {
  return folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}
