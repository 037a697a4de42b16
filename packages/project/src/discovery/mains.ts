import { absolutePath, folderOf, isAbsolute, isCommonPlace, nameOf } from "../paths.js";
import { isMainFile } from "../reading/fragments.js";
import { buildFor } from "../reading/hosts.js";
import type { BesideRequest } from "./beside.js";
import { configurationsBelow } from "./walk.js";

/** A search beside one file must stay small whatever lies there. */
const bounds = { files: 32, names: 2000 };

export interface Mains {
  /** Files that include one of those that were asked for, and were not asked for themselves. */
  readonly paths: readonly string[];
  /** They and what else they include: read for the sake of the fragments, but nobody asked about them. */
  readonly hidden: ReadonlySet<string>;
}

interface MainsRequest extends BesideRequest {
  /** What the project says a file is a part of: a block or a main file (absolute). */
  readonly mainOf?: (path: string) => string | undefined;
}

export const noMains: Mains = { paths: [], hidden: new Set() };

/**
 * The main files of fragments. A part such as `conf.d/web.conf` makes sense only where it is included: by itself its
 * references are undefined and its lines stand in no block. Looked for in the part's folder and the two above it.
 */
export async function findMains(request: MainsRequest): Promise<Mains> {
  const { paths, host, queries, walk } = request;
  const asked = new Set(paths);
  const read = new Set<string>();
  const mains: string[] = [];
  const hidden = new Set<string>();
  const below = new Map<string, Promise<readonly string[]>>();
  const lookInto = (folder: string, depth: number): Promise<readonly string[]> => {
    const key = `${depth} ${folder}`;
    const known = below.get(key) ?? configurationsBelow(host, folder, { ...walk, ...bounds, depth });
    below.set(key, known);
    return known;
  };
  for (const path of paths) {
    for (const candidate of await candidatesFor(request, path, lookInto)) {
      if (asked.has(candidate) || read.has(candidate)) continue;
      read.add(candidate);
      const text = host.read(candidate);
      if (text === undefined || !/^[^#!\r\n\u2028\u2029]*\binclude[rmwba]?[ \t]/m.test(text)) continue;
      const { target } = buildFor(request, candidate, undefined);
      const files = queries.effective({ path: candidate, target }).files.map((file) => file.path);
      if (!files.some((file) => asked.has(file))) continue;
      mains.push(candidate);
      for (const file of files) if (!asked.has(file)) hidden.add(file);
    }
  }
  return { paths: mains, hidden };
}

/** Configurations in the folder of a file and the two above it, the nearest first. */
async function candidatesFor(
  { directory, host, mainOf }: MainsRequest,
  path: string,
  lookInto: (folder: string, depth: number) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const folders = [folderOf(absolutePath(directory, path)) ?? "/"];
  while (folders.length < 3) {
    const above = folderOf(folders.at(-1)!);
    // In `/etc`, `/home` or `/` everything lies, and nothing belongs together.
    if (above === undefined || isCommonPlace(above) || host.isOutside?.(above)) break;
    folders.push(above);
  }
  const found = await Promise.all(folders.map((folder, up) => lookInto(folder, up === 0 ? 0 : 1)));
  const named = mainOf?.(path);
  const files = named !== undefined && isMainFile(named) ? [named, ...found.flat()] : found.flat();
  return [...new Set(files)].map((file) => nameOf(directory, file, isAbsolute(path)));
}
