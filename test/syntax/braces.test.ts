import { readFileSync } from "node:fs";
import { vocabulary } from "@kalint/schema";
import { pairsUp, parse } from "@kalint/syntax";
import { expect, test } from "vitest";
import { checkLossless, checkTree } from "../support/check-syntax.js";
import { configurationFiles } from "../support/fixtures.js";

const cases: readonly (readonly [name: string, text: string, outline: string])[] = [
  ["the brace may follow after lines", "a b\n\n\n{\n}", "[a] [b] {\n}"],
  ["blocks on one line", "a { b } c { d }", "[a] {\n  [b]\n}\n[c] {\n  [d]\n}"],
  [
    "a brace without a keyword",
    "{\na\n}\n} {",
    "{\n  [a]\n}\nstray }\n{\nmissing }\nproblem stray-close at line 4 }\nproblem unclosed-block at line 4 {, } expected after } {",
  ],
  [
    "a block left open is the one that the indentation shows",
    "vrrp_instance A {\n    virtual_ipaddress {\n        10.0.0.1\n    priority 1\n}\nvrrp_instance B {\n}",
    `
    [vrrp_instance] [A] {
      [virtual_ipaddress] {
        [10.0.0.1]
      missing }
      [priority] [1]
    }
    [vrrp_instance] [B] {
    }
    problem unclosed-block at line 2 virtual_ipaddress, } expected after 10.0.0.1`,
  ],
  [
    "a closing brace closes the block that stands in its column",
    "vrrp_instance A {\n    authentication {\n        auth_type PASS\n}\nvrrp_instance B {\n}",
    `
    [vrrp_instance] [A] {
      [authentication] {
        [auth_type] [PASS]
      missing }
    }
    [vrrp_instance] [B] {
    }
    problem unclosed-block at line 2 authentication, } expected after auth_type PASS`,
  ],
  [
    "without indentation the next root block shows that one was left open",
    "vrrp_instance A {\nauthentication {\nauth_type PASS\n}\nvrrp_instance B {\n}",
    `
    [vrrp_instance] [A] {
      [authentication] {
        [auth_type] [PASS]
      }
    missing }
    [vrrp_instance] [B] {
    }
    problem unclosed-block at line 1 vrrp_instance, } expected after }`,
  ],
  [
    "a missing brace made up for by a surplus one elsewhere",
    "vrrp_instance A {\n    state MASTER\nvrrp_instance B {\n}\n}",
    `
    [vrrp_instance] [A] {
      [state] [MASTER]
    missing }
    [vrrp_instance] [B] {
    }
    stray }
    problem unclosed-block at line 1 vrrp_instance, } expected after state MASTER
    problem stray-close at line 5 }`,
  ],
  [
    "a surplus brace is the one out of column",
    "vrrp_instance A {\n    track_script {\n        a\n    }\n    }\n    priority 1\n}",
    `
    [vrrp_instance] [A] {
      [track_script] {
        [a]
      }
      stray }
      [priority] [1]
    }
    problem stray-close at line 5 }`,
  ],
  [
    "a root word within a block that pairs up stays there",
    "vrrp_instance A {\n    vrrp_script B {\n    }\n}",
    "[vrrp_instance] [A] {\n  [vrrp_script] [B] {\n  }\n}",
  ],
  [
    "a root word is a name elsewhere",
    "a {\nvrrp_instance B\n  vrrp_script vrrp_instance {\n}\n}",
    "[a] {\n  [vrrp_instance] [B]\n  [vrrp_script] [vrrp_instance] {\n  }\n}",
  ],
  [
    "a } on the line of its block is in no column",
    "a { b }\n}\n",
    "[a] {\n  [b]\n}\nstray }\nproblem stray-close at line 2 }",
  ],
  [
    "a condition by itself below the header of another host",
    "@b x {\n@a\n",
    "if b: [x] {\nmissing }\nif a:\nproblem unclosed-block (conditional) at line 1 x, } expected after @b x {",
  ],
  [
    "a condition by itself in a block of every host",
    "x {\n@a\n",
    "[x] {\n  if a:\nmissing }\nproblem unclosed-block at line 1 x, } expected after @a",
  ],
  [
    "a condition by itself in a block of the same host",
    "@a x {\n@a\n",
    "if a: [x] {\n  if a:\nmissing }\nproblem unclosed-block (conditional) at line 1 x, } expected after @a",
  ],
  [
    "the header of another host in a block that has lines already",
    "@b x {\na { b }\n@a x {\n",
    `
    if b: [x] {
      [a] {
        [b]
      }
      if a: [x] {
      missing }
    missing }
    problem unclosed-block (conditional) at line 1 x, } expected after @a x {
    problem unclosed-block (conditional) at line 3 x, } expected after @a x {`,
  ],
  [
    "two conditional headers of one block",
    "@a vrrp_instance A {\n@b vrrp_instance B {\n    state MASTER\n}\nvrrp_script C {\n}",
    `
    if a: [vrrp_instance] [A] {
    missing }
    if b: [vrrp_instance] [B] {
      [state] [MASTER]
    }
    [vrrp_script] [C] {
    }
    problem unclosed-block (conditional) at line 1 vrrp_instance, } expected after @a vrrp_instance A {`,
  ],
];

test.each(cases)("%s", (_name, text, outline) => checkTree(text, outline));

/** Without indentation, the words alone show which block was left open. */
const wordCases: readonly (readonly [name: string, text: string, outline: string])[] = [
  [
    "a keyword of the block around ends a block of lines",
    "vrrp_instance A {\nvirtual_ipaddress {\n10.0.0.1\npriority 100\nstate MASTER\n}\nvrrp_script b {\nscript x\n}\n",
    `
    [vrrp_instance] [A] {
      [virtual_ipaddress] {
        [10.0.0.1]
      missing }
      [priority] [100]
      [state] [MASTER]
    }
    [vrrp_script] [b] {
      [script] [x]
    }
    problem unclosed-block at line 2 virtual_ipaddress, } expected after 10.0.0.1`,
  ],
  [
    "a keyword of the block around ends a block of keywords",
    "vrrp_instance A {\nauthentication {\nauth_type PASS\npriority 100\n}\n",
    `
    [vrrp_instance] [A] {
      [authentication] {
        [auth_type] [PASS]
      missing }
      [priority] [100]
    }
    problem unclosed-block at line 2 authentication, } expected after auth_type PASS`,
  ],
  [
    "a block that does not belong into its like",
    "virtual_server 10.0.0.1 80 {\nreal_server 10.0.0.2 80 {\nTCP_CHECK {\nconnect_timeout 3\n}\nreal_server 10.0.0.3 80 {\n}\n}\n",
    `
    [virtual_server] [10.0.0.1] [80] {
      [real_server] [10.0.0.2] [80] {
        [TCP_CHECK] {
          [connect_timeout] [3]
        }
      missing }
      [real_server] [10.0.0.3] [80] {
      }
    }
    problem unclosed-block at line 2 real_server, } expected after }`,
  ],
  [
    "words win over lines that are indented like their header",
    "vrrp_instance A {\n  track_script {\n  check\n  priority 100\n}\n",
    `
    [vrrp_instance] [A] {
      [track_script] {
        [check]
      missing }
      [priority] [100]
    }
    problem unclosed-block at line 2 track_script, } expected after check`,
  ],
];

test.each(wordCases)("%s", (_name, text, outline) => checkTree(text, outline, vocabulary));

test("blocks beyond the sixty-fourth level are read flat, and reported once", () => {
  const text = `${"a {\n".repeat(70)}b\n${"}\n".repeat(70)}`;
  const tree = checkLossless(text);
  expect(tree.problems).toEqual([{ kind: "too-deep", at: { start: 64 * 4 + 2, end: 64 * 4 + 3 } }]);
});

test("where braces are said to pair up without a tree, the tree finds nothing wrong with them", () => {
  const repaired = new Set(["unclosed-block", "stray-close"]);
  let [paired, unpaired] = [0, 0];
  // Of all fixtures it takes seconds.
  for (const path of configurationFiles().filter((_, at) => at % 8 === 0)) {
    const text = readFileSync(path, "utf8");
    const braces = [...text.matchAll(/[{}]/g)].map(({ index }) => index);
    const torn = braces.filter((_, at) => at % 5 === 0).map((at) => text.slice(0, at) + text.slice(at + 1));
    for (const each of [text, ...torn]) {
      const isRepaired = parse(each, vocabulary).problems.some(({ kind }) => repaired.has(kind));
      if (pairsUp(each, vocabulary.rootBlocks)) {
        paired++;
        expect(isRepaired, each).toBe(false);
      } else unpaired++;
    }
  }
  expect(paired).toBeGreaterThan(50);
  expect(unpaired).toBeGreaterThan(100);
});

test.each([
  ["blocks, words and strings", 'a {\n  b "{" # }\n  c { d }\n}\n', true],
  ["a brace on a line of its own, behind a byte order mark", "\uFEFFvrrp_script a\n{\n}\n", true],
  ["the braces of a reference", "a ${B}\n", true],
  ["a block that is open at the end", "a {\n", false],
  ["a brace too many", "a {\n}\n}\nb {\n", false],
  ["a root block within another", "vrrp_instance A {\nvrrp_script B {\n}\n}\n", false],
  ["headers of which each host reads one", "@a b {\n@c d {\n}\n", false],
  ["a definition, which may be several lines", "$A=b {\n", false],
  ["an include, whose braces are of a pattern", "include {a,b\n", false],
])("whether braces pair up, told without a tree: %s", (_name, text, isPaired) => {
  expect(pairsUp(text, vocabulary.rootBlocks)).toBe(isPaired);
});
