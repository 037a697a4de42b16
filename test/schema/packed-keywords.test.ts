import { type Keyword, keywords } from "@kalint/schema";
import { expect, test } from "vitest";
import { type PackedKeywords, packedFields, unpackKeywords } from "../../packages/schema/src/keywords/packed.js";

const { packKeywords } = (await import(new URL("../../scripts/packed-keywords.mjs", import.meta.url).href)) as {
  packKeywords(keywords: readonly Keyword[], fields: readonly string[]): PackedKeywords;
};

test("the keywords of bundles, packed and taken out again, are those of the sources", () => {
  const packed = JSON.stringify(packKeywords(keywords, packedFields));
  const unpacked = unpackKeywords(JSON.parse(packed));
  expect(unpacked).toStrictEqual(keywords);
  // The order of fields is what V8 knows an object's shape by.
  expect(Object.keys(unpacked[0]!)).toEqual(Object.keys(keywords[0]!));
});
