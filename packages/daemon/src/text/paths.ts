/** `/`-separated paths without IO. */

export function directoryOf(path: string): string {
  const slash = path.lastIndexOf("/");
  if (slash < 0) return "";
  return slash === 0 ? "/" : path.slice(0, slash);
}

/** `path` as seen from `directory` (`""` is the current one), with `.` and `..` taken out where that is possible. */
export function resolvePath(directory: string, path: string): string {
  const joined = path.startsWith("/") || directory === "" ? path : `${directory}/${path}`;
  const absolute = joined.startsWith("/");
  const parts: string[] = [];
  for (const part of joined.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || !absolute) parts.push(part);
  }
  return (absolute ? "/" : "") + parts.join("/") || (absolute ? "/" : ".");
}
