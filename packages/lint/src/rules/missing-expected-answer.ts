import { checksOf, childrenNamed, headerPlace, lastChild } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { lackIn } from "../statements.js";

const check = (lines: readonly string[]) =>
  exampleServer([], {
    server: ["HTTP_GET {", "    url {", ...lines.map((line) => `        ${line}`), "    }", "}"],
  }).replace(/^ {8}TCP_CHECK \{\n(?: {12}.*\n)* {8}\}\n/m, "");

export const missingExpectedAnswer = defineHostRule({
  id: "missing-expected-answer",
  category: "lvs",
  severity: "warning",
  summary: "A `url` of HTTP_GET or SSL_GET that does not say which answer is good.",
  why: "Any status from 200 to 299 counts as healthy, whatever the page contains: also an empty page, or an application's error page that is sent with status 200.",
  advice: "Add `status_code 200`, and `digest` or `regex` if the content matters.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_http.c: http_handle_response",
  bad: [{ files: check(["path /health"]) }],
  good: [{ files: check(["path /health", "status_code 200"]) }],
  check(host, report) {
    for (const {
      check: { statement },
    } of checksOf(host)) {
      for (const url of childrenNamed(statement, "url")) {
        const path = lastChild(url, "path");
        if (path === undefined) continue;
        if (url.children.some(({ keyword }) => /^(status_code|digest|regex)/.test(keyword.name))) continue;
        report({
          place: (url.words[0] ?? url).place,
          message: say`the url of ${statement.keyword.name} has no status_code, digest or regex: every answer from 200 to 299 is good`,
          related: [
            { place: headerPlace(path), message: say`the page` },
            { place: headerPlace(statement), message: say`the check` },
          ],
          ...lackIn(url, ["status_code", "digest", "regex"]),
        });
      }
    }
  },
});
