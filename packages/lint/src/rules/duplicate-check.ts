import {
  argumentOf,
  checksOf,
  childrenNamed,
  type EffectiveLine,
  type EffectiveStatement,
  headerPlace,
  lastChild,
  portOf,
  type RealServer,
  readSocketAddress,
} from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { nameOf } from "../statements.js";
import { quote } from "../suggest.js";

export const duplicateCheck = defineHostRule({
  id: "duplicate-check",
  category: "lvs",
  severity: "warning",
  summary: "The same check twice on one real server.",
  why: "Both checks run and ask the same question. That doubles the load and detects nothing more; usually one of them was meant for another port, path or server.",
  advice: "Remove one of them, or correct the part that should differ.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_api.c: queue_checker; the rest is advice",
  bad: [{ files: exampleServer([], { server: ["TCP_CHECK {", "    connect_timeout 3", "}"] }) }],
  good: [
    { files: exampleServer([], { server: ["TCP_CHECK {", "    connect_timeout 3", "    connect_ip 10.0.0.3", "}"] }) },
  ],
  eachBlock: true,
  check(host, report) {
    for (const { check } of checksOf(host)) {
      const { statement } = check;
      const urls = childrenNamed(statement, "url");
      if (urls.length < 2) continue;
      for (const [index, url] of urls.entries()) {
        const earlier = urls.slice(0, index).find((other) => textOf(other) === textOf(url));
        if (earlier === undefined || url.children.length === 0) continue;
        const path = argumentOf(lastChild(url, "path") ?? url);
        report({
          place: headerPlace(url),
          message: say`${statement.keyword.name} asks for ${path === undefined ? say`the same url` : say`the url ${quote(path)}`} twice`,
          related: [{ place: headerPlace(earlier), message: say`the first one` }],
        });
      }
    }
    for (const virtualServer of host.virtualServers) {
      for (const server of virtualServer.realServers) {
        if (server.checks.length < 2) continue;
        const first = new Map<string, EffectiveStatement>();
        for (const { statement: check } of server.checks) {
          // Of a second BFD_CHECK keepalived says so itself.
          if (check.keyword.name === "BFD_CHECK") continue;
          const key = questionOf(check, server, server.port || portOf(virtualServer));
          const earlier = first.get(key);
          first.set(key, earlier ?? check);
          if (earlier === undefined) continue;
          const settings =
            textOf(check) === textOf(earlier) ? say`with the same settings` : say`and asks the same both times`;
          report({
            place: (check.words[0] ?? check).place,
            message: say`${check.keyword.name} of ${nameOf(server.statement)} appears there twice ${settings}`,
            related: [{ place: (earlier.words[0] ?? earlier).place, message: say`the first one` }],
          });
        }
      }
    }
  },
});

/** Lines that say when and how often a check asks, not what. */
const times: ReadonlySet<string> = new Set([
  "connect_timeout",
  "delay_before_retry",
  "delay_loop",
  "misc_timeout",
  "nb_get_retry",
  "retry",
  "warmup",
]);

/** What the check asks of whom: without its times, and without an address and a port that are the server's own. */
function questionOf(statement: EffectiveStatement, server: RealServer, served: number): string {
  const children = statement.children.filter((child) => {
    const { name } = child.keyword;
    const value = argumentOf(child);
    if (name === "connect_port") return Number(value) !== served;
    if (name === "connect_ip") return readSocketAddress(value ?? "").value?.text !== server.address.text;
    return !times.has(name);
  });
  return textOf({ wording: statement.wording, lines: statement.lines, children });
}

/** The block's whole text without its layout and the order of its lines. */
function textOf({ wording, lines, children }: Pick<EffectiveStatement, "wording" | "lines" | "children">): string {
  const inner = [...children.map(textOf), ...lines.map(wordsOf)];
  return JSON.stringify([wordsOf({ wording }), ...inner.sort()]);
}

function wordsOf({ wording }: Pick<EffectiveLine, "wording">): string {
  return wording.words.map(({ value }) => value).join(" ");
}
