import type { Diagnostic } from "@kalint/lint";
import { describe, expect, test } from "vitest";
import { text } from "../../packages/cli/src/output/text.js";
import { diagnostic, placeOf, plainContext, reportOf } from "./reports.js";

type Files = Readonly<Record<string, string>>;

function checkText(files: Files, diagnostics: readonly Diagnostic[], expected: string, context = {}) {
  const shown = text(reportOf(files, diagnostics), { ...plainContext, ...context });
  expect(shown).toBe(`${expected.replace(/^\n/, "")}\n`);
}

const pair = {
  "lb1/keepalived.conf": "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n}\n",
  "lb2/keepalived.conf": "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 52\n}\n",
};

test("a finding shows its line, the line before, why, what to do and the other place", () => {
  const related = [{ place: placeOf(pair, "lb1/keepalived.conf", "51"), message: "virtual_router_id 51" }];
  checkText(
    pair,
    [
      diagnostic(placeOf(pair, "lb2/keepalived.conf", "52"), {
        rule: "mismatched-virtual-router-id",
        message: "lb1 uses 51 for the same address 192.168.200.254",
        why: "The two hosts speak as different virtual routers: neither hears the other, so both become MASTER.",
        help: "Use one id on both hosts (1–255, used by no other virtual router on this network).",
        related,
      }),
    ],
    `
lb2/keepalived.conf:3:23  error  mismatched-virtual-router-id
    2 │     interface eth0
    3 │     virtual_router_id 52
      │                       ^^ lb1 uses 51 for the same address 192.168.200.254
  why   The two hosts speak as different virtual routers: neither hears the other, so both become
        MASTER.
  do    Use one id on both hosts (1–255, used by no other virtual router on this network).
  also  lb1/keepalived.conf:3:23  virtual_router_id 51

1 error in 2 files`,
  );
});

test("no findings are one calm line", () => {
  checkText(pair, [], "no problems in 2 files");
});

describe("the carets stand under the place", () => {
  const cases: readonly [name: string, line: string, needle: string, shown: string, carets: string][] = [
    ["after a tab", "\tpriority 300", "300", "    priority 300", "             ^^^"],
    ["after a tab inside the line", "ab\tpriority 300", "300", "ab  priority 300", "             ^^^"],
    ["after wide characters", "router_id 負荷 x9", "x9", "router_id 負荷 x9", "               ^^"],
    ["under wide characters", "router_id 負荷", "負荷", "router_id 負荷", "          ^^^^"],
    ["after a combining mark", "router_id e\u0301 x9", "x9", "router_id e\u0301 x9", "            ^^"],
    ["after an emoji of two units", "router_id 🚀 x9", "x9", "router_id 🚀 x9", "             ^^"],
    ["after control characters, shown as pictures", "a\u001b[31m x9", "x9", "a␛[31m x9", "       ^^"],
  ];
  test.each(cases)("%s", (_, line, needle, shown, carets) => {
    const files = { "a.conf": `${line}\n` };
    const place = placeOf(files, "a.conf", needle);
    const found = text(reportOf(files, [diagnostic(place, { message: "M", why: "", help: "" })]), plainContext);
    expect(found.split("\n").slice(1, 3)).toEqual([`    1 │ ${shown}`, `      │ ${carets} M`]);
  });
});

test("an empty place has one caret, a place over several lines ends with its first", () => {
  const files = { "a.conf": "one {\ntwo\n}\n" };
  const empty = diagnostic({ file: "a.conf", start: 4, end: 4 }, { message: "A", why: "", help: "" });
  const long = diagnostic({ file: "a.conf", start: 4, end: 11 }, { message: "B", why: "", help: "" });
  checkText(
    files,
    [empty, long],
    `
a.conf:1:5  error  unknown-keyword
    1 │ one {
      │     ^ A

a.conf:1:5  error  unknown-keyword
    1 │ one {
      │     ^ B

2 errors in 1 file`,
  );
});

test("a message that does not fit behind its carets is broken there, or goes below", () => {
  const files = { "a.conf": "short\n                                            far\n" };
  const message = "a message of some length that needs more than one line in a window";
  checkText(
    files,
    [
      diagnostic(placeOf(files, "a.conf", "short"), { message, why: "", help: "" }),
      diagnostic(placeOf(files, "a.conf", "far"), { message, why: "", help: "" }),
    ],
    `
a.conf:1:1  error  unknown-keyword
    1 │ short
      │ ^^^^^ a message of some length that needs more than
      │       one line in a window

a.conf:2:45  error  unknown-keyword
    1 │ short
    2 │                                             far
      │                                             ^^^
      │ a message of some length that needs more than one
      │ line in a window

2 errors in 1 file`,
    { width: 60 },
  );
});

test("of a very long line only the part around the place is shown", () => {
  const files = { "a.conf": `${"x".repeat(5_000_000)} here ${"y".repeat(5_000_000)}\n` };
  const found = text(
    reportOf(files, [diagnostic(placeOf(files, "a.conf", "here"), { why: "", help: "" })]),
    plainContext,
  );
  const [, line = "", carets = ""] = found.split("\n");
  expect(line.length).toBeLessThanOrEqual(100);
  expect(line.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("here");
  expect(line.startsWith("    1 │ …x")).toBe(true);
  expect(line.endsWith("y…")).toBe(true);
});

test("the same reason is given once", () => {
  const files = { "a.conf": "foo\nbar\n" };
  checkText(
    files,
    [diagnostic(placeOf(files, "a.conf", "foo")), diagnostic(placeOf(files, "a.conf", "bar"))],
    `
a.conf:1:1  error  unknown-keyword
    1 │ foo
      │ ^^^ no such keyword
  why   keepalived ignores the line.
  do    Remove it.

a.conf:2:1  error  unknown-keyword
    1 │ foo
    2 │ bar
      │ ^^^ no such keyword
  do    Remove it.

2 errors in 1 file`,
  );
});

test("a safe fix is named, and an unsafe one with its option", () => {
  const files = { "a.conf": "nb_get_retry 3\nfoo 3\n" };
  const edit = { ...placeOf(files, "a.conf", "nb_get_retry"), text: "retry" };
  const fixes = [{ title: "Write retry", safe: true, edits: [edit] }];
  checkText(
    files,
    [
      diagnostic(placeOf(files, "a.conf", "nb_get_retry"), { why: "", help: "", fixes }),
      diagnostic(placeOf(files, "a.conf", "foo"), { why: "", help: "", fixes: [{ ...fixes[0]!, safe: false }] }),
    ],
    `
a.conf:1:1  error  unknown-keyword
    1 │ nb_get_retry 3
      │ ^^^^^^^^^^^^ no such keyword
  fix   Write retry (--fix)

a.conf:2:1  error  unknown-keyword
    1 │ nb_get_retry 3
    2 │ foo 3
      │ ^^^ no such keyword
  fix   Write retry (--fix --unsafe-fixes)

2 errors in 1 file; 1 fixable with --fix`,
  );
});

test("config-ids are named where the finding does not hold for all of the file's", () => {
  const files = { "a.conf": "foo\n" };
  const found = { path: "a.conf", text: files["a.conf"] };
  const report = reportOf(files, [diagnostic(placeOf(files, "a.conf", "foo"), { configIds: ["lb2"] })]);
  const withIds = { ...report, files: report.files.map((file) => ({ ...file, configIds: ["lb1", "lb2"] })) };
  expect(text(withIds, plainContext).split("\n")[0]).toBe(`${found.path}:1:1  error  unknown-keyword @lb2`);
  const onlyOne = { ...report, files: report.files.map((file) => ({ ...file, configIds: ["lb2"] })) };
  expect(text(onlyOne, plainContext).split("\n")[0]).toBe(`${found.path}:1:1  error  unknown-keyword`);
});

test("statistics count per rule, the most frequent first", () => {
  const files = { "a.conf": "foo foo bar\n" };
  const place = placeOf(files, "a.conf", "foo");
  const fixes = [{ title: "x", safe: true, edits: [{ ...place, text: "" }] }];
  checkText(
    files,
    [
      diagnostic(place, { rule: "unused-script", severity: "warning" }),
      diagnostic(place, { fixes }),
      diagnostic(placeOf(files, "a.conf", "bar")),
    ],
    `
2  error    unknown-keyword  (1 fixable)
1  warning  unused-script

2 errors, 1 warning in 1 file; 1 fixable with --fix`,
    { statistics: true },
  );
});
