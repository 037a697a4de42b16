import { test } from "vitest";
import { checkTree } from "../support/check-syntax.js";

const cases: readonly (readonly [name: string, text: string, outline: string])[] = [
  ["both signs, also in a word", "auth_pass a#b\nfoo c!d", "[auth_pass] [a]  #b\n[foo] [c]  !d"],
  ["not in double quotes", `a "b#c!d" # e`, `[a] "b#c!d"  # e`],
  ["single quotes do not protect", "a 'b#c'", "[a] ['b]  #c'"],
  ["an escaped sign is part of the word", "a b\\#c \\!d # e", "[a] [b\\#c] [\\!d]  # e"],
  [
    "an escaped quote does not end the quoting for comments, but ends the string",
    `a "b\\"#c" d`,
    `[a] "b\\" [#c] " d…\nproblem unterminated-string at line 1 " d`,
  ],
  ["an escaped backslash escapes no sign", "a \\\\#b", "[a] [\\\\]  #b"],
  ["a quote in a comment opens nothing", `a # don"t\nb`, `[a]  # don"t\n[b]`],
  ["whole lines lead the next item", "# a\n\n  ! b\nfoo", "leading # a\nleading ! b\n[foo]"],
  [
    "behind braces",
    "a { # b\n  c # d\n  # e\n} # f\n# g",
    "[a] {  # f\n  open # b\n  [c]  # d\n  dangling # e\n}\ndangling # g",
  ],
  ["between keyword and brace", "a # b\n# c\n{ # d\n}", "[a] {\n  before # b\n  before # c\n  open # d\n}"],
  ["braces in comments do not count", "a { # }\n} # {", "[a] {  # {\n  open # }\n}"],
  ["the last item of a line has it", "a { b } # c", "[a] {  # c\n  [b]\n}"],
  ["carriage returns belong to the line end", "a # b\r\r\nc\r", "[a]  # b\n[c]"],
];

test.each(cases)("%s", (_name, text, outline) => checkTree(text, outline));
