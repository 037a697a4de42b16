// The parts of keepalived.conf that mean the same in every block: comments, definitions, includes, strings, templates.
import { captures, include, scope, scoped, start, statementEnd } from "./patterns.mjs";

/** Jinja, Go templates and Mustache, ERB. */
const tags = ["(\\{\\{)([^{}\\n]*)(\\}\\})", "(\\{%)([^\\n]*?)(%\\})", "(<%)([^\\n]*?)(%>)"];
const tag = {
  name: scope("meta.template"),
  captures: captures(
    "punctuation.section.embedded.begin",
    "variable.other.template",
    "punctuation.section.embedded.end",
  ),
};

export const textRules = {
  comment: {
    patterns: [
      scoped("comment.line.number-sign", "(#).*$", "punctuation.definition.comment"),
      scoped("comment.line.exclamation", "(!).*$", "punctuation.definition.comment"),
    ],
  },
  template: { patterns: tags.map((match) => ({ match, ...tag })) },
  // With what is glued to it: a block is over behind a closing brace, and that of a tag must not look like one.
  "template-in-head": {
    patterns: tags.map((match) => ({ match: `${match}[^\\s{}"#!]*\\s*`, captures: tag.captures })),
  },
  include: {
    match: `${start}(include[rmwba]?)[ \\t]+([^#!\\n]*[^#!\\s])`,
    captures: {
      1: { name: scope("keyword.control.import") },
      2: { name: scope("string.unquoted.path"), patterns: include("template", "reference") },
    },
  },
  string: {
    begin: '"',
    end: '"|$',
    beginCaptures: { 0: { name: scope("punctuation.definition.string.begin") } },
    endCaptures: { 0: { name: scope("punctuation.definition.string.end") } },
    name: scope("string.quoted.double"),
    patterns: include("template", "reference"),
  },
  // Script lines and regular expressions are split again, as a shell would (keepalived, lib/parser.c:
  // alloc_strvec_quoted_escaped): there `\"` does not end a string, and single quotes quote.
  "escaped-string": {
    begin: '"',
    end: '"|$',
    beginCaptures: { 0: { name: scope("punctuation.definition.string.begin") } },
    endCaptures: { 0: { name: scope("punctuation.definition.string.end") } },
    name: scope("string.quoted.double"),
    patterns: [{ match: "\\\\.", name: scope("constant.character.escape") }, ...include("template", "reference")],
  },
  "single-quoted-string": {
    begin: "'",
    // Comments and braces are taken out first, and single quotes do not protect from that.
    end: "'|$|(?=[#!{}])",
    beginCaptures: { 0: { name: scope("punctuation.definition.string.begin") } },
    endCaptures: { 0: { name: scope("punctuation.definition.string.end") } },
    name: scope("string.quoted.single"),
    patterns: [{ match: '"[^"]*"' }, { match: "\\\\.", name: scope("constant.character.escape") }],
  },
  reference: {
    patterns: [
      {
        match: "(\\$\\{)(\\w+)([^}\\n]*)(\\})",
        captures: captures(
          "punctuation.definition.variable",
          "variable.other.readwrite",
          "",
          "punctuation.definition.variable",
        ),
      },
      {
        match: "(\\$)([A-Za-z_]\\w*)(?=[\\s,)]|$)",
        captures: captures("punctuation.definition.variable", "variable.other.readwrite"),
      },
    ],
  },
  escape: {
    patterns: [
      { match: "\\\\$", name: scope("constant.character.escape.line-continuation") },
      { match: "\\\\[^\\s]", name: scope("constant.character.escape") },
    ],
  },
  // What no list of the schema has a colour for is still a whole word, so that nothing inside it gets one.
  word: { match: '[^\\s{}"#!$\\\\]+' },
  // A first word that the block does not know has no colour, nor have the words behind it that need a meaning.
  "unknown-statement": {
    begin: `${start}(?=[^\\s{}"#!$@~<\\\\])[^\\s{}"#!$\\\\]+`,
    end: statementEnd,
    patterns: include(
      "comment",
      "template",
      "string",
      "reference",
      "escape",
      "mac-address",
      "address",
      "number",
      "word",
    ),
  },
  "unknown-block": {
    begin: "\\{",
    end: "\\}",
    captures: { 0: { name: scope("punctuation.section.block") } },
    patterns: include(
      "comment",
      "template",
      "unknown-block",
      "string",
      "reference",
      "escape",
      "address",
      "number",
      "word",
    ),
  },
};
