import type { EffectiveStatement } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { quote } from "../suggest.js";

export const duplicateName = defineHostRule({
  id: "duplicate-name",
  category: "daemon",
  severity: "error",
  summary: "Two blocks of the same kind with the same name.",
  why: "keepalived skips the second of two instances, sync groups, track groups or BFD instances, with everything in it. For two scripts, processes, files or server groups it reports nothing, and every reference means the first.",
  advice: "Give the second block its own name.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_handler, vrrp_sync_group_handler; bfd/bfd_data.c: alloc_bfd",
  bad: [{ files: `${exampleInstance()}\n${exampleInstance([], { id: 28, addresses: ["192.0.2.11/24"] })}` }],
  good: [
    { files: `${exampleInstance()}\n${exampleInstance([], { name: "mail", id: 28, addresses: ["192.0.2.11/24"] })}` },
  ],
  check(host, report) {
    const kinds = new Map<string, Map<string, EffectiveStatement>>();
    for (const statement of host.effective.statements) {
      const { keyword, skipped } = statement;
      if (keyword.defines === undefined || skipped === "bad-header") continue;
      const word = statement.words[1];
      if (word === undefined) continue;
      const first = kinds.get(keyword.defines) ?? new Map<string, EffectiveStatement>();
      kinds.set(keyword.defines, first);
      const earlier = first.get(word.value);
      if (earlier === undefined) {
        first.set(word.value, statement);
        continue;
      }
      const reported = skipped === "duplicate-name";
      report({
        place: word.place,
        message: say`${keyword.name} ${quote(word.value)} is defined already: ${reported ? say`keepalived skips this block` : say`this one is never used`}`,
        related: [{ place: earlier.words[1]!.place, message: say`the first one` }],
        ...(reported ? { daemon: true } : { severity: "warning" }),
      });
    }
  },
});
