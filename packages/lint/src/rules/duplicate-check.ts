import type { EffectiveStatement } from "@kalint/model";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { checkStatements } from "../lvs/checks.js";
import { readServices } from "../lvs/services.js";
import { nameOf } from "../lvs/statements.js";

export const duplicateCheck = defineHostRule({
  id: "duplicate-check",
  category: "lvs",
  severity: "warning",
  summary: "A real server with the same check twice.",
  why: "Both run and ask the same. That doubles the load and finds nothing more; mostly one of them was meant for another port, path or server.",
  advice: "Remove one of them, or correct what should differ.",
  since: "0.1.0",
  bad: [{ files: exampleServer([], { server: ["TCP_CHECK {", "    connect_timeout 3", "}"] }) }],
  good: [
    { files: exampleServer([], { server: ["TCP_CHECK {", "    connect_timeout 3", "    connect_ip 10.0.0.3", "}"] }) },
  ],
  check(host, report) {
    for (const { realServers } of readServices(host)) {
      for (const { statement: server } of realServers) {
        const first = new Map<string, EffectiveStatement>();
        for (const check of checkStatements(server)) {
          // Of a second BFD_CHECK keepalived says so itself.
          if (check.keyword.name === "BFD_CHECK") continue;
          const key = textOf(check);
          const earlier = first.get(key);
          first.set(key, earlier ?? check);
          if (earlier === undefined) continue;
          report({
            place: (check.words[0] ?? check).place,
            message: `${check.keyword.name} of ${nameOf(server)} stands there twice with the same settings`,
            related: [{ place: (earlier.words[0] ?? earlier).place, message: "the first one" }],
          });
        }
      }
    }
  },
});

/** The block's whole text without its layout and the order of its lines. */
function textOf({ words, lines, children }: EffectiveStatement): string {
  const inner = [...children.map(textOf), ...lines.map((line) => line.words.map(({ value }) => value).join(" "))];
  return JSON.stringify([words.map(({ value }) => value).join(" "), ...inner.sort()]);
}
