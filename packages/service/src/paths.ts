import { expandGlob, type Host } from "@kalint/daemon";

/** The directory part of a `/`-separated path, `.` where it has none. */
export function directoryOf(path: string): string {
  const at = path.lastIndexOf("/");
  return at === -1 ? "." : at === 0 ? "/" : path.slice(0, at);
}

/** `path` as seen from `directory`, without `.` and `..` steps where they can be resolved. */
export function joinPath(directory: string, path: string): string {
  const full = path.startsWith("/") ? path : `${directory}/${path}`;
  const steps: string[] = [];
  for (const step of full.split("/")) {
    if (step === "" || step === ".") continue;
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else steps.push(step);
  }
  return (full.startsWith("/") ? "/" : "") + steps.join("/") || ".";
}

/** `path` as people write it from `directory`. */
export function relativePath(directory: string, path: string): string {
  const [from, to] = [directory, path].map((one) => one.split("/").filter((step) => step !== "" && step !== "."));
  let shared = 0;
  while (shared < from!.length && shared < to!.length - 1 && from![shared] === to![shared]) shared += 1;
  if (shared === 0 && path.startsWith("/")) return path;
  return [...from!.slice(shared).map(() => ".."), ...to!.slice(shared)].join("/");
}

/** How many names a request may look at, in all include lines of a document. */
interface NamesLeft {
  names: number;
}

/** The files that an include line reads, as seen from where the document's path starts: `*`, `?`, `[…]` and `{a,b}` as glob(3) takes them. */
export function includedFiles(
  { host, path }: { readonly host: Host; readonly path: string },
  pattern: string,
  left: NamesLeft = { names: 1 },
): readonly string[] {
  if (left.names <= 0) return [];
  const directory = directoryOf(path);
  const { matches, names } = expandGlob(pattern, directory, host);
  left.names -= names;
  return matches.map((match) => joinPath(directory, match)).filter((file) => host.stat(file)?.kind === "file");
}
