/** The only way this package and those above it reach files. Everything runs in memory, in a browser and in a test. */
export interface Host {
  /** The file's text, or `undefined` where it is missing or cannot be read. Paths are `/`-separated. */
  read(path: string): string | undefined;
  /** What stands at a path, or `undefined` where nothing does. `executable`: any execute bit is set. */
  stat(path: string): { readonly kind: "file" | "directory" | "other"; readonly executable: boolean } | undefined;
  /** The names in a directory, unsorted, or `undefined` where it is none. */
  list(path: string): readonly string[] | undefined;
  /**
   * Whether a path leads, links followed, out of the folders that may be read: an include line of an unknown repository
   * may name any file of the machine. Left out: nothing does.
   */
  isOutside?(path: string): boolean;
}

/** A host that holds its files in memory, keyed by normalised path. `confined`: what is not below `.` is outside. */
export function memoryHost(files: Readonly<Record<string, string>>, confined = false): Host {
  const children = new Map<string, Set<string>>();
  for (const path of Object.keys(files)) {
    const parts = path.split("/");
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const directory = parts.slice(0, depth - 1).join("/") || (path.startsWith("/") ? "/" : ".");
      const names = children.get(directory) ?? new Set<string>();
      const name = parts[depth - 1];
      if (name) names.add(name);
      children.set(directory, names);
    }
  }
  return {
    read: (path) => files[path],
    stat(path) {
      if (files[path] !== undefined) return { kind: "file", executable: false };
      return children.has(path) ? { kind: "directory", executable: false } : undefined;
    },
    list(path) {
      const names = children.get(path);
      return names && [...names];
    },
    ...(confined && { isOutside: (path: string) => path.startsWith("/") || /^\.\.(?:\/|$)/.test(path) }),
  };
}
