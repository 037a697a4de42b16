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
  | "default" // reported, a fixed value is used (`fallback`, else the keyword's default)
  | "clamped" // reported, the nearest allowed value is used
  | "truncated" // reported, shortened to `maxLength`
  | "unset" // reported, the setting is as if it had never been given
  | "kept" // reported, and used all the same
  | "word-ignored" // reported, the other words of the line count
  | "line-dropped" // reported, the line of a block of lines is dropped
  | "block-skipped" // reported, the block that the keyword opens is skipped unread
  | "block-dropped" // reported, the block in which the keyword stands is dropped at its end
  | "logged" // only in the log: `keepalived -t` does not show it
  | "silent";

/** What happens where a keyword stands a second time in one block. */
export type Repetition =
  | "last-wins"
  | "idempotent"
  | "first-wins" // reported
  | "first-kept" // as first-wins, but the same value again is not reported
  | "first-set" // as first-wins, but one that sets the default does not count as the first
  | "last-wins-reported"
  | "list"
  | "merge"
  | "unique-name" // a list; reported when the first argument was used before, and the later one is dropped
  | "once" // reported, the later one is dropped
  | "sticky" // `state`: MASTER stays, a BACKUP after it is reported and dropped
  | "block-dropped"; // reported, and the block in which it stands is dropped

/** A number's unit, as keepalived understands the value. */
export type Unit = "s" | "ms" | "us" | "bytes" | "percent" | string;

interface ArgumentBase {
  /** What the argument is called in signatures: `priority`, `address`. */
  readonly name: string;
  /** What it is, where the keyword's own summary does not say. */
  readonly summary?: string;
  readonly optional?: boolean;
  /** A password or a key: no output shows it. */
  readonly secret?: true;
  /** May be given several times, up to the end of the line. */
  readonly variadic?: boolean;
  /** The value in force when the argument is left out. */
  readonly default?: string;
  /** Allowed values that the daemon changes as it reads them. */
  readonly adjusted?: readonly { readonly value: number; readonly to: number; readonly reported: boolean }[];
  /** First release that has this argument, where it is younger than its keyword. */
  readonly since?: Version;
  /** What happens with a word that it does not take; absent: what its option, line or keyword says. */
  readonly badValue?: BadValue;
  readonly features?: readonly Feature[];
  /** In our own words: what to know about the value. */
  readonly note?: string;
  /** `keepalived -t` says nothing of a word that it does not take. */
  readonly unclaimed?: true;
  /** What holds in other releases than the newest, oldest first; each entry holds up to and with `until`. */
  readonly until?: readonly {
    readonly until: Version;
    readonly unclaimed?: true;
    readonly min?: number;
    readonly max?: number;
    readonly maxDecimals?: number;
    readonly type?: "uint" | "int" | "decimal";
    readonly family?: "any";
  }[];
}

/** A word with a meaning of its own: a value of an enumeration, or one that an address or a number may be replaced with. */
export interface EnumValue {
  readonly value: string;
  readonly summary?: string;
  readonly since?: Version;
  readonly deprecated?: Deprecation;
  readonly features?: readonly Feature[];
  /** Instead of an address: the family that it means, where it means one. */
  readonly family?: "ipv4" | "ipv6";
}

/** Whole number. `base: "c"` also takes `0x10` and octal `010`; otherwise decimal. */
export interface NumberArgument extends ArgumentBase {
  readonly type: "uint" | "int";
  readonly min: number;
  readonly max: number;
  /** The maximum in full, where it is more than a number holds exactly. */
  readonly exactMax?: string;
  /** Where the host decides the maximum: what it is there. `max` is then the most that any host has. */
  readonly hostMax?: string;
  /** Words that may stand instead of a number. */
  readonly words?: readonly EnumValue[];
  readonly base?: 10 | "c";
  /** What does not begin with a digit or a minus is taken for an option. */
  readonly plus?: false;
  readonly unit?: Unit;
}
/** `digits[.digits]`. */
export interface DecimalArgument extends ArgumentBase {
  readonly type: "decimal";
  readonly min: number;
  readonly max: number;
  readonly exactMax?: string;
  readonly maxDecimals: number;
  readonly unit?: Unit;
}
/** `digits[.digits]` with an optional unit (`s`, `sec`, `secs`, `ms`, `msec`, `msecs`); bounds in milliseconds. */
export interface DurationArgument extends ArgumentBase {
  readonly type: "duration";
  readonly min: number;
  readonly max: number;
  readonly maxDecimals: number;
  readonly unit: "ms";
  /** How a number without a unit is taken: its unit, and the bounds in that unit. */
  readonly bare: { readonly unit: string; readonly min: number; readonly max: number };
}
/** `true on yes` / `false off no`, lower case. */
interface BooleanArgument extends ArgumentBase {
  readonly type: "bool";
}
export interface EnumArgument extends ArgumentBase {
  readonly type: "enum";
  readonly values: readonly EnumValue[];
  readonly caseSensitive: boolean;
  /** Signs that may stand before a value (`+read`). */
  readonly prefixes?: readonly string[];
}
/** This word and no other (`fwmark`, `lock`). */
interface LiteralArgument extends ArgumentBase {
  readonly type: "literal";
  readonly value: string;
}
export interface AddressArgument extends ArgumentBase {
  readonly type: "ip" | "ip-mask" | "ip-range" | "host-or-ip";
  readonly family: "any" | "ipv4" | "ipv6";
  /** Must be a multicast address. */
  readonly multicast?: boolean;
  /** A prefix length or a range behind it is refused, where keepalived otherwise cuts either off. */
  readonly exact?: true;
  /** Words that may stand instead of an address (`default`, `+`). */
  readonly words?: readonly EnumValue[];
}
export interface PortArgument extends ArgumentBase {
  readonly type: "port";
  readonly min: number;
  readonly max: number;
}
/** A name that must be (or may be) defined elsewhere in the configuration. */
interface ReferenceArgument extends ArgumentBase {
  readonly type: "reference";
  readonly to: SymbolKind;
  /** `before`: must stand earlier in the file; `anywhere`: may stand later. */
  readonly defined: "before" | "anywhere";
  readonly maxLength?: number;
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
  readonly minLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly base?: 10 | "c";
  readonly values?: readonly EnumValue[];
  readonly caseSensitive?: boolean;
  /** For `hex`: letters that stand for any digit. */
  readonly wildcards?: string;
  /** For `rt-name`: the iproute2 table that holds further names (`rt_tables`). */
  readonly namesFrom?: string;
  /** For `other`: how the word is written: `realms`, `mark-mask`, `mpls-labels`, `address64`, `uint-range`, `port-range`, `ip-protocol`. */
  readonly grammar?: string;
}
/** One of several forms, told apart by what stands there (`10.0.0.1 80` | `fwmark 3` | `group web`). */
interface VariantArgument extends ArgumentBase {
  readonly type: "variant";
  readonly variants: readonly (readonly Argument[])[];
}
/** Keyword and value groups in any order (`inst VI_1 id 5`). */
export interface OptionsArgument extends ArgumentBase {
  readonly type: "options";
  readonly options: readonly Option[];
  readonly minOptions?: number;
  /** One of these must be among them. */
  readonly needs?: readonly string[];
}

export type Argument =
  | NumberArgument
  | DecimalArgument
  | DurationArgument
  | BooleanArgument
  | EnumArgument
  | LiteralArgument
  | AddressArgument
  | PortArgument
  | ReferenceArgument
  | TextArgument
  | VariantArgument
  | OptionsArgument;

/** What happens where an option stands without its value: `fatal` ends the reading at once. */
type MissingValue = "line-dropped" | "reported" | "logged" | "fatal";

/** Another spelling of an option. */
interface OptionAlias {
  readonly name: string;
  readonly since?: Version;
  readonly deprecated?: Deprecation;
}

/** An option inside a line (`dev eth0`, `weight 5 reverse`). `positional` ones have no word of their own. */
export interface Option extends Lifetime {
  readonly name: string;
  readonly aliases?: readonly OptionAlias[];
  readonly arguments: readonly Argument[];
  readonly positional?: boolean;
  /** A positional option that is only this word of the line, the keyword being word 0. */
  readonly word?: number;
  readonly summary?: string;
  /** Must stand on the line. */
  readonly required?: boolean;
  /** Only in blocks of these names. */
  readonly only?: readonly string[];
  readonly features?: readonly Feature[];
  /** Where the value is missing; absent: what the line grammar says, for a keyword's own options `reported`. */
  readonly missingValue?: MissingValue;
  /** Where the value is not accepted; absent: what the line grammar or the keyword says. */
  readonly badValue?: BadValue;
  /** Absent: the last one counts. */
  readonly repetition?: "line-dropped" | "line-ended" | "list";
  /** At most one option of a group may stand on a line. */
  readonly group?: string;
  /** Only for addresses, routes or rules of this family. */
  readonly family?: "ipv4" | "ipv6";
  /** One of these options must be on the line too. */
  readonly needs?: readonly string[];
  /** When it is allowed, in words. */
  readonly context?: string;
  readonly deprecated?: Deprecation;
  readonly note?: string;
  readonly differences?: readonly Difference[];
  /** How releases up to and with `until` took it, oldest first: see `optionIn`. */
  readonly variants?: readonly { readonly until: Version; readonly badValue?: BadValue }[];
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
  /** `any`: options stand anywhere after the positional arguments; `fixed`: one after the other as listed. */
  readonly order: "any" | "fixed";
  /**
   * A word that is no option. `destination`: it is read as the route's destination; `rest-ignored`: reported, and so is
   * nothing behind it; `logged`: only in the log.
   */
  readonly unknownWord: "word-ignored" | "line-dropped" | "rest-ignored" | "destination" | "logged" | "ignored";
  /** Releases up to and with `until` took one so: see `lineGrammarIn`. */
  readonly variant?: { readonly until: Version; readonly unknownWord: "ignored" };
  /** An option without its value. */
  readonly missingValue: MissingValue;
  /** A value that is not accepted: of an option that does not say otherwise, or, without options, of an argument. */
  readonly badValue: BadValue;
  /** In words: what no line may lack. */
  readonly required?: readonly string[];
  readonly features?: readonly Feature[];
  readonly note?: string;
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

/** Where a release differs: `version` is the first that behaves as the newest does. */
interface Difference {
  readonly version: Version;
  readonly note: string;
}

/** How releases up to and with `until` took a keyword; what is absent was as it is now. */
interface KeywordVariant {
  readonly until: Version;
  readonly kind?: "flag" | "option";
  readonly arguments?: readonly Argument[];
  readonly missingArgument?: Keyword["missingArgument"];
  readonly badValue?: BadValue;
  readonly repetition?: Repetition;
  readonly surplusWords?: Keyword["surplusWords"];
  readonly required?: string;
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
  /** The processes that know the word, where that is more than act on it. */
  readonly knownTo?: readonly Process[];
  /** What a build must hold, the block's features included: keys of `features`. */
  readonly features: readonly Feature[];
  /** What happens where a needed argument is missing: `fatal` ends the reading at once. */
  readonly missingArgument: "fatal" | "error" | "allowed" | "logged" | "silent" | "crash";
  /** Absent where every value is taken. */
  readonly badValue?: BadValue;
  /** The value used instead of a bad one, where it is not the default. */
  readonly fallback?: string;
  readonly repetition: Repetition;
  /** What happens with words beyond the arguments. */
  readonly surplusWords:
    | "ignored"
    | "error" // reported; the rest of the line counts
    | "error-line-dropped"
    | "logged"
    | "block-skipped"
    | "block-dropped"
    | "variadic";
  /** For blocks: exactly the header's words must stand before the brace. */
  readonly exactHeader?: boolean;
  /** `always`: must stand in its block; another text says when. */
  readonly required?: string;
  /** Value in force where the keyword is absent here and wherever it inherits from; a text where it is no plain value. */
  /** Has an effect only where one of these is set in the same block. */
  readonly onlyWith?: readonly string[];
  readonly default?: string;
  /** Where the value comes from where the keyword is absent: paths, the nearest first. */
  readonly inherits?: readonly string[];
  /** When it is allowed, in words. */
  readonly context?: string;
  readonly deprecated?: Deprecation;
  /** The path of the same keyword under its main name. */
  readonly aliasOf?: string;
  /** The raw line is split again: `quoted` for scripts, `escaped` for regular expressions. */
  readonly splitter?: "quoted" | "escaped";
  /** What the block's first argument names. */
  readonly defines?: SymbolKind;
  /** A group of keywords that several blocks share: `checker`. */
  readonly commonSet?: string;
  /** For `lines`: the grammar of each line, a key of `lineGrammars`. */
  readonly lines?: string;
  /** For `block`: the keywords inside, in the daemon's order of search. */
  readonly children?: readonly Keyword[];
  /** What else to know, in our words. */
  readonly note?: string;
  /** Where a release differs: in our words. */
  readonly differences?: readonly Difference[];
  /** The same for programs, oldest first: see `keywordIn`. */
  readonly variants?: readonly KeywordVariant[];
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
