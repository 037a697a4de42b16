import { expect, test } from "vitest";
import { checkLossless, checkTree } from "../support/check-syntax.js";

const cases: readonly (readonly [name: string, text: string, outline: string])[] = [
  ["words and strings", `router_id "a b" c""`, `[router_id] "a b" [c] ""`],
  ["a quote ends a word and begins another", `x 2"3" "9"9`, `[x] [2] "3" "9" [9]`],
  ["single quotes are letters", `x 'a b'`, `[x] ['a] [b']`],
  ["white space of every kind separates", "a\tb\fc\vd\re", "[a] [b] [c] [d] [e]"],
  ["a no-break space is a letter", "a\u00a0b ü 日本", "[a\u00a0b] [ü] [日本]"],
  ["a NUL is a letter", "a\0b c", "[a\0b] [c]"],
  ["a byte order mark is no word", "\ufefffoo", "[foo]"],
  ["the empty text", "", ""],
  ["blanks only", " \t\r\n\n ", ""],
  ["braces are tokens wherever they stand", "a{b}c", "[a] {\n  [b]\n}\n[c]"],
  ["braces in strings are not", `a "{" "}"`, `[a] "{" "}"`],
  [
    "braces of references are not",
    `a x\${B}y \${_ENV HOME} {`,
    "[a] [x${B}y] [${_ENV HOME}] {\nmissing }\nproblem unclosed-block at line 1 a, } expected after a x${B}y ${_ENV HOME} {",
  ],
  ["a dollar and a brace alone are no reference", "a $ { b }", "[a] [$] {\n  [b]\n}"],
  ["a backslash at the end of a line joins the word before it", "kw  \\\nb", "[kw  \\]\n[b]"],
  ["a backslash behind blanks and before a comment does not", "kw \\ # c", "[kw] [\\]  # c"],
  [
    "an unterminated string reaches to the end of its line",
    `a "b c # d\ne`,
    `[a] "b c # d…\n[e]\nproblem unterminated-string at line 1 "b c # d`,
  ],
];

test.each(cases)("%s", (_name, text, outline) => checkTree(text, outline));

test("every other character begins a word", () => {
  const special = ' \t\n\v\f\r"{}#!@$~';
  for (let code = 0; code <= 0xffff; code++) {
    const character = String.fromCharCode(code);
    if (special.includes(character)) continue;
    const [, first] = checkLossless(`\n${character}a`).tokens;
    if (first?.kind !== "word" || first.end !== 3) expect({ code, first }).toEqual({ code, first: "a word" });
  }
});
