/**
 * The shape of what keepalived knows. Every fact stands once, in `keywords/*.ts`, `grammars.ts` and `removed.ts`;
 * lint, hover, completion, documentation and grammars read it from there.
 */

/** A keepalived release such as `2.2.7`. `1.0.0` also stands for "that release or earlier". */
export type Version = `${number}.${number}.${number}`;

/** Who reads a keyword: the parent process (`core`) or one of its children. */
export type Process = "core" | "vrrp" | "checker" | "bfd";

/** Parts of keepalived that a build can leave out, by a short name (`vrrp`, `lvs`, `bfd`, `snmp`, `regex`, …). */
export type Feature = string;

/** When something entered and left the language. `removed` is the first release without it. */
export interface Lifetime {
  readonly since: Version;
  readonly removed?: Version;
}

/** What the daemon does with a value that it does not accept. */
export type BadValue =
  | "ignored" // reported, the previous or default value stays
  | "default" // reported, a fixed value is used
  | "clamped" // reported, the nearest allowed value is used
  | "truncated" // reported, shortened
  | "block-skipped" // reported, the whole block is dropped
  | "logged" // only in the log: `keepalived -t` does not show it
  | "silent";

/** What happens where a keyword stands a second time in one block. */
export type Repetition =
  | "last-wins"
  | "idempotent"
  | "first-wins" // reported
  | "last-wins-reported"
  | "list"
  | "merge"
  | "unique-name" // reported when the name was used before
  | "once"; // reported

/** A number's unit, as keepalived understands the value. */
export type Unit = "s" | "ms" | "us" | "bytes" | "percent" | string;

interface ArgumentBase {
  /** What the argument is called in signatures: `priority`, `address`. */
  readonly name: string;
  readonly optional?: boolean;
  /** May be given several times, up to the end of the line. */
  readonly variadic?: boolean;
  /** The value in force when the argument is left out. */
  readonly default?: string;
  /** First release that has this argument, where it is younger than its keyword. */
  readonly since?: Version;
  /** In our own words: what to know about the value. */
  readonly note?: string;
  /** Bounds that hold in other releases than the newest, oldest first; each entry holds up to and with `until`. */
  readonly until?: readonly {
    readonly until: Version;
    readonly min?: number;
    readonly max?: number;
    readonly maxDecimals?: number;
    readonly type?: "uint" | "int" | "decimal";
  }[];
}

/** Whole number. `base: "c"` also takes `0x10` and octal `010`. */
export interface NumberArgument extends ArgumentBase {
  readonly type: "uint" | "int";
  readonly min: number;
  readonly max: number;
  readonly base?: 10 | "c";
  readonly unit?: Unit;
}
/** `digits[.digits]`. */
export interface DecimalArgument extends ArgumentBase {
  readonly type: "decimal";
  readonly min: number;
  readonly max: number;
  readonly maxDecimals: number;
  readonly unit?: Unit;
}
/** `true on yes` / `false off no`, lower case. */
export interface BooleanArgument extends ArgumentBase {
  readonly type: "bool";
}
export interface EnumArgument extends ArgumentBase {
  readonly type: "enum";
  readonly values: readonly EnumValue[];
  readonly caseSensitive: boolean;
  /** Signs that may stand before a value (`+read`). */
  readonly prefixes?: readonly string[];
}
export interface EnumValue {
  readonly value: string;
  readonly summary?: string;
  readonly since?: Version;
}
export interface AddressArgument extends ArgumentBase {
  readonly type: "ip" | "ip-mask" | "ip-range" | "host-or-ip";
  readonly family: "any" | "ipv4" | "ipv6";
  readonly multicast?: boolean;
}
export interface PortArgument extends ArgumentBase {
  readonly type: "port";
  readonly min: number;
  readonly max: number;
}
/** A name that must be (or may be) defined elsewhere in the configuration. */
export interface ReferenceArgument extends ArgumentBase {
  readonly type: "reference";
  readonly to: SymbolKind;
  /** `before`: must stand earlier in the file; `anywhere`: may stand later. */
  readonly defined: "before" | "anywhere";
}
/** `maxLength` in bytes. */
export interface TextArgument extends ArgumentBase {
  readonly type:
    | "string"
    | "path"
    | "interface"
    | "user"
    | "group"
    | "email"
    | "literal"
    | "mac"
    | "hex"
    | "regex"
    | "umask"
    | "hmac-key"
    | "script"
    | "uint-or-range"
    | "enum-or-uint"
    | "rt-name"
    | "other";
  readonly maxLength?: number;
  readonly exactLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly values?: readonly EnumValue[];
  readonly caseSensitive?: boolean;
  /** For `other`: the name of a grammar of its own, such as `encap`, `realms`, `rtt`, `mark-mask`. */
  readonly grammar?: string;
}
/** One of several forms, told apart by what stands there (`10.0.0.1 80` | `fwmark 3` | `group web`). */
export interface VariantArgument extends ArgumentBase {
  readonly type: "variant";
  readonly variants: readonly (readonly Argument[])[];
}
/** Keyword and value groups in any order (`inst VI_1 id 5`). */
export interface OptionsArgument extends ArgumentBase {
  readonly type: "options";
  readonly options: readonly Option[];
}

export type Argument =
  | NumberArgument
  | DecimalArgument
  | BooleanArgument
  | EnumArgument
  | AddressArgument
  | PortArgument
  | ReferenceArgument
  | TextArgument
  | VariantArgument
  | OptionsArgument;

/** An option inside a line (`dev eth0`, `weight 5 reverse`). `positional` ones have no word of their own. */
export interface Option extends Lifetime {
  readonly name: string;
  readonly aliases?: readonly { readonly name: string; readonly since?: Version; readonly deprecated?: boolean }[];
  readonly arguments: readonly Argument[];
  readonly positional?: boolean;
  readonly summary?: string;
  readonly only?: readonly string[];
  readonly features?: readonly Feature[];
}

/** How the lines of a block of free lines (`virtual_ipaddress { … }`) are written. */
export interface LineGrammar {
  readonly name: string;
  readonly summary: string;
  readonly positional: readonly Argument[];
  readonly options: readonly Option[];
  /** Alternatives for the whole line, where `positional` does not suffice. */
  readonly variants?: readonly (readonly Argument[])[];
  /** Every word of the line is one of these. */
  readonly words?: Argument;
  readonly features?: readonly Feature[];
}

export type SymbolKind =
  | "vrrp_instance"
  | "vrrp_sync_group"
  | "vrrp_script"
  | "vrrp_track_process"
  | "track_file"
  | "track_group"
  | "bfd_instance"
  | "virtual_server_group"
  | "garp_group";

export interface Deprecation {
  readonly since?: Version;
  /** What to write instead; the path of a keyword where it is one. */
  readonly replacement?: string;
  /** How `keepalived -t` takes it: an error, only in the log, or not at all. */
  readonly reported: "error" | "logged" | "silent";
}

/** One keyword at one place of the language. */
export interface Keyword extends Lifetime {
  readonly name: string;
  /** Block names down to the keyword, joined by `/`: `vrrp_instance/priority`. Unique. */
  readonly path: string;
  /** One to three sentences, ours: what it does, unit, default, what to watch for. Markdown. */
  readonly summary: string;
  /** flag: takes no argument; option: takes arguments; block: holds keywords; lines: holds free lines. */
  readonly kind: "flag" | "option" | "block" | "lines";
  /** Arguments on the keyword's own line; for blocks, the words before the brace. */
  readonly arguments: readonly Argument[];
  /** The processes that act on it. */
  readonly processes: readonly Process[];
  readonly features: readonly Feature[];
  /** What happens where a needed argument is missing: `fatal` ends the reading at once. */
  readonly missingArgument: "fatal" | "error" | "allowed" | "logged" | "crash";
  readonly badValue?: BadValue;
  readonly repetition: Repetition;
  /** What happens with words beyond the arguments. */
  readonly surplusWords: "ignored" | "error" | "error-line-dropped" | "logged" | "block-skipped" | "variadic";
  /** Must stand in its block; the text says when. */
  readonly required?: string;
  /** Value in force where the keyword is absent. */
  readonly default?: string;
  readonly context?: string;
  readonly deprecated?: Deprecation;
  /** The same keyword under its main name. */
  readonly aliasOf?: string;
  /** The raw line is split again: `quoted` for scripts, `escaped` for regular expressions. */
  readonly splitter?: "quoted" | "escaped";
  /** For `lines`: the grammar of each line, a key of `lineGrammars`. */
  readonly lines?: string;
  /** For `block`: the keywords inside, in the daemon's order of search. */
  readonly children?: readonly Keyword[];
  /** Where a release differs: in our words. */
  readonly differences?: readonly { readonly version: Version; readonly note: string }[];
}

/** A keyword that older releases had and the newest has not. */
export interface RemovedKeyword {
  readonly path: string;
  readonly name: string;
  readonly since: Version;
  readonly removed: Version;
  readonly summary: string;
  /** What took its place, if anything: a path or a sentence. */
  readonly replacement?: string;
}
