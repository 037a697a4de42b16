import { EmbeddedActionsParser, EOF, type IToken } from "chevrotain";
import { definitionLines } from "./definition.js";
import { Close, Definition, Include, Open, QuotedString, Word as WordToken } from "./lexer.js";
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
import {
  Bare,
  DeepOpen,
  firstOffset,
  grammarTokens,
  MissingClose,
  StatementEnd,
  StrayClose,
  type StructureToken,
  tokenEnd,
} from "./structure.js";
import type { Block, Item, Statement, Word } from "./tree.js";

/** The items of a file. `tokens` must be balanced: the grammar accepts every such list, and its recovery is off. */
export function parseItems(text: string, tokens: readonly StructureToken[]): readonly Item[] {
  parser.text = text;
  parser.input = tokens as IToken[];
  const items = parser.file();
  const failure = parser.errors[0];
  parser.text = "";
  parser.input = [];
  if (failure !== undefined) throw new Error(`the grammar refused a balanced token list: ${failure.message}`);
  return items;
}

/**
 * Four rules. Chevrotain wants a class; it runs each rule once without tokens to learn the grammar, and `ACTION`
 * keeps what reads tokens out of that run.
 */
class ConfigurationParser extends EmbeddedActionsParser {
  text = "";

  constructor() {
    super([...grammarTokens, EOF], { maxLookahead: 1, recoveryEnabled: false, nodeLocationTracking: "none" });
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
            const token = this.CONSUME(Definition);
            return this.ACTION(() =>
              definitionNode(token, definitionLines(this.text, token.startOffset, tokenEnd(token))),
            );
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME(Include);
            return this.ACTION(() => includeNode(token));
          },
        },
        {
          ALT: () => {
            const token = this.CONSUME(StrayClose);
            return this.ACTION(() => strayCloseNode(token));
          },
        },
      ]),
  );

  readonly statement = this.RULE("statement", (): Statement => {
    const words: Word[] = [];
    const first: StructureToken = this.LA(1);
    let last: IToken = first;
    let block: Block | undefined;
    this.OR([
      {
        ALT: () => {
          this.AT_LEAST_ONE(() => {
            last = this.OR1([{ ALT: () => this.CONSUME(WordToken) }, { ALT: () => this.CONSUME(QuotedString) }]);
            this.ACTION(() => words.push(wordNode(last)));
          });
          this.OPTION(() => {
            this.OR2([
              {
                ALT: () => {
                  block = this.SUBRULE(this.block);
                },
              },
              { ALT: () => this.CONSUME(StatementEnd) },
            ]);
          });
        },
      },
      {
        ALT: () => {
          block = this.SUBRULE1(this.block);
        },
      },
      { ALT: () => this.CONSUME(Bare) },
    ]);
    return this.ACTION(() => statementNode(words, first, block?.end ?? tokenEnd(last), block));
  });

  /** A `{` below the deepest level is a block of its own without an end. */
  readonly block = this.RULE("block", (): Block => {
    const items: Item[] = [];
    return this.OR([
      {
        ALT: () => {
          const open = this.CONSUME(Open);
          this.MANY(() => {
            items.push(this.SUBRULE(this.item));
          });
          return this.OR1([
            {
              ALT: () => {
                const close = this.CONSUME(Close);
                return this.ACTION(() => blockNode(openBraceNode(open), items, tokenEnd(close), closeBraceNode(close)));
              },
            },
            {
              ALT: () => {
                const missing = this.CONSUME(MissingClose);
                return this.ACTION(() => blockNode(openBraceNode(open), items, firstOffset(missing)));
              },
            },
          ]);
        },
      },
      {
        ALT: () => {
          const open = this.CONSUME(DeepOpen);
          return this.ACTION(() => blockNode(openBraceNode(open), items, tokenEnd(open)));
        },
      },
    ]);
  });
}

const parser = new ConfigurationParser();
