import { expect, test } from "vitest";
import { MarkupKind } from "vscode-languageserver";
import { toMarkup } from "../../packages/server/src/markup.js";

test.each([
  [
    "a block of code",
    "```keepalived\npriority <priority>\n```\n\nIn the election.",
    "priority <priority>\n\nIn the election.",
  ],
  ["a block of code with its own backticks", "````keepalived\nscript ```\n````", "script ```"],
  ["code and bold words", "`vrrp_instance` **VI_1**, on `lb1`", "vrrp_instance VI_1, on lb1"],
  ["marks within code", "takes `**` and `\\#`", "takes ** and \\#"],
  ["code that holds a backtick", "`` a`b ``, `` ` ``", "a`b, `"],
  ["a space as code", "between ` ` and", "between   and"],
  ["escapes", "a \\* and \\_ and \\\\", "a * and _ and \\"],
  ["what is no code", "one ` alone", "one ` alone"],
  ["a list", "- options: `inst <instance>`\n- `id`", "- options: inst <instance>\n- id"],
])("without Markdown: %s", (_, markdown, text) => {
  expect(toMarkup(markdown, [MarkupKind.PlainText])).toEqual({ kind: "plaintext", value: text });
});

test.each([
  ["says that it takes it", [MarkupKind.PlainText, MarkupKind.Markdown]],
  ["says nothing", undefined],
])("with Markdown where a client %s", (_, formats) => {
  expect(toMarkup("**VI_1**", formats)).toEqual({ kind: "markdown", value: "**VI_1**" });
});
