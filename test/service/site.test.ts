import { siteAt } from "@kalint/service";
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
