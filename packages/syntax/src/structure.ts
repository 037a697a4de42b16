import type { Span, Token } from "./tree.js";

/** A token of the grammar, with the `@id` and `~SEQ(…)` written in front of it on its line. */
export interface StructureToken extends Span {
  readonly kind: Token["kind"] | VirtualKind;
  readonly prefixes?: readonly Token[];
}

/**
 * `bare`: a line that consists of prefixes. `statementEnd`: the end of a statement that no `{` follows, on this line or a
 * later one. `strayClose`: a `}` that closes nothing. `missingClose`: stands, without text, where a `}` is missing.
 * `deepOpen`: a `{` below the deepest level, which opens nothing.
 */
type VirtualKind = "bare" | "statementEnd" | "strayClose" | "missingClose" | "deepOpen";

export function virtualToken(kind: VirtualKind, offset: number): StructureToken {
  return { kind, start: offset, end: offset };
}

export function retyped(token: StructureToken, kind: VirtualKind): StructureToken {
  return { ...token, kind };
}

/** Start of what stands first for this token, its prefixes included. */
export function firstOffset(token: StructureToken): number {
  return token.prefixes?.[0]?.start ?? token.start;
}

export function isWord(token: StructureToken | undefined): token is StructureToken {
  return token !== undefined && (token.kind === "word" || token.kind === "string");
}

/**
 * Leaves of the line ends only those that separate statements, so that one token of lookahead is enough:
 * the daemon lets `{` follow its keyword after any number of lines. Prefixes move onto the token that they precede.
 */
export function structureOf(tokens: readonly Token[]): StructureToken[] {
  const stream: StructureToken[] = [];
  let prefixes: Token[] | undefined;
  let inStatement = false;
  let ended = false;
  for (const token of tokens) {
    const { kind } = token;
    if (kind === "blank" || kind === "comment") continue;
    if (kind === "lineEnd") {
      if (prefixes !== undefined) {
        stream.push(bare(prefixes));
        prefixes = undefined;
      } else if (inStatement) ended = true;
      continue;
    }
    if (ended) {
      if (kind !== "open") stream.push(virtualToken("statementEnd", stream[stream.length - 1]!.end));
      inStatement = false;
      ended = false;
    }
    if (kind === "condition" || kind === "repetition") {
      prefixes = prefixes ?? [];
      prefixes.push(token);
      continue;
    }
    stream.push(prefixes === undefined ? token : { ...token, prefixes });
    prefixes = undefined;
    inStatement = kind === "word" || kind === "string";
  }
  if (prefixes !== undefined) stream.push(bare(prefixes));
  return stream;
}

function bare(prefixes: readonly Token[]): StructureToken {
  return { ...virtualToken("bare", prefixes[prefixes.length - 1]!.end), prefixes };
}
