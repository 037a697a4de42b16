import { createToken, type IToken, type TokenType } from "chevrotain";
import type { StructureToken } from "./structure.js";

/** What the grammar is written in: a token of the structure, in the form that Chevrotain's parser compares. */
export interface GrammarToken extends IToken {
  readonly source: StructureToken;
}

export const AnyWord = grammarToken("Word");
export const StatementEnd = grammarToken("StatementEnd");
export const Bare = grammarToken("Bare");
export const Open = grammarToken("Open");
export const Close = grammarToken("Close");
export const MissingClose = grammarToken("MissingClose");
export const StrayClose = grammarToken("StrayClose");
export const DeepOpen = grammarToken("DeepOpen");
export const Definition = grammarToken("Definition");
export const Include = grammarToken("Include");

export const vocabulary: TokenType[] = [
  AnyWord,
  StatementEnd,
  Bare,
  Open,
  Close,
  MissingClose,
  StrayClose,
  DeepOpen,
  Definition,
  Include,
];

/** A string is a word to the grammar. */
const types: Partial<Record<StructureToken["kind"], TokenType>> = {
  word: AnyWord,
  string: AnyWord,
  statementEnd: StatementEnd,
  bare: Bare,
  open: Open,
  close: Close,
  missingClose: MissingClose,
  strayClose: StrayClose,
  deepOpen: DeepOpen,
  definition: Definition,
  include: Include,
};

export function grammarTokenOf(source: StructureToken): GrammarToken {
  const tokenType = types[source.kind];
  if (tokenType === undefined) throw new Error(`the structure of a text holds no ${source.kind}`);
  // Chevrotain compares the number; the words are read from the text, where a node needs them.
  return { tokenType, tokenTypeIdx: tokenType.tokenTypeIdx!, image: "", startOffset: source.start, source };
}

/** The scan of `lexer.ts` makes the tokens: what begins one depends on the line that it stands on. */
function grammarToken(name: string): TokenType {
  return createToken({ name });
}
