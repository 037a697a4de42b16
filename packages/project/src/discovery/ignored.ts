import type { Host } from "@kalint/daemon";
import { once } from "@kalint/schema";
import ignore, { type Ignore } from "ignore";
import type { FolderEntry } from "../host.js";
import { folderOf } from "../paths.js";

/** Tells which paths git would leave out, and those that only kalint is to leave out. */
interface IgnoreFiles {
  /** Says what a folder (absolute) holds, so that it need not be asked for files that are not there. */
  listed(folder: string, entries: readonly FolderEntry[]): void;
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
  const files = new Map<string, Rules | undefined>();
  const roots = new Map<string, string | undefined>();
  const rulesIn = (folder: string): Rules | undefined => {
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
    listed(folder, entries) {
      if (!files.has(folder) && !entries.some(({ name }) => names.includes(name))) files.set(folder, undefined);
    },
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

function readRules(host: Host, folder: string): Rules | undefined {
  const texts = names.flatMap((name) => host.read(below(folder, name)) ?? []);
  return texts.length === 0 ? undefined : rulesOf(texts.join("\n"));
}

type Rules = Pick<Ignore, "test">;

const most = 16;
const lately = new Map<string, Rules>();

/** One run searches the same folders for several reasons. */
function rulesOf(text: string): Rules {
  const known = lately.get(text) ?? rulesFrom(text);
  if (lately.size >= most) lately.clear();
  lately.set(text, known);
  return known;
}

/** Most files are lists of names, paths and endings: until a path has a name of them, no expressions need be made. */
function rulesFrom(text: string): Rules {
  const all = once(() => ignore().add(text));
  const lines = text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  const patterns = lines.map((line) => /^\/?(?:[\w.-]+\/)*(\*?)([\w.-]+)\/?$/.exec(line.toLowerCase()));
  const matchesSome = (name: string) =>
    patterns.some((pattern) => pattern === null || (pattern[1] ? name.endsWith(pattern[2]!) : name === pattern[2]));
  return {
    test: (path) =>
      path.toLowerCase().split("/").some(matchesSome) ? all().test(path) : { ignored: false, unignored: false },
  };
}

function below(folder: string, name: string): string {
  return folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}
