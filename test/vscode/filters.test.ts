import { complete } from "@kalint/service";
import { describe, expect, test } from "vitest";
import { filtersWhileTyping } from "../../packages/vscode/src/filters.js";
import { openMarked } from "../service/support.js";

const places: Readonly<Record<string, string>> = {
  "the top of a file": "<|>",
  "an instance": "vrrp_instance A {\n    <|>\n}",
  "a virtual server": "virtual_server 192.0.2.1 80 {\n    <|>\n}",
  "global definitions": "global_defs {\n    <|>\n}",
  "a scheduler": "virtual_server 192.0.2.1 80 {\n    lb_algo <|>\n}",
  "a state": "vrrp_instance A {\n    state <|>\n}",
  "an option of an address": "vrrp_instance A {\n    virtual_ipaddress {\n        192.0.2.1 <|>\n    }\n}",
};

/** What is left of the list that came up behind the first letters when more is typed. */
function leftOf(place: string, first: string, typed: string): readonly string[] {
  const { document, offset } = openMarked(place.replace("<|>", `${first}<|>`));
  const list = complete(document, offset);
  const offered = list.map(({ label, filter, kind }) => ({
    word: label,
    filter: filter ?? label,
    isValue: kind === "value" || kind === "name",
  }));
  const filters = filtersWhileTyping(offered, first);
  return list.map(({ label }) => label).filter((_, index) => matches(typed, filters[index]!));
}

/** At its most generous, as VS Code compares: the letters in their order. */
function matches(typed: string, filter: string): boolean {
  let from = 0;
  for (const letter of typed.toLowerCase()) {
    from = filter.toLowerCase().indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

describe("behind a whole word nothing is left of the list", () => {
  for (const [name, place] of Object.entries(places)) {
    test(name, () => {
      const { document, offset } = openMarked(place);
      const words = complete(document, offset).map(({ text }) => text);
      expect(words.length).toBeGreaterThan(1);
      const firsts = new Set(["", ...words.map((word) => word[0]!)]);
      for (const first of firsts)
        for (const word of words.filter((one) => one.startsWith(first) && one !== first))
          expect([word, ...leftOf(place, first, word)]).toEqual([word]);
    });
  }
});

describe("what is only begun stays in the list", () => {
  const cases: readonly (readonly [place: string, first: string, typed: string, word: string])[] = [
    [places["an instance"]!, "v", "virtual_ip", "virtual_ipaddress"],
    [places["an instance"]!, "n", "notif", "notify_master"],
    [places["an instance"]!, "notify_", "notify_ma", "notify_master"],
    [places["an instance"]!, "v", "vip", "virtual_ipaddress"],
    [places["a scheduler"]!, "", "w", "wrr"],
    [places["a state"]!, "B", "BACK", "BACKUP"],
  ];
  test.each(cases)("%j, %s, %s", (place, first, typed, word) => {
    expect(leftOf(place, first, typed)).toContain(word);
  });

  test("a value up to its first digit", () => {
    const values = [{ word: "eth10", filter: "eth10", isValue: true }];
    expect(filtersWhileTyping(values, "")).toEqual(["eth"]);
    expect(filtersWhileTyping([{ word: "100", filter: "100", isValue: true }], "")).toEqual([" "]);
    expect(filtersWhileTyping([{ word: "ipv4_x", filter: "ipv4_x", isValue: false }], "")).toEqual(["ipv4_"]);
  });
});
