import { EmbeddedActionsParser, EOF, type TokenType } from "chevrotain";
import { definitionLines } from "./definition.js";
import {
  AnyWord,
  Bare,
  Close,
  DeepOpen,
  Definition,
  type GrammarToken,
  grammarTokenOf,
  Include,
  MissingClose,
  Open,
  StatementEnd,
  StrayClose,
  vocabulary,
} from "./grammar-tokens.js";
import {
  blockNode,
  closeBraceNode,
  definitionNode,
  includeNode,
  openBraceNode,
  statementNode,
  strayCloseNode,
  wordNode,
} from "./nodes.js";
import type { Steps } from "./steps.js";
import { firstOffset, type StructureToken } from "./structure.js";
import type { Block, Item, Statement, Word } from "./tree.js";

/** So many tokens are parsed at a time, or as many as one root item has. */
const mostAtOnce = 5000;

/** The items of a file. `tokens` must be balanced: the grammar accepts every such list, and its recovery is off. */
export function* parseItems(text: string, tokens: readonly StructureToken[]): Steps<readonly Item[]> {
  const items: Item[] = [];
  for (let from = 0; from < tokens.length; ) {
    const to = endOfRootItem(tokens, from);
    for (const item of parsePart(text, tokens.slice(from, to))) items.push(item);
    from = to;
    yield;
  }
  return items;
}

const itemEnds: ReadonlySet<StructureToken["kind"]> = new Set([
  "statementEnd",
  "close",
  "missingClose",
  "strayClose",
  "bare",
  "definition",
  "include",
]);

/** Behind the first root item that ends after so many tokens. */
function endOfRootItem(tokens: readonly StructureToken[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const { kind } = tokens[at]!;
    if (kind === "open") depth++;
    else if (kind === "close" || kind === "missingClose") depth--;
    if (depth === 0 && at - from >= mostAtOnce && itemEnds.has(kind)) return at + 1;
  }
  return tokens.length;
}

function parsePart(text: string, tokens: readonly StructureToken[]): readonly Item[] {
  parser ??= new ConfigurationParser();
  parser.text = text;
  parser.input = tokens.map(grammarTokenOf);
  const items = parser.file();
  const failure = parser.errors[0];
  parser.text = "";
  parser.input = [];
  if (failure !== undefined) throw new Error(`the grammar refused a balanced token list: ${failure.message}`);
  return items;
}

/** Made with the first text: its analysis of the grammar is for those who parse. */
let parser: ConfigurationParser | undefined;

/**
 * Four rules:
 *
 *     file      = item*
 *     item      = statement | definition | include | strayClose
 *     statement = word+ (block | statementEnd)? | block | bare
 *     block     = open item* (close | missingClose) | deepOpen
 *
 * Chevrotain asks for a class; it runs each rule once without tokens to learn the grammar, and `ACTION` keeps what reads
 * tokens out of that run.
 */
export class ConfigurationParser extends EmbeddedActionsParser {
  text = "";

  /** The grammar never changes, so that its validation (a third of the time to the first tree) is for the tests. */
  constructor(skipValidations = true) {
    super([...vocabulary, EOF], {
      maxLookahead: 1,
      recoveryEnabled: false,
      nodeLocationTracking: "none",
      skipValidations,
    });
    this.performSelfAnalysis();
  }

  readonly file = this.RULE("file", (): Item[] => {
    const items: Item[] = [];
    this.MANY(() => {
      items.push(this.SUBRULE(this.item));
    });
    return items;
  });

  readonly item = this.RULE(
    "item",
    (): Item =>
      this.OR([
        { ALT: () => this.SUBRULE(this.statement) },
        {
          ALT: () => {
            const token = this.take(Definition);
            return this.ACTION(() =>
              definitionNode(this.text, token, definitionLines(this.text, token.start, token.end)),
            );
          },
        },
        {
          ALT: () => {
            const token = this.take(Include);
            return this.ACTION(() => includeNode(this.text, token));
          },
        },
        {
          ALT: () => {
            const token = this.take(StrayClose);
            return this.ACTION(() => strayCloseNode(this.text, token));
          },
        },
      ]),
  );

  readonly statement = this.RULE("statement", (): Statement => {
    const words: Word[] = [];
    const first = (this.LA(1) as GrammarToken).source;
    let block: Block | undefined;
    this.OR([
      {
        ALT: () => {
          this.AT_LEAST_ONE(() => {
            const token = this.take(AnyWord);
            this.ACTION(() => words.push(wordNode(this.text, token)));
          });
          this.OPTION(() => {
            this.OR1([
              {
                ALT: () => {
                  block = this.SUBRULE(this.block);
                },
              },
              { ALT: () => this.take(StatementEnd) },
            ]);
          });
        },
      },
      {
        ALT: () => {
          block = this.SUBRULE1(this.block);
        },
      },
      { ALT: () => this.take(Bare) },
    ]);
    return this.ACTION(() => {
      const end = block?.end ?? words[words.length - 1]?.end ?? first.end;
      return statementNode(this.text, words, first, end, block);
    });
  });

  /** A `{` below the deepest level is a block of its own without an end. */
  readonly block = this.RULE("block", (): Block => {
    const items: Item[] = [];
    return this.OR([
      {
        ALT: () => {
          const open = this.take(Open);
          this.MANY(() => {
            items.push(this.SUBRULE(this.item));
          });
          return this.OR1([
            {
              ALT: () => {
                const close = this.take(Close);
                return this.ACTION(() =>
                  blockNode(openBraceNode(open), items, close.end, closeBraceNode(this.text, close)),
                );
              },
            },
            {
              ALT: () => {
                const missing = this.take(MissingClose);
                return this.ACTION(() => blockNode(openBraceNode(open), items, firstOffset(missing)));
              },
            },
          ]);
        },
      },
      {
        ALT: () => {
          const open = this.take(DeepOpen);
          return this.ACTION(() => blockNode(openBraceNode(open), items, open.end));
        },
      },
    ]);
  });

  /** Each type is consumed in one place of a rule, so that its number there is always the first. */
  private take(type: TokenType): StructureToken {
    return (this.CONSUME(type) as GrammarToken).source;
  }
}
