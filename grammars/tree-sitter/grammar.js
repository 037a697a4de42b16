// The shape of keepalived.conf for tree-sitter: lines, words, blocks. Which words are keywords, and in which block, is in
// queries/highlights.scm, which is generated from packages/schema: a new keyword changes no parser.

/// <reference types="tree-sitter-cli/dsl" />

module.exports = grammar({
  name: "keepalived",

  // A line that ends in a backslash goes on in the next one. A comment begins anywhere, in the middle of a word as well.
  extras: ($) => [/[ \t\r\f\v]/, /\\\r?\n/, $.comment],

  // After a line end, whether the line was a statement or the header of a block is known only by the next word.
  conflicts: ($) => [
    [$.statement, $.block],
    [$.alternative, $.block],
    [$._prefix, $.alternative],
  ],

  rules: {
    source_file: ($) => optional($._items),

    // No statement ends but with its line or before a brace; a block ends by itself.
    _items: ($) =>
      choice(
        repeat1(choice($._ended, $.block)),
        // `@lb1 }` closes a block that the host lb1 alone reads.
        seq(repeat(choice($._ended, $.block)), choice($._line, $.config_id)),
      ),
    _ended: ($) => seq(optional($._line), "\n"),
    _line: ($) => choice($.statement, $.include, $.definition),

    statement: ($) => seq(repeat($._prefix), field("keyword", $._first), repeat(field("argument", $._argument))),

    block: ($) =>
      seq(
        repeat($.alternative),
        repeat($._prefix),
        field("keyword", $._first),
        repeat(field("argument", $._argument)),
        repeat("\n"),
        field("body", $.body),
      ),
    body: ($) => seq("{", optional($._items), "}"),
    // `@lb1 vrrp_instance A {` above `@lb2 vrrp_instance B {`: each host reads one of the headers, and all the one `}`.
    alternative: ($) =>
      prec.dynamic(
        1,
        seq($.config_id, field("keyword", $._first), repeat(field("argument", $._argument)), "{", repeat1("\n")),
      ),

    include: ($) => seq(repeat($._prefix), $.include_directive, field("path", $.path)),
    include_directive: () => /include[rmwba]?[ \t]+/,
    path: () => /[^\s#!][^\n#!]*/,

    // Its value is the rest of the line, braces too.
    definition: ($) =>
      prec.right(seq(repeat($._prefix), field("name", $.definition_name), repeat(choice($._argument, "{", "}")))),
    definition_name: () => /\$[A-Za-z_][A-Za-z0-9_]*=/,

    _prefix: ($) => choice($.config_id, $.sequence),
    // `@lb1 priority 150`: the line is read on the host lb1 alone; `@^lb1`: on all others.
    config_id: () => /@\^?[^\s{}"#!]+/,
    // `~SEQ(I, 1, 10)`: the line is read once for each number.
    sequence: () => /~(SEQx?|LST)\([^)\n]*\)/,

    _first: ($) => choice(alias($.word, $.keyword), $.number, $.address, $.string, $.variable),
    _argument: ($) => choice($.word, $.number, $.address, $.string, $.variable, alias($.config_id, $.word)),

    // Of tokens of one length the first one here is taken, so that a word is what is nothing else.
    comment: () => /[#!][^\n]*/,
    string: () => /"([^"\\\n]|\\[^\n])*"/,
    variable: () => /\$(\{[^{}\s]*\}|[A-Za-z_][A-Za-z0-9_]*)/,
    number: () => /[-+]?(\d+(\.\d*)?|\.\d+|0[xX][0-9A-Fa-f]+)%?/,
    address: () =>
      token(
        choice(
          /\d+\.\d+\.\d+\.\d+(-\d+)?(\/\d+)?/,
          /[0-9A-Fa-f]*:[0-9A-Fa-f:]*:[0-9A-Fa-f.]*(%[^\s{}"#!/]+)?(-[0-9A-Fa-f]+)?(\/\d+)?/,
        ),
      ),
    word: () => token(choice(/([^\s{}"#!$@~\\]|\\[^\n])([^\s{}"#!$\\]|\\[^\n])*/, /[$@~]/)),
  },
});
