import type { Lifetime } from "@kalint/schema";

/** What may stand on a line and is no keyword: it is handled before keepalived looks for one. */
export interface Directive extends Lifetime {
  readonly name: string;
  /** How it is written, for signatures. */
  readonly form: string;
  /** LSP snippet. */
  readonly snippet: string;
  readonly summary: string;
}

const included =
  "Reads other files in place of this line. The rest of the line is the path, blanks and quotes included; wildcards are expanded, relative paths start at the directory of the file with this line.";

/** keepalived 2.4.3, lib/parser.c: include_check_set, check_include, read_line. */
export const directives: readonly Directive[] = [
  {
    name: "include",
    form: "include <path or pattern>",
    snippet: "include ${1:conf.d/*.conf}",
    summary: `${included} A path that matches nothing is no error.`,
    since: "1.1.14",
  },
  {
    name: "includer",
    form: "includer <path or pattern>",
    snippet: "includer ${1:conf.d/*.conf}",
    summary: `${included} It is an error if a match is not a readable plain file.`,
    since: "2.2.0",
  },
  {
    name: "includem",
    form: "includem <path or pattern>",
    snippet: "includem ${1:conf.d/site.conf}",
    summary: `${included} It is an error if a match cannot be read or a path without wildcard does not exist.`,
    since: "2.2.0",
  },
  {
    name: "includew",
    form: "includew <path or pattern>",
    snippet: "includew ${1:conf.d/*.conf}",
    summary: `${included} It is an error if a match cannot be read or nothing matches, with or without wildcard.`,
    since: "2.2.0",
  },
  {
    name: "includeb",
    form: "includeb <path or pattern>",
    snippet: "includeb ${1:{common,site}.conf}",
    summary: `${included} It is an error if a match cannot be read or one of the \`{a,b}\` alternatives does not exist.`,
    since: "2.2.0",
  },
  {
    name: "includea",
    form: "includea <path or pattern>",
    snippet: "includea ${1:conf.d/*.conf}",
    summary: `${included} Everything that can be missing or unreadable is an error.`,
    since: "2.2.0",
  },
];

/** Lines that are read once per value. */
export const repetitions: readonly Directive[] = [
  {
    name: "~SEQ",
    form: "~SEQ(<variable>, [<start>, [<step>,]] <end>) <rest of the line>",
    snippet: "~SEQ(${1:i}, ${2:1}, ${3:10}) $0",
    summary: "Reads the rest of the line once for each number, with `$variable` replaced by it.",
    since: "2.0.9",
  },
  {
    name: "~SEQx",
    form: "~SEQx(<variable>, [<start>, [<step>,]] <end>) <rest of the line>",
    snippet: "~SEQx(${1:i}, ${2:1}, ${3:16}) $0",
    summary: "Like `~SEQ`, and writes the numbers in hexadecimal.",
    since: "2.1.0",
  },
  {
    name: "~LST",
    form: "~LST(<variable>, <value>, …) <rest of the line>",
    snippet: "~LST(${1:name}, ${2:a}, ${3:b}) $0",
    summary:
      "Reads the rest of the line once for each value, with `$variable` replaced by it. `{a,b}` in place of the variable takes several values at a time.",
    since: "2.1.0",
  },
];

/** Names that `$NAME` knows without a definition. */
export const builtinDefinitions: readonly { readonly name: string; readonly summary: string }[] = [
  { name: "_BANG", summary: "An exclamation mark, where `!` would start a comment. Keep it inside double quotes." },
  { name: "_ENV", summary: "The value of an environment variable: `${_ENV HOME}`. Since keepalived 2.4.0." },
  { name: "_HASH", summary: "A hash sign, where `#` would start a comment. Keep it inside double quotes." },
  { name: "_INSTANCE", summary: "The config-id: what `-i` gave, else the host's name up to the first dot." },
  { name: "_PWD", summary: "The current directory: that of the file being read." },
  { name: "_RANDOM", summary: "A random number: `${_RANDOM}` from 0 to 32767, `${_RANDOM 1 6}` between two bounds." },
];
