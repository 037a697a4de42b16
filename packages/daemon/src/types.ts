import type { Keyword, Process, SymbolKind, Version } from "@kalint/schema";
import type { SyntaxTree } from "@kalint/syntax";
import type { Host } from "./host.js";
import type { ReadingStart, Source } from "./text/reports.js";
import type { SplitWord, Wording } from "./text/words.js";
import type { TakenSetting } from "./values/settings.js";

/** A value while it is being made. */
export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Which value unknown words have: the least or the most, the first or the last; or `mixed`, some this and some that. */
export type Filling = "low" | "high" | "mixed";

/** Half-open UTF-16 range in a file. */
export interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** One step of how text came to be read where it is read: through an include, a definition or a repetition. */
export interface Expansion {
  readonly kind: "include" | "definition" | "repetition";
  /** The path, the definition's name, or the repeated variable with its value (`i=3`). */
  readonly name: string;
  /** Where the include line, the reference or the `~SEQ` stands. */
  readonly place: Place;
  /** Where the definition stands, for `definition`. */
  readonly defined?: Place;
}

/** A word as the daemon sees it after all expansion. */
export interface EffectiveWord {
  readonly value: string;
  /** The text to show and to edit: the word itself, or the reference that it came from. */
  readonly place: Place;
  /** Set where the value is not simply the text at `place` (a definition was substituted). */
  readonly expanded?: true;
  /** It stood in double quotes. */
  readonly quoted?: true;
  /**
   * Set where a part of it, or all, is a value that nobody knows, to the word with its references (`10.0.0.${_ENV N}`;
   * `$NAME` where only another host defines it: what this one's daemon does with the text, a rule says).
   * It fits every argument, decides nothing, and nothing said may rest on it; `value` is then one of those it can have.
   */
  readonly unknown?: string;
}

/** One keyword with its arguments as one host reads it, in the block in which the daemon reads it. */
export interface EffectiveStatement {
  readonly keyword: Keyword;
  /** Its words without their places, keyword first, a closing `{` not included. */
  readonly wording: Wording;
  /** The same words with their places, made for who asks. */
  readonly words: readonly EffectiveWord[];
  readonly file: string;
  /** Where a word of `wording` ends in the file, without making places. */
  endOf(word: SplitWord): number;
  /** The line as the keyword's own splitter gets it: after comments, substitution and brace splitting. */
  readonly raw: string;
  readonly place: Place;
  /** The daemon's line number, from 1, in `place.file`; an expansion counts as the line that it is used on. */
  readonly line: number;
  /** Innermost last. Empty where the line stands in the file itself. */
  readonly expansions: readonly Expansion[];
  readonly parent?: EffectiveStatement | undefined;
  /** For blocks of keywords. */
  readonly children: readonly EffectiveStatement[];
  /** For blocks of free lines. */
  readonly lines: readonly EffectiveLine[];
  /** Where its block ends: the `}` or, where it is missing, the end of the file. The daemon's end-of-block checks name this line. */
  readonly end: { readonly place: Place; readonly line: number; readonly missing: boolean } | undefined;
  /** The daemon drops the whole block for this reason and looks at nothing in it. */
  readonly skipped?: "bad-header" | "duplicate-name" | "duplicate-block";
  /** The daemon has stopped for good before it gets here (`EffectiveConfiguration.fatal`): it says nothing of this. */
  readonly unread?: true;
  /**
   * What it sets, where somebody has asked values/settings.ts. It follows from the rest. Here and in no map beside: one of
   * all statements cost a twelfth of a check.
   */
  setting: TakenSetting | undefined;
}

/** One line of a block of free lines. */
export interface EffectiveLine {
  readonly wording: Wording;
  readonly words: readonly EffectiveWord[];
  readonly file: string;
  endOf(word: SplitWord): number;
  readonly raw: string;
  readonly place: Place;
  readonly line: number;
  readonly expansions: readonly Expansion[];
  readonly parent: EffectiveStatement;
}

/** What the daemon says while it reads, before any keyword looks at its value. One per place; rules turn them into diagnostics. */
export interface ReadingProblem {
  readonly kind:
    | "unknown-keyword"
    | "unexpected-open"
    | "missing-open"
    | "surplus-close"
    | "missing-close"
    | "unterminated-quote"
    | "surplus-header-words"
    | "line-too-long"
    | "embedded-nul"
    | "bad-repetition"
    | "bad-definition"
    | "expansion-limit"
    | "include-missing"
    | "include-empty"
    | "include-outside"
    | "include-unknown"
    | "include-not-readable"
    | "include-cycle";
  readonly place: Place;
  /** The daemon's line, or `null` where it names none. */
  readonly line: number | null;
  readonly expansions: readonly Expansion[];
  /** `keepalived -t` of the target complains: false for what only we notice. */
  readonly daemon: boolean;
  /** The word that is wrong, where there is one. */
  readonly word?: EffectiveWord;
  /** The block that is being read: a keyword's path, `""` at the top. */
  readonly block: string;
  /** The earlier problem that this one only follows from (an unknown block's braces, …). */
  readonly cause?: ReadingProblem;
  /** Further facts for the message: how many braces, the maximum, … */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** A `$NAME=value` line that this host reads. */
export interface DefinitionSite {
  readonly name: string;
  /** The whole of its first line. */
  readonly place: Place;
  /** As written on its first line; not expanded. */
  readonly value: string;
  readonly multiline: boolean;
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Made on demand, once. Of a template: the tree of one rendering, with the offsets of the text. */
  readonly tree: SyntaxTree;
  /** Its braces certainly pair up as they are, told without the tree. */
  readonly isPaired: boolean;
}

export interface EvaluateOptions {
  /** The main file. */
  readonly path: string;
  readonly host: Host;
  readonly target: Version;
  /** The host's config-id (`-i`, or the host name up to the first dot); `undefined` for a host that no line names. */
  readonly configId?: string;
  /** Features that the host's build leaves out: their keywords are unknown there. */
  readonly withoutFeatures?: readonly string[];
  /** For `${_ENV NAME}`; a name that is not among these is empty. Absent: all of them are unknown. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Gives the file of a text, where somebody keeps them; else each reading makes its own. */
  readonly sourceFile?: (source: Source) => SourceFile;
  /** Told each time that the lines of the files are read: once, or twice where the child processes see others. */
  readonly onLines?: () => void;
  /** Gives the mask of a rendering for a file that is a template. */
  readonly rendered?: (path: string, text: string) => string | undefined;
  /** How many lines repetitions, definitions and repeated includes may add to those of the files. */
  readonly room?: number;
  /** Only the main file's lines from here on are read. */
  readonly from?: ReadingStart;
  /** Which of their values unknown words get: what holds with both does not rest on them. */
  readonly filling?: Filling;
}

/** The configuration as exactly one host reads it. */
export interface EffectiveConfiguration {
  readonly path: string;
  readonly target: Version;
  readonly configId: string | undefined;
  /** Features that the host's build leaves out. */
  readonly withoutFeatures?: readonly string[];
  /** Root statements in the order of reading. */
  readonly statements: readonly EffectiveStatement[];
  readonly problems: readonly ReadingProblem[];
  /** In the order of reading; a name may be defined again. */
  readonly definitions: readonly DefinitionSite[];
  /** Every file that was read, the main file first. */
  readonly files: readonly SourceFile[];
  /** How many lines were read, after conditions and expansions. */
  readonly lines: number;
  /** How many lines repetitions, definitions and repeated includes have added. */
  readonly added: number;
  /** A limit was reached, and is a problem of kind `expansion-limit`: some of what is there was not read. */
  readonly isCut?: true;
  /** The words of unknown content that were read; each place once. */
  readonly unknown: readonly Place[];
  /**
   * Where the daemon stops for good, and in which process: at a missing argument, or after the parent's pass at an
   * include that must not fail. What comes later is marked: statements `unread`, problems `daemon: false`.
   */
  readonly fatal?: {
    readonly kind: "missing-argument" | "include";
    readonly place: Place;
    readonly line: number;
    readonly process: Process;
  };
}

export interface SymbolDefinition {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly place: Place;
  readonly statement: EffectiveStatement;
}

export interface SymbolReference {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly place: Place;
  readonly from: EffectiveStatement | EffectiveLine;
  /** Must be defined on an earlier line. */
  readonly before: boolean;
  readonly definition?: SymbolDefinition;
}
