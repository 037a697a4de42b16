/** A plugin of esbuild. Our own scan makes the tokens: of Chevrotain's lexer its parser uses one name. */
export const withoutLexer = {
  name: "chevrotain-without-lexer",
  setup(bundle) {
    bundle.onLoad({ filter: /chevrotain[/\\]lib[/\\]src[/\\]scan[/\\]lexer_public\.js$/ }, () => ({
      contents: "export class Lexer { static NA = /NOT_APPLICABLE/; }\nexport const LexerDefinitionErrorType = {};",
    }));
  },
};
