import assert from "node:assert/strict";
import { parse, printTree, type SyntaxTree } from "@kalint/syntax";
import { outlineOf } from "./outline.js";

export const rootBlocksForTests: ReadonlySet<string> = new Set([
  "global_defs",
  "vrrp_instance",
  "vrrp_sync_group",
  "vrrp_script",
  "virtual_server",
]);

/** The text comes back, and each of its characters is in exactly one token. Returns the tree. */
export function checkLossless(
  text: string,
  vocabulary: Parameters<typeof parse>[1] = { rootBlocks: rootBlocksForTests },
): SyntaxTree {
  const tree = parse(text, vocabulary);
  if (printTree(tree) !== text) assert.equal(printTree(tree), text);
  let end = 0;
  for (const token of tree.tokens) {
    if (token.start !== end || token.end <= token.start) assert.fail(`token ${JSON.stringify(token)} after ${end}`);
    end = token.end;
  }
  if (end !== text.length) assert.equal(end, text.length);
  return tree;
}

/** The outline of a text's tree, without the margin that the expected one has here. */
export function checkTree(text: string, expected: string, vocabulary?: Parameters<typeof parse>[1]): void {
  const margin = /^\n( *)/.exec(expected)?.[1] ?? "";
  const wanted = expected
    .trim()
    .split("\n")
    .map((line) => (line.startsWith(margin) ? line.slice(margin.length) : line))
    .join("\n");
  assert.equal(outlineOf(checkLossless(text, vocabulary)), wanted);
}
