import { createToken, type IToken, type TokenType } from "chevrotain";
import { Close, Condition, Definition, Include, LineEnd, Open, QuotedString, Repetition, Word } from "./lexer.js";

/** A token of the grammar, with the `@id` and `~SEQ(…)` written in front of it on its line. */
export interface StructureToken extends IToken {
  prefixes?: readonly IToken[];
}

/** A line that consists of prefixes. */
export const Bare = createToken({ name: "Bare", pattern: /$^/ });
/** The end of a statement that no `{` follows, on this line or a later one. */
export const StatementEnd = createToken({ name: "StatementEnd", pattern: /$^/ });
/** A `}` that closes nothing. */
export const StrayClose = createToken({ name: "StrayClose", pattern: /$^/ });
/** Stands, without text, where a `}` is missing. */
export const MissingClose = createToken({ name: "MissingClose", pattern: /$^/ });
/** A `{` below the deepest level: it opens nothing. */
export const DeepOpen = createToken({ name: "DeepOpen", pattern: /$^/ });

export const grammarTokens: TokenType[] = [
  Word,
  QuotedString,
  Open,
  Close,
  Definition,
  Include,
  Bare,
  StatementEnd,
  StrayClose,
  MissingClose,
  DeepOpen,
];

export function virtualToken(tokenType: TokenType, offset: number): StructureToken {
  return { image: "", startOffset: offset, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx! };
}

export function retyped(token: StructureToken, tokenType: TokenType): StructureToken {
  return { ...token, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx! };
}

export function tokenEnd(token: IToken): number {
  return token.startOffset + token.image.length;
}

/** Start of what stands first for this token, its prefixes included. */
export function firstOffset(token: StructureToken): number {
  return token.prefixes?.[0]?.startOffset ?? token.startOffset;
}

export function isWord(token: IToken | undefined): boolean {
  return token !== undefined && (token.tokenType === Word || token.tokenType === QuotedString);
}

/**
 * Leaves of the line ends only those that separate statements, so that one token of lookahead is enough:
 * the daemon lets `{` follow its keyword after any number of lines. Prefixes move onto the token that they precede.
 */
export function structureOf(tokens: readonly IToken[]): StructureToken[] {
  const stream: StructureToken[] = [];
  let prefixes: IToken[] | undefined;
  let inStatement = false;
  let ended = false;
  for (const token of tokens) {
    const type = token.tokenType;
    if (type === LineEnd) {
      if (prefixes !== undefined) {
        stream.push(bare(prefixes));
        prefixes = undefined;
      } else if (inStatement) ended = true;
      continue;
    }
    if (ended) {
      if (type !== Open) stream.push(virtualToken(StatementEnd, tokenEnd(stream[stream.length - 1]!)));
      inStatement = false;
      ended = false;
    }
    if (type === Condition || type === Repetition) {
      prefixes = prefixes ?? [];
      prefixes.push(token);
      continue;
    }
    const next: StructureToken = token;
    if (prefixes !== undefined) {
      next.prefixes = prefixes;
      prefixes = undefined;
    }
    stream.push(next);
    inStatement = type === Word || type === QuotedString;
  }
  if (prefixes !== undefined) stream.push(bare(prefixes));
  return stream;
}

function bare(prefixes: readonly IToken[]): StructureToken {
  const token = virtualToken(Bare, tokenEnd(prefixes[prefixes.length - 1]!));
  token.prefixes = prefixes;
  return token;
}
