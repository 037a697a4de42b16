/**
 * The tree of a file as it is written. Plain read-only values: half-open UTF-16 offsets, no methods, no parents.
 * Missing parts are `undefined`.
 */
import type { Vocabulary } from "./vocabulary.js";

/** Half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `#` or `!` up to the end of the line, without the line end. */
export interface Comment extends Span {
  readonly kind: "comment";
  readonly text: string;
}

/** A word as the daemon's splitter sees it: bare, or a `"…"` string. `"` inside a bare word starts a new word. */
export interface Word extends Span {
  readonly kind: "word" | "string";
  /** As written, quotes included. */
  readonly text: string;
  /** Without the quotes. */
  readonly value: string;
  /** Set on a string that has no closing quote on its line. */
  readonly unterminated?: true;
}

export interface Brace extends Span {
  readonly kind: "open" | "close";
  /** What stands in front of this `}` on its line; in front of a `{` it belongs to the statement. */
  readonly prefixes?: Prefixed;
}

/** `@lb1 ` or `@^lb1 ` in front of a line: it is read only where the config-id is (is not) `id`. */
export interface Condition extends Span {
  readonly kind: "condition";
  readonly id: string;
  readonly negated: boolean;
}

/** `~SEQ(…)`, `~SEQx(…)` or `~LST(…)` in front of a line: it is read once per value. */
export interface Repetition extends Span {
  readonly kind: "repetition";
  readonly directive: "~SEQ" | "~SEQx" | "~LST";
  readonly text: string;
}

/** What the daemon looks for in front of a line. Each covers the physical line to its end, whatever items stand on it. */
export interface Prefixed {
  readonly condition?: Condition;
  readonly repetitions: readonly Repetition[];
  /** In `@a ~SEQ(…) @b …` the second condition: a repeated line is read from its beginning again. */
  readonly furtherConditions?: readonly Condition[];
}

/** Comments attached to an item: whole lines before it, and the one that follows on its last line. */
export interface Attached {
  readonly leading: readonly Comment[];
  readonly trailing?: Comment;
}

/**
 * A keyword with its arguments, or one line of a block of free lines. `words` is empty only for a `{` without a keyword
 * and for a line that holds nothing but prefixes. A word is as written: `\\#` keeps its backslash, `${NAME}` is part of a word.
 */
export interface Statement extends Span, Prefixed, Attached {
  readonly kind: "statement";
  readonly words: readonly Word[];
  readonly block?: Block;
}

export interface Block extends Span {
  readonly kind: "block";
  readonly open: Brace;
  /** Comments between the keyword's words and a `{` on a later line. */
  readonly before: readonly Comment[];
  /** Comment after `{` on the same line. */
  readonly openComment?: Comment;
  readonly items: readonly Item[];
  /** Comments after the last item. */
  readonly dangling: readonly Comment[];
  /** `undefined` where the closing brace is missing: the block then ends where it should have been closed. */
  readonly close?: Brace;
}

/** `$NAME=value`, with its continuation lines. */
export interface Definition extends Span, Prefixed, Attached {
  readonly kind: "definition";
  readonly name: Span & { readonly text: string };
  /** One span a line, without the `\` and surrounding blanks. */
  readonly lines: readonly (Span & { readonly text: string })[];
}

/** `include PATH` and its kin: the path is the rest of the line. */
export interface Include extends Span, Prefixed, Attached {
  readonly kind: "include";
  readonly directive: Span & { readonly text: string };
  readonly path: Span & { readonly text: string };
}

/** A `}` that closes nothing, or that belongs to a `{` below the deepest level. */
export interface StrayClose extends Span, Attached {
  readonly kind: "strayClose";
  readonly brace: Brace;
}

export type Item = Statement | Definition | Include | StrayClose;

export interface File extends Span {
  readonly kind: "file";
  readonly items: readonly Item[];
  readonly dangling: readonly Comment[];
}

/**
 * What the text itself shows to be wrong. `conditional` marks a brace on a line with a prefix: the file as written does not
 * pair up, but what one host reads of it may.
 */
export type SyntaxProblem =
  /** A block is never closed. `open` is its `{`; `expected` the offset where `}` should have stood. */
  | {
      readonly kind: "unclosed-block";
      readonly open: Span;
      readonly header?: Span;
      readonly expected: number;
      readonly conditional?: true;
    }
  | { readonly kind: "stray-close"; readonly at: Span; readonly conditional?: true }
  | { readonly kind: "unterminated-string"; readonly at: Span }
  | { readonly kind: "too-deep"; readonly at: Span };

/** Everything in the text that is no word, brace or comment is blank: text = tokens and blanks by offset. */
export interface Token extends Span {
  readonly kind:
    | "word"
    | "string"
    | "open"
    | "close"
    | "comment"
    | "lineEnd"
    | "blank"
    | "condition"
    | "repetition"
    | "definition"
    | "include";
}

/** A text taken apart, its braces paired: a tree without its items. */
export interface Outline {
  readonly text: string;
  /** The words it was parsed with, so that an edited text can be parsed alike. */
  readonly vocabulary: Vocabulary;
  /** Every character of the text is in exactly one token, in order. */
  readonly tokens: readonly Token[];
  readonly problems: readonly SyntaxProblem[];
  /**
   * The stretches in which braces do not pair up, in order: each from a root block's header, or the first word, to the last
   * word before the next one's. Within one, which block a line belongs to is a guess; between them the braces are certain.
   */
  readonly unpaired: readonly Span[];
}

export interface SyntaxTree extends Outline {
  readonly file: File;
}
