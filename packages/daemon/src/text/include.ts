/** Which files an include line reads, and what keepalived says of those that it does not (lib/parser.c: open_and_check_glob, check_glob_file). */
import type { Host } from "../host.js";
import { expandGlob } from "./glob.js";
import { resolvePath } from "./paths.js";

/** What is asked for with `includer`, `includem`, … or `include_check`, as bits. */
export const includeChecks = { read: 1, match: 2, wildcard: 4, brace: 8 } as const;

const directives: Readonly<Record<string, number>> = { "": 0, r: 1, m: 3, w: 7, b: 9, a: 15 };

interface IncludeLine {
  readonly checks: number;
  /** Offset of the path in the line. */
  readonly pathStart: number;
}

/** `checked`: the release has `includer` and its kin. */
export function readIncludeLine(text: string, checked: boolean): IncludeLine | undefined {
  if (!text.startsWith("include")) return undefined;
  const match = /^include([rmwba]?)[ \t\n\v\f\r][ \t]*/.exec(text);
  if (!match || (match[1] !== "" && !checked)) return undefined;
  return { checks: directives[match[1]!]!, pathStart: match[0].length };
}

interface IncludeProblem {
  readonly kind: "include-missing" | "include-empty" | "include-outside" | "include-not-readable" | "include-cycle";
  readonly path: string;
  /** It was asked for to be an error: the daemon does not start. */
  readonly refused: boolean;
  /** keepalived says so at all. */
  readonly reported: boolean;
  readonly reason?: "directory" | "executable" | "not-a-file" | "unreadable" | "some-missing";
}

interface IncludedFile {
  readonly path: string;
  readonly text: string;
}

export interface IncludeResult {
  readonly files: readonly IncludedFile[];
  readonly problems: readonly IncludeProblem[];
  /** Something outside what may be read is named: on its host it may be there. */
  readonly unread: boolean;
  /** How many names were looked at, how often it was asked what is at a path, and whether there is more to look at. */
  readonly names: number;
  readonly asked: number;
  readonly cut: boolean;
}

/** `open`: the files that are being read. `checks` joins the line's and those of `include_check`. */
export function openInclude(
  pattern: string,
  checks: number,
  directory: string,
  open: ReadonlySet<string>,
  host: Host,
): IncludeResult {
  const problems: IncludeProblem[] = [];
  const add = (
    kind: IncludeProblem["kind"],
    path: string,
    check: number,
    reason?: IncludeProblem["reason"],
    reported = true,
  ): void => {
    problems.push({ kind, path, refused: (checks & check) !== 0, reported, ...(reason ? { reason } : {}) });
  };
  const result = expandGlob(pattern, directory, host);
  const looked = { unread: result.outside, names: result.names, asked: result.asked, cut: result.cut };
  const braces = /(^|[^\\])\{/.test(pattern);
  // Of what lies outside it is said that it is not there, as keepalived would here; else nothing.
  const outside = result.outside && (!result.missing || result.matches.length > 0);
  if (outside) add("include-outside", pattern, 0, undefined, false);
  if (outside && result.matches.length === 0) return { files: [], problems, ...looked, unread: true };
  if (result.matches.length === 0) {
    if (result.missing) add("include-missing", pattern, braces ? includeChecks.brace : includeChecks.match);
    else add("include-empty", pattern, includeChecks.wildcard, undefined, (checks & includeChecks.wildcard) !== 0);
    return { files: [], problems, ...looked };
  }
  if (result.missing) {
    add("include-missing", pattern, includeChecks.brace, "some-missing");
    if (checks & includeChecks.brace) return { files: [], problems, ...looked };
  }
  const files: IncludedFile[] = [];
  for (const match of result.matches) {
    const path = resolvePath(directory, match);
    const stat = host.stat(path);
    const reason = match.endsWith("/")
      ? "directory"
      : stat?.kind !== "file"
        ? "not-a-file"
        : stat.executable
          ? "executable"
          : undefined;
    if (reason) add("include-not-readable", match, includeChecks.read, reason);
    else if (open.has(path)) add("include-cycle", match, includeChecks.read);
    else {
      const text = host.read(path);
      if (text === undefined) add("include-not-readable", match, includeChecks.read, "unreadable");
      else files.push({ path, text });
    }
  }
  return { files, problems, ...looked };
}
