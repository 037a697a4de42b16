import type { Lifetime } from "./types.js";

/** A construct that the daemon acts on while it reads lines, before it looks at keywords. */
export interface Directive extends Lifetime {
  /** How it starts: `include`, `@`, `$`, `~SEQ`. */
  readonly name: string;
  readonly form: string;
  /** One to three sentences. Markdown. */
  readonly summary: string;
  /** For `include` lines: what makes the daemon refuse the configuration. */
  readonly checks?: readonly IncludeCheck[];
}

/** `read`: a file that cannot be read; `match`: a plain name that does not exist; `wildcard_match`: a pattern without a match; `brace_match`: a `{a,b}` alternative without one. */
export type IncludeCheck = "read" | "match" | "wildcard_match" | "brace_match";

/** A definition that is there without being written. */
export interface BuiltinDefinition extends Lifetime {
  readonly name: string;
  readonly form: string;
  readonly summary: string;
}

export const directives: readonly Directive[] = [
  {
    name: "include",
    form: "include PATH",
    since: "1.1.14",
    summary:
      "Reads the files that the path or pattern matches, in order, as if their text were here. A relative path starts from the directory of the including file. A missing or unreadable file is skipped with only a line in the log, unless `include_check` requests more.",
    checks: [],
  },
  {
    name: "includea",
    form: "includea PATH",
    since: "2.2.0",
    summary:
      "Like `include`, with all checks: unreadable files, missing names, and patterns or `{a,b}` alternatives without a match are errors.",
    checks: ["read", "match", "wildcard_match", "brace_match"],
  },
  {
    name: "includeb",
    form: "includeb PATH",
    since: "2.2.0",
    summary:
      "Like `include`, but a file that cannot be read is an error, and so is a `{a,b}` alternative that matches nothing.",
    checks: ["read", "brace_match"],
  },
  {
    name: "includem",
    form: "includem PATH",
    since: "2.2.0",
    summary:
      "Like `include`, but a file that cannot be read is an error, and so is a name without wildcards that does not exist.",
    checks: ["read", "match"],
  },
  {
    name: "includer",
    form: "includer PATH",
    since: "2.2.0",
    summary: "Like `include`, but it is an error if a match cannot be read, is a directory or is executable.",
    checks: ["read"],
  },
  {
    name: "includew",
    form: "includew PATH",
    since: "2.2.0",
    summary: "Like `includem`, and a pattern that matches nothing is an error as well.",
    checks: ["read", "match", "wildcard_match"],
  },
  {
    name: "@",
    form: "@ID LINE",
    since: "1.3.0",
    summary:
      "The line is read only on the host whose config-id is `ID`: the value of the option `-i`, else the host's name up to the first dot. It applies to this one line, not to the block that the line opens.",
  },
  {
    name: "@^",
    form: "@^ID LINE",
    since: "1.3.7",
    summary: "The line is read on every host except the one whose config-id is `ID`.",
  },
  {
    name: "$",
    form: "$NAME=TEXT",
    since: "1.4.0",
    summary:
      "Defines a text that replaces `$NAME` and `${NAME}` from here on. `$NAME` must be followed by a space, `,`, `)` or the end of the line; `${NAME}` may appear anywhere. A line that ends in `\\` continues on the next one.",
  },
  {
    name: "~LST",
    form: "~LST({NAME, …}, {VALUE, …}, …) LINE",
    since: "2.1.0",
    summary:
      "Reads the line once for each group of values, with the names defined as these values. A single name needs no braces.",
  },
  {
    name: "~SEQ",
    form: "~SEQ(NAME, [START, [STEP,]] END) LINE",
    since: "2.0.9",
    summary:
      "Reads the line once for each number from the start, by default 1, to the end, with the name defined as that number.",
  },
  {
    name: "~SEQx",
    form: "~SEQx(NAME, [START, [STEP,]] END) LINE",
    since: "2.1.0",
    summary: "Like `~SEQ`, with numbers in hexadecimal; none may be negative.",
  },
];

export const builtinDefinitions: readonly BuiltinDefinition[] = [
  { name: "_BANG", form: "${_BANG}", since: "2.1.4", summary: "An exclamation mark that does not start a comment." },
  {
    name: "_ENV",
    form: "${_ENV NAME}",
    since: "2.4.0",
    summary: "The value of an environment variable of keepalived, or nothing if it is not set.",
  },
  { name: "_HASH", form: "${_HASH}", since: "2.1.4", summary: "A number sign that does not start a comment." },
  { name: "_INSTANCE", form: "${_INSTANCE}", since: "2.0.1", summary: "The config-id of this host." },
  { name: "_PWD", form: "${_PWD}", since: "1.4.3", summary: "The directory of the file that is being read." },
  {
    name: "_RANDOM",
    form: "${_RANDOM [MINIMUM [MAXIMUM]]}",
    since: "2.0.15",
    summary: "A random number, by default from 0 to 32767. It differs at every place and at every start.",
  },
];
