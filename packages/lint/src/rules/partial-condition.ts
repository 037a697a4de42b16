import { lineAt, type Place } from "@kalint/daemon";
import { say } from "@kalint/schema";
import type { Condition, Item, Statement } from "@kalint/syntax";
import { itemsOf } from "@kalint/syntax";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { withConditions } from "../written.js";

const guarded = exampleInstance()
  .split("\n")
  .map((line) => (line === "" ? "" : `@lb1 ${line}`))
  .join("\n");

export const partialCondition = defineHostRule({
  id: "partial-condition",
  category: "syntax",
  severity: "error",
  summary: "A condition on the first line of a block, but not on the lines of its body.",
  why: "`@id` covers one line. Every other host skips the block's keyword and its `{` but reads its body: the lines become part of the block around it, and the `}` closes that block.",
  advice:
    "Write the condition before every line of the block, including its `}`, or move the block to a file of its own and make the include conditional.",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: read_line, process_stream",
  bad: [{ files: `@lb1 ${exampleInstance()}`, configId: "lb1" }],
  good: [{ files: guarded, configId: "lb1" }],
  check(host, report) {
    for (const file of withConditions(host)) {
      const { path, tree } = file;
      for (const { item, siblings } of itemsOf(tree)) {
        if (item.kind !== "statement" || item.condition === undefined) continue;
        const open = uncovered(item, item.condition);
        if (open === undefined || isAlternative(item, siblings)) continue;
        const { condition } = item;
        const sign = condition.negated ? "@^" : "@";
        const place: Place = { file: path, start: condition.start, end: condition.end };
        const line = lineAt(file, open.start);
        report({
          place,
          message: say`${sign}${condition.id} covers only the header of ${item.words[0]?.value ?? say`this block`}: ${condition.negated ? say`that host reads` : say`other hosts read`} line ${line} and what follows without it`,
          related: [
            {
              place: { file: path, start: open.start, end: open.end },
              message: say`the first line that is not covered`,
            },
          ],
        });
      }
    }
  },
});

/** What stands in the block, or closes it, under no condition or another one. */
function uncovered(
  { block }: Statement,
  condition: Condition,
): { readonly start: number; readonly end: number } | undefined {
  if (block?.close === undefined) return undefined;
  const bare = block.items.find((item) => !hasCondition(item, condition));
  if (bare) return { start: bare.start, end: bare.end };
  // On the header's own line the brace is covered with it.
  const close = block.close.prefixes?.condition;
  const inline = block.items.length === 0 && close === undefined;
  return inline || isSame(close, condition) ? undefined : block.close;
}

function hasCondition(item: Item, condition: Condition): boolean {
  return "condition" in item && isSame(item.condition, condition);
}

function isSame(a: Condition | undefined, b: Condition): boolean {
  return a !== undefined && a.id === b.id && a.negated === b.negated;
}

/** `@a vrrp_instance x {` above `@b vrrp_instance y {`: one header for each host, and one body for all. */
function isAlternative(statement: Statement, siblings: readonly Item[]): boolean {
  const before = siblings[siblings.indexOf(statement) - 1];
  return (
    before?.kind === "statement" &&
    before.condition !== undefined &&
    before.block !== undefined &&
    before.block.close === undefined
  );
}
