/** glob(3) with GLOB_BRACE and GLOB_MARK over a Host, as keepalived expands include lines. */
import type { Host } from "../host.js";
import { resolvePath } from "./paths.js";

interface GlobResult {
  /** Matches in the order of reading: alternatives as written, each sorted. A directory ends in `/`. */
  readonly matches: readonly string[];
  /** A name without wildcard, or a directory to search, does not exist. */
  readonly missing: boolean;
  /** A wildcard was looked for in a directory. */
  readonly wildcards: boolean;
  /** Something that it names lies outside what may be read: of that only `missing` tells anything. */
  readonly outside: boolean;
  /** How many names were looked at. */
  readonly names: number;
  /** How often the host was asked what is at a path. */
  readonly asked: number;
  /** There is more than is looked at. */
  readonly cut: boolean;
}

/** More matches, and names to look at, than any configuration has; the rest is left out. */
const limits = { matches: 10_000, names: 100_000, alternatives: 1000 };

/** What the alternatives of one pattern find together. */
interface Matching {
  missing: boolean;
  wildcards: boolean;
  outside: boolean;
  names: number;
  asked: number;
  cut: boolean;
}

export function expandGlob(pattern: string, directory: string, host: Host): GlobResult {
  const matches: string[] = [];
  const state: Matching = { missing: false, wildcards: false, outside: false, names: 0, asked: 0, cut: false };
  const alternatives = expandBraces(pattern);
  for (const alternative of alternatives) {
    if (state.cut) break;
    matches.push(...matchPath(alternative, directory, host, state).sort(compareCodes));
    if (matches.length >= limits.matches) state.cut = true;
  }
  return { matches, ...state, cut: state.cut || alternatives.length >= limits.alternatives };
}

function compareCodes(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** `{a,b}` alternatives, nested ones included; `{a,b}{c,d}…` doubles with every pair. `{}` and an unclosed `{` stay as they are. */
function expandBraces(pattern: string): readonly string[] {
  const result: string[] = [];
  const pending = [pattern];
  while (pending.length > 0 && result.length < limits.alternatives) {
    const text = pending.shift()!;
    const alternatives = firstBraces(text);
    if (alternatives) pending.unshift(...alternatives.slice(0, limits.alternatives));
    else result.push(text);
  }
  return result;
}

function firstBraces(text: string): string[] | undefined {
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "{" && text[at + 1] !== "}") {
      const parts = bracedParts(text, at);
      return parts?.alternatives.map((part) => text.slice(0, at) + part + text.slice(parts.end));
    }
  }
  return undefined;
}

function bracedParts(text: string, open: number): { alternatives: readonly string[]; end: number } | undefined {
  const alternatives: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let at = open; at < text.length; at += 1) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === "{") depth += 1;
    else if (character === "}" || (character === "," && depth === 1)) {
      if (character === "," || depth === 1) {
        alternatives.push(text.slice(start, at));
        start = at + 1;
      }
      if (character === "}") depth -= 1;
      if (depth === 0) return { alternatives, end: at + 1 };
    }
  }
  return undefined;
}

function matchPath(pattern: string, directory: string, host: Host, state: Matching): string[] {
  const kindAt = (path: string) => {
    state.asked += 1;
    return host.stat(resolvePath(directory, path))?.kind;
  };
  const isOutside = (path: string): boolean => {
    if (host.isOutside?.(resolvePath(directory, path)) !== true) return false;
    state.outside = true;
    return true;
  };
  const parts = pattern.split("/");
  let paths = [""];
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    if (part === "") {
      paths = paths.map((path) => (index === 0 || last ? `${path}/` : path));
      if (last) paths = paths.map((path) => path.replace(/(?<!\/)\/+$/, "/"));
      continue;
    }
    const next: string[] = [];
    for (const path of paths) {
      state.names += 1;
      if (state.names > limits.names || next.length >= limits.matches) {
        state.cut = true;
        break;
      }
      const prefix = path === "" || path.endsWith("/") ? path : `${path}/`;
      // A backslash makes glob(3) look through the directory, as a wildcard does.
      if (!/[*?[\\]/.test(part)) {
        const name = part;
        // On the way to a folder that may be read its parents are walked through.
        if (last || kindAt(prefix + name) === "directory") next.push(prefix + name);
        else {
          state.missing = true;
          isOutside(prefix + name);
        }
        continue;
      }
      state.wildcards = true;
      if (isOutside(prefix || ".")) continue;
      const names = host.list(resolvePath(directory, prefix || "."));
      if (!names) {
        state.missing = true;
        continue;
      }
      const fits = matcherOf(part);
      for (const name of names) {
        state.names += 1;
        if ((name.startsWith(".") && !part.startsWith(".")) || !fits(name)) continue;
        if (last || kindAt(prefix + name) === "directory") next.push(prefix + name);
      }
    }
    paths = next.slice(0, limits.matches);
  }
  const found: string[] = [];
  for (const path of paths) {
    const kind = kindAt(path);
    if (kind === undefined) state.missing = true;
    if (!isOutside(path) && kind !== undefined)
      found.push(kind === "directory" && !path.endsWith("/") ? `${path}/` : path);
  }
  return found;
}

/** Any text, or whether a character fits. */
type Piece = "any" | ((character: string) => boolean);

/** Whether a path component fits a pattern. The last `*` alone is tried again, so the time is at most name × pattern. */
function matcherOf(pattern: string): (name: string) => boolean {
  const pieces = piecesOf(pattern);
  if (pieces === undefined) return (name) => name === pattern;
  return (name) => {
    const characters = [...name];
    let at = 0;
    let piece = 0;
    let star = -1;
    let from = 0;
    while (at < characters.length) {
      const fits = pieces[piece];
      if (fits === "any") {
        star = piece;
        from = at;
        piece += 1;
      } else if (fits?.(characters[at]!)) {
        at += 1;
        piece += 1;
      } else if (star >= 0) {
        from += 1;
        at = from;
        piece = star + 1;
      } else return false;
    }
    return pieces.slice(piece).every((fits) => fits === "any");
  };
}

/** `undefined` where a set is none: the pattern then stands for itself. */
function piecesOf(pattern: string): readonly Piece[] | undefined {
  const characters = [...pattern];
  const pieces: Piece[] = [];
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at]!;
    if (character === "*") {
      if (pieces.at(-1) !== "any") pieces.push("any");
    } else if (character === "?") pieces.push(() => true);
    else if (character === "\\" && at + 1 < characters.length) {
      at += 1;
      const escaped = characters[at]!;
      pieces.push((other) => other === escaped);
    } else {
      const set = character === "[" ? /^\[([!^]?)(\]?[^\]]*)\]/u.exec(characters.slice(at).join("")) : null;
      if (set === null) pieces.push((other) => other === character);
      else {
        const expression = expressionOf(set[2]!, set[1] !== "");
        if (expression === undefined) return undefined;
        pieces.push((other) => expression.test(other));
        at += [...set[0]].length - 1;
      }
    }
  }
  return pieces;
}

function expressionOf(members: string, negated: boolean): RegExp | undefined {
  try {
    return new RegExp(`^${characterSet(members, negated)}$`, "u");
  } catch {
    return undefined;
  }
}

function characterSet(members: string, negated: boolean): string {
  const inside = members.replace(/[\\\]^[]/g, "\\$&");
  return `[${negated ? "^" : ""}${inside}]`;
}
