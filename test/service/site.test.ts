import { memoryHost } from "@kalint/daemon";
import { inclusionOf, newestVersion, openDocument, siteAt } from "@kalint/service";
import { describe, expect, test } from "vitest";
import { openMarked } from "./support.js";

/** What a cursor stands on: the kind of place, and the names of the blocks around it. */
function placeOf(marked: string): string {
  const { document, offset } = openMarked(marked);
  const site = siteAt(document, offset);
  return site === undefined ? "nothing" : [site.kind, ...site.blocks.map(({ keyword }) => keyword?.name)].join(" ");
}

describe("around a block's brace", () => {
  test.each([
    ["vrrp_instance<|> V {\n}\n", "keyword"],
    ["vrrp_instance V<|> {\n}\n", "argument"],
    ["vrrp_instance V <|>{\n}\n", "argument"],
    ["vrrp_instance V {<|>\n}\n", "keyword vrrp_instance"],
    ["vrrp_instance V {\n    <|>}\n", "keyword vrrp_instance"],
    ["vrrp_instance V {\n}<|>\n", "keyword"],
  ])("%j", (marked, place) => {
    expect(placeOf(marked)).toBe(place);
  });
});

describe("around references", () => {
  test.each([
    ["$A=1\nglobal_defs {\n    router_id <|>$A\n}\n", "argument global_defs"],
    ["$A=1\nglobal_defs {\n    router_id $<|>A\n}\n", "definition-reference global_defs"],
    ["$A=1\nglobal_defs {\n    router_id $A<|>\n}\n", "definition-reference global_defs"],
    ["$A=1\nglobal_defs {\n    router_id $A <|>\n}\n", "argument global_defs"],
    ["$A=1\nglobal_defs {\n    router_id a<|>${A}b\n}\n", "argument global_defs"],
    ["$A=1\nglobal_defs {\n    router_id a${A<|>}b\n}\n", "definition-reference global_defs"],
    ["$A=1\nglobal_defs {\n    router_id a${A}b<|>\n}\n", "argument global_defs"],
    ["<|>$A=1\n", "keyword"],
    ["$<|>A=1\n", "definition"],
    ["$A<|>=1\n", "definition"],
    ["include a/$<|>\n", "definition-reference"],
  ])("%j", (marked, place) => {
    expect(placeOf(marked)).toBe(place);
  });
});

describe("where a brace is still to be written", () => {
  test.each([
    ["vrrp_instance V {\n    state MASTER\n    <|>", "keyword vrrp_instance"],
    ["vrrp_instance V {\n    state MASTER\n <|>", "keyword vrrp_instance"],
    ["vrrp_instance V {\n    state MASTER\n<|>", "keyword"],
    [
      "vrrp_instance V {\n    virtual_ipaddress {\n        192.0.2.1\n     <|>",
      "argument vrrp_instance virtual_ipaddress",
    ],
    ["vrrp_instance V {\n    virtual_ipaddress {\n        192.0.2.1\n    <|>", "keyword vrrp_instance"],
  ])("%j", (marked, place) => {
    expect(placeOf(marked)).toBe(place);
  });
});

describe("in front of a line and in an include", () => {
  test.each([
    ["<|>@a vrrp_instance V {\n}\n", "condition"],
    ["@<|>a vrrp_instance V {\n}\n", "condition"],
    ["@a<|> vrrp_instance V {\n}\n", "keyword"],
    ["@a vrrp_instance<|> V {\n}\n", "keyword"],
    ["vrrp_instance V {\n    ~SEQ(i, <|>1, 3) priority $i\n}\n", "repetition vrrp_instance"],
    ["inc<|>lude a.conf\n", "include"],
    ["include<|> a.conf\n", "include"],
    ["include a<|>.conf\n", "include"],
    ["include a.conf<|>\n", "include"],
  ])("%j", (marked, place) => {
    expect(placeOf(marked)).toBe(place);
  });
});

describe("the text that a cursor is on", () => {
  test.each([
    ["inc<|>lude a.conf\n", "directive", "include"],
    ["include<|> a.conf\n", "directive", "include"],
    ["include <|>a.conf\n", "path", "a.conf"],
    ["include a.conf<|>\n", "path", "a.conf"],
    ["include a.conf <|>\n", "path", "a.conf "],
    ["include  <|> a.conf\n", "path", " a.conf"],
  ])("%j", (marked, on, text) => {
    const { document, offset } = openMarked(marked);
    const site = siteAt(document, offset);
    expect(site).toMatchObject({ kind: "include", on });
    expect(document.text.slice(site.span.start, site.span.end)).toBe(text);
  });

  test.each([
    ["global_defs { # a<|> b\n}\n", "comment", "# a b"],
    ["global_defs {<|> # a\n}\n", "keyword", ""],
    ["vrrp_inst<|>ance V {\n}\n", "keyword", "vrrp_instance"],
    ["vrrp_instance V<|> {\n}\n", "argument", "V"],
    ["$NA<|>ME=x\n", "definition", "NAME"],
    ["global_defs {\n    router_id a${N<|>X}b\n}\n", "definition-reference", "${NX}"],
    ["@ho<|>st global_defs {\n}\n", "condition", "@host"],
  ])("%j", (marked, kind, text) => {
    const { document, offset } = openMarked(marked);
    const site = siteAt(document, offset);
    expect([site.kind, document.text.slice(site.span.start, site.span.end)]).toEqual([kind, text]);
  });
});

test("files that include each other in a circle have a main file all the same", () => {
  const texts = {
    "a.conf": "include b.conf\n",
    "b.conf": "include a.conf\nglobal_defs {\n    include c.conf\n}\n",
    "c.conf": "",
  };
  const host = memoryHost(texts);
  const documents = Object.entries(texts).map(([path, text]) =>
    openDocument(text, path, { target: newestVersion, host }),
  );
  expect(inclusionOf("c.conf", documents)).toMatchObject({ block: "global_defs" });
  expect(inclusionOf("none.conf", documents)).toBeUndefined();
});
