import { hasChild, headerPlace } from "@kalint/daemon";
import { keywordAt, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { lackIn, nameOf } from "../statements.js";

const unchecked = exampleServer().replace(/^ {8}TCP_CHECK \{\n(?: {12}.*\n)* {8}\}\n/m, "        weight 1\n");

export const missingHealthCheck = defineHostRule({
  id: "missing-health-check",
  category: "lvs",
  severity: "warning",
  summary: "A real server that nothing checks.",
  why: "keepalived always considers a real server without a check healthy. When it dies, it keeps receiving its share of the connections, and neither the sorry server nor the quorum ever takes it into account.",
  advice: "Add the check that fits the service: `HTTP_GET`, `TCP_CHECK`, `DNS_CHECK`, `MISC_CHECK`, …",
  options: {
    single: {
      kind: "flag",
      default: true,
      description:
        "Whether a virtual server with one real server and no `sorry_server` wants a check too: taking its only server out sends the connections nowhere else.",
    },
  },
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_data.c: validate_check_config; check/ipwrapper.c: init_services",
  bad: [{ files: unchecked }],
  good: [{ files: exampleServer() }, { files: unchecked, options: { single: false } }],
  check(host, report, { single }) {
    for (const { statement: block, realServers } of host.virtualServers) {
      const sorry = hasChild(block, "sorry_server");
      if (!single && !sorry && realServers.length === 1) continue;
      const without = realServers.filter(({ checks }) => checks.length === 0);
      const [first, ...others] = without;
      if (first === undefined) continue;
      const none = without.length === realServers.length && others.length > 0;
      for (const { statement } of none ? [first] : without) {
        report({
          place: headerPlace(statement),
          message: none
            ? say`none of the ${without.length} real servers of ${nameOf(block)} has a check: they stay in service when they are dead`
            : say`${nameOf(statement)} has no check: it stays in service when it is dead`,
          ...(none && {
            related: others.map((other) => ({ place: headerPlace(other.statement), message: nameOf(other.statement) })),
          }),
          ...lackIn(statement, checkers),
        });
      }
    }
  },
});

const checkers = (keywordAt("virtual_server/real_server")?.children ?? [])
  .filter(({ kind, name }) => kind === "block" && /^[A-Z]/.test(name))
  .map(({ name }) => name);
