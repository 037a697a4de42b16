import { expect, test } from "vitest";
import { checkLossless, checkTree } from "../support/check-syntax.js";

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

test("blocks beyond the sixty-fourth level are read flat, and reported once", () => {
  const text = `${"a {\n".repeat(70)}b\n${"}\n".repeat(70)}`;
  const tree = checkLossless(text);
  expect(tree.problems).toEqual([{ kind: "too-deep", at: { start: 64 * 4 + 2, end: 64 * 4 + 3 } }]);
});
