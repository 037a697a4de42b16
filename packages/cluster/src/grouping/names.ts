/** What the paths of configurations say: which host each is, and which could belong together. */

/** The shortest part of each path that tells the files apart: `lb1/keepalived.conf` is `lb1`, `master.conf` is `master`. */
export function hostNames(paths: readonly string[]): readonly string[] {
  const parts = paths.map((path) =>
    path
      .replace(/[\r\n]/g, "\u240a")
      .split("/")
      .filter((part) => part !== "" && part !== "."),
  );
  if (paths.length === 1) return [plainName(parts[0]?.at(-1) ?? "") || "keepalived"];
  const depth = Math.min(...parts.map(({ length }) => length));
  for (let back = 1; back <= depth; back += 1) {
    const names = parts.map((components) => plainName(components.at(-back)!));
    if (names.every((name) => name !== "") && new Set(names).size === paths.length) return names;
  }
  return tails(parts);
}

/** A file's or folder's name without what every configuration has in its name. */
function plainName(component: string): string {
  return component
    .replace(/\.(conf|cfg|txt)$/i, "")
    .replace(/^keepalived([._-]?conf)?[._-]?/i, "")
    .replace(/^[._-]+|(?<![._-])[._-]+$/g, "");
}

/** The path from the first folder in which it differs from another one. */
function tails(parts: readonly (readonly string[])[]): readonly string[] {
  let shared = 0;
  const first = parts[0] ?? [];
  while (shared < first.length && parts.every((components) => components[shared] === first[shared])) shared += 1;
  // The file's own name tells nothing where all have the same and stand in folders.
  const isOneName = parts.every((components) => components.length > shared + 1 && components.at(-1) === first.at(-1));
  const last = isOneName ? -1 : undefined;
  return parts.map((components) => components.slice(shared, last).join("/") || components.join("/"));
}

/**
 * How near two files stand. `siblings` differ only in a number or a role (`lb1` and `lb2`, `master` and `backup`);
 * `neighbours` stand in folders side by side, or in one folder.
 */
export type Nearness = "siblings" | "neighbours" | "same-folder" | "apart";

export function nearness(left: string, right: string): Nearness {
  if (left === right) return "apart";
  if (shapeOf(left).skeleton === shapeOf(right).skeleton) return "siblings";
  const a = left.split("/");
  const b = right.split("/");
  if (a.length !== b.length) return "apart";
  const different = a.filter((part, at) => part !== b[at]).length;
  if (different !== 1) return "apart";
  return a.at(-1) === b.at(-1) ? "neighbours" : "same-folder";
}

const hash = "(?<![0-9a-z])(?=[0-9a-f]*[0-9])[0-9a-f]{7,40}(?![0-9a-z])";
const role =
  "(?<![a-z])(?:master|backup|back|slaver?|primary|secondary|standby|main|active|passive|left|right|first|second|third|one|two|three|[a-d])(?![a-z])";
const part = `(?:${hash}|${role}|[0-9]+)`;
const variable = new RegExp(`${part}(?:[-_.]?${part})*`, "g");

interface PathShape {
  /** The path with roles, numbers and hash-like words taken out. */
  readonly skeleton: string;
  /** What was taken out, in order. */
  readonly variables: readonly string[];
}

function shapeOf(path: string): PathShape {
  const variables: string[] = [];
  const skeleton = path.toLowerCase().replace(variable, (found) => {
    variables.push(found);
    return "*";
  });
  return { skeleton, variables };
}

/**
 * In how many roles or numbers two siblings differ. One more where the last is the same: `site1/lb1` is nearer to
 * `site1/lb2` than to `site2/lb1`.
 */
export function distance(left: string, right: string): number {
  const own = shapeOf(left).variables;
  const others = shapeOf(right).variables;
  const different = own.filter((value, at) => value !== others[at]).length;
  return different + (own.at(-1) === others.at(-1) ? 1 : 0);
}

const kept =
  /(?:[._-](?:bak|old|orig|save|saved|dist|example|sample|disabled|rpmnew|rpmsave|new|copy)[0-9]*|(?<!~)~+)$/i;

/** The path without what tells versions and kept copies of one file apart. */
export function originalPath(path: string): string {
  let original = path;
  while (kept.test(original)) original = original.replace(kept, "");
  return original.replace(new RegExp(`[@._-]?${hash}`, "gi"), "");
}
