import { fileURLToPath } from "node:url";

const smallLodash = fileURLToPath(new URL("small-lodash.mjs", import.meta.url));

/** By file of Chevrotain: what is left of it for a parser whose tokens are made, whose grammar is checked by the tests, and which makes no tree of its own. */
const left = {
  "scan/lexer_public": `export class Lexer { static NA = /NOT_APPLICABLE/; }
    export const LexerDefinitionErrorType = {};`,
  // `skipValidations`
  "parse/grammar/checks": [
    "validateLookahead",
    "validateGrammar",
    "validateRuleIsOverridden",
    "validateAmbiguousAlternationAlternatives",
    "validateEmptyOrAlternative",
    "validateNoLeftRecursion",
    "validateSomeNonEmptyLookaheadPath",
  ]
    .map((name) => `export function ${name}() { throw new Error("bundles check no grammar"); }`)
    .join("\n"),
  "parse/cst/cst_visitor": `export function createBaseSemanticVisitorConstructor() { throw new Error("bundles have no visitors"); }
    export const createBaseVisitorConstructorWithDefaults = createBaseSemanticVisitorConstructor;`,
  "parse/parser/traits/context_assist": "export class ContentAssist { initContentAssist() {} }",
};

/** A plugin of esbuild: without the parts of Chevrotain, and of the library that it calls, that our parser never needs. */
export const parserAlone = {
  name: "chevrotain-parser-alone",
  setup(bundle) {
    bundle.onResolve({ filter: /^lodash-es$/ }, () => ({ path: smallLodash }));
    bundle.onLoad({ filter: /[/\\]cst-dts-gen[/\\]lib[/\\]src[/\\]api\.js$/ }, () => ({
      contents: 'export function generateCstDts() { throw new Error("bundles generate no types"); }',
    }));
    bundle.onLoad({ filter: /chevrotain[/\\]lib[/\\]src[/\\].*\.js$/ }, ({ path }) => {
      const name = path.replaceAll("\\", "/").replace(/^.*\/chevrotain\/lib\/src\/|\.js$/g, "");
      const contents = left[name];
      return contents === undefined ? undefined : { contents };
    });
  },
};
