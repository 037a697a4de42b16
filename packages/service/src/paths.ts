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

/** The paths that an include line reads: `*`, `?`, `[…]` and `{a,b}` as glob(3) takes them, sorted. */
export function matchingPaths(
  list: (directory: string) => readonly string[] | undefined,
  directory: string,
  pattern: string,
): readonly string[] {
  return alternatives(pattern).flatMap((one) => {
    const full = joinPath(directory, one);
    const absolute = full.startsWith("/");
    return full
      .split("/")
      .filter((step) => step !== "")
      .reduce<string[]>(
        (bases, step) =>
          bases.flatMap((base) => {
            const under = (name: string) => (base === "." ? name : base === "/" ? `/${name}` : `${base}/${name}`);
            if (!/[*?[]/.test(step)) return [under(step)];
            const matches = globStep(step);
            return [...(list(base) ?? [])]
              .filter((name) => matches.test(name))
              .sort()
              .map(under);
          }),
        [absolute ? "/" : "."],
      );
  });
}

function alternatives(pattern: string): string[] {
  const group = /\{([^{}]*)\}/.exec(pattern);
  if (!group) return [pattern];
  const [all, inner = ""] = group;
  return inner
    .split(",")
    .flatMap((one) => alternatives(pattern.slice(0, group.index) + one + pattern.slice(group.index + all.length)));
}

function globStep(step: string): RegExp {
  const source = step.replace(/\[!?[^\]]*\]|[*?]|[.+^${}()|\\[\]]/g, (part) => {
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    if (part.length > 1) return part.replace("[!", "[^").replace(/\\/g, "\\\\");
    return `\\${part}`;
  });
  return new RegExp(`^${step.startsWith(".") ? "" : "(?!\\.)"}${source}$`);
}
