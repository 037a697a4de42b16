import { type Argument, wordsOf } from "@kalint/schema";
import { expect, test } from "vitest";

test.each<[argument: Argument, words: readonly string[]]>([
  [{ name: "a", type: "literal", value: "group" }, ["group"]],
  [{ name: "a", type: "bool" }, ["true", "on", "yes", "false", "off", "no"]],
  [{ name: "a", type: "enum", caseSensitive: true, values: [{ value: "TCP" }, { value: "UDP" }] }, ["TCP", "UDP"]],
  [{ name: "a", type: "uint", min: 0, max: 9, words: [{ value: "none" }] }, ["none"]],
  [{ name: "a", type: "uint", min: 0, max: 9 }, []],
  [{ name: "a", type: "interface" }, []],
])("%j takes the words %j", (argument, words) => {
  expect(wordsOf(argument).map(({ value }) => value)).toEqual(words);
});
