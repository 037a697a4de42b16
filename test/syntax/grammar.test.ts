import { expect, test } from "vitest";
import { ConfigurationParser } from "../../packages/syntax/src/parser.js";

test("Chevrotain finds nothing wrong with the grammar, which it does not validate when a text is parsed", () => {
  expect(() => new ConfigurationParser(false)).not.toThrow();
});
