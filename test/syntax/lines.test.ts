import { test } from "vitest";
import { checkTree } from "../support/check-syntax.js";

const cases: readonly (readonly [name: string, text: string, outline: string])[] = [
  ["a condition", "@lb1 state MASTER\n@^lb1 state BACKUP", "if lb1: [state] [MASTER]\nif not lb1: [state] [BACKUP]"],
  ["a condition takes everything up to a blank", "@a{b c", "if a{b: [c]"],
  ["a condition without a line", "@lb1\nfoo", "if lb1:\n[foo]"],
  ["one condition a line", "@a @b c", "if a: [@b] [c]"],
  ["conditions after braces on the line", "a { @b c\n} @d e", "[a] {\n  if b: [c]\n}\nif d: [e]"],
  ["a conditional brace of either kind", "a\n@b {\n  c\n@d }", "[a]\nif b: {\n  [c]\nif d: }"],
  ["an @ within a line is a letter", "notification_email a@b @c", "[notification_email] [a@b] [@c]"],
  ["a definition", "$VIP=10.0.0.1 dev eth0 # c\nfoo $VIP", "define VIP = <10.0.0.1 dev eth0>  # c\n[foo] [$VIP]"],
  ["a definition without a value", "$A=\n$B=  ", "define A = <>\ndefine B = <>"],
  ["a definition of several lines", "$A=x \\\n  y {  \\ \n}\nz", "define A = <x> <y {> <}>\n[z]"],
  ["an empty line ends a definition", "$A=x \\\n\ny", "define A = <x>\n[y]"],
  ["a comment line ends a definition", "$A=x \\\n # c\ny", "define A = <x>\nleading # c\n[y]"],
  ["a quote in front of a definition holds the sign behind it", `@"a $B=1#2" 3`, `if "a: define B = <1#2" 3>`],
  ["a definition behind a brace", "a { $B=1 }\n}", "[a] {\n  define B = <1 }>\n}"],
  ["no definition: a blank, a digit", "$A =1\n$1=2", "[$A] [=1]\n[$1=2]"],
  ["a definition takes references and quotes as they are", `$A=\${B} "c#d`, `define A = <\${B} "c#d>`],
  [
    "a repetition",
    "~SEQ(i, 1, 3) 10.0.0.$i\n~SEQx(i,9) a",
    "repeat ~SEQ(i, 1, 3): [10.0.0.$i]\nrepeat ~SEQx(i,9): [a]",
  ],
  [
    "a repetition over tuples, nested",
    "~LST({a,b}, {1,2}, {3,4}) ~SEQ(i, 2) x",
    "repeat ~LST({a,b}, {1,2}, {3,4}): repeat ~SEQ(i, 2): [x]",
  ],
  ["a condition, a repetition and a condition", "@a ~SEQ(i,1,2) @b$i c", "if a: if b$i: repeat ~SEQ(i,1,2): [c]"],
  ["a repetition without its end takes the line", "~SEQ(i, 1 { a\nb", "repeat ~SEQ(i, 1 { a:\n[b]"],
  ["other tildes are letters", "~seq(i, 1) a\nb ~SEQ(i,1) c", "[~seq(i,] [1)] [a]\n[b] [~SEQ(i,1)] [c]"],
  [
    "include lines: the rest of the line is the path",
    `include a b }\nincluder "x"\nincludem {a,b}/*.conf # c`,
    `include <a b }>\nincluder <"x">\nincludem <{a,b}/*.conf>  # c`,
  ],
  [
    "include behind prefixes and braces",
    "@a ~SEQ(i,2) include f$i\ng { include h\n}",
    "if a: repeat ~SEQ(i,2): include <f$i>\n[g] {\n  include <h>\n}",
  ],
  [
    "no include: alone, unknown letter, glued, later on the line",
    "include\nincludez a\ninclude{\n}\na include b",
    "[include]\n[includez] [a]\n[include] {\n}\n[a] [include] [b]",
  ],
];

test.each(cases)("%s", (_name, text, outline) => checkTree(text, outline));
