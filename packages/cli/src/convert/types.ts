/** A configuration as JSON: the shape of `schema/configuration.schema.json`. */

/**
 * A word of a line. A text is written bare, or in double quotes where its signs ask for them; `bare` and `quoted` say how
 * a word is written that could be written in another way. `$NAME` and `${NAME}` stay references.
 */
export type JsonWord = string | number | { readonly bare: string } | { readonly quoted: string };

/** What stands before a line of the file. */
export interface JsonPrefixed {
  /** Read only where the config-id is this one (`@lb1`). */
  readonly if?: string;
  /** Read only where the config-id is another one (`@^lb1`). */
  readonly unless?: string;
  /** Any other prefixes as they are written: `~SEQ(i, 1, 3)`, or several. */
  readonly prefixes?: readonly string[];
  /** It goes on on the line of what comes before it, whose prefix covers it too. */
  readonly joined?: true;
}

export interface JsonItemBase extends JsonPrefixed {
  /** Lines before it, `#` or `!` included. */
  readonly comments?: readonly string[];
  /** Behind it, on its last line. */
  readonly comment?: string;
}

/** A keyword with its arguments. */
interface JsonStatement extends JsonItemBase {
  readonly keyword: JsonWord;
  readonly arguments?: readonly JsonWord[];
  /** Instead of arguments: the rest of the line as it is, where keepalived splits it in another way (scripts, `regex`). */
  readonly text?: string;
  readonly block?: JsonBlock;
}

/** A line of a block of free lines, such as an address of `virtual_ipaddress`. */
interface JsonLine extends JsonItemBase {
  readonly line: readonly JsonWord[];
  readonly block?: JsonBlock;
}

/** `$NAME=value`, one text a line. */
interface JsonDefinition extends JsonItemBase {
  readonly define: string;
  readonly lines: readonly string[];
}

interface JsonInclude extends JsonItemBase {
  readonly include: string;
  /** `include` where absent. */
  readonly directive?: string;
}

/** A `}` that closes nothing in this file. */
interface JsonClose extends JsonItemBase {
  readonly close: true;
}

export type JsonItem = JsonStatement | JsonLine | JsonDefinition | JsonInclude | JsonClose;

export interface JsonBlock {
  readonly items: readonly JsonItem[];
  /** Behind the `{`. */
  readonly comment?: string;
  /** Between the keyword and a `{` on a line of its own. */
  readonly before?: readonly string[];
  /** The `{` is on a line of its own, which no prefix of the keyword covers. */
  readonly ownLine?: true;
  /** Before the `}`. */
  readonly comments?: readonly string[];
  /** What stands before the `}`; `false` where it is not in this file. */
  readonly close?: JsonPrefixed | false;
}

export interface JsonConfiguration {
  readonly $schema?: string;
  readonly version: 1;
  /** How the file's bytes are letters, where that is not UTF-8. */
  readonly encoding?: "latin1";
  readonly byteOrderMark?: true;
  readonly items: readonly JsonItem[];
  /** After the last item. */
  readonly comments?: readonly string[];
}
