import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTemplate, type Template, type TemplateLanguage } from "@kalint/syntax";
import { describe, expect, test } from "vitest";
import { fixturesFolder } from "../support/fixtures.js";

type Tag = Template["tags"][number];

const [, ...sections] = readFileSync(join(fixturesFolder, "syntax/tags.txt"), "utf8").split(/^=== /m);

describe.each(sections.map((section) => section.split("\n")))("%s", (language, ...lines) => {
  test.each(lines.filter((line) => line !== "").map((line) => line.split(" => ")))("%s", (tag, expected) => {
    // In the middle of a line, so that a place that is off by one is seen.
    const before = "é  ";
    const { tags } = readTemplate(`${before}${tag}\n`, { language: language as TemplateLanguage });
    expect(tags.map(described).join(", ") || "none").toBe(expected);
    for (const { start, end } of tags) expect([start, end]).toEqual([before.length, before.length + tag!.length]);
  });
});

function described({ kind, block, otherwise, condition, trimsBefore, trimsAfter }: Tag): string {
  return [
    kind,
    block,
    otherwise && "otherwise",
    condition && `${condition.negated ? "if-not" : "if"} ${condition.text}`,
    trimsBefore && `before=${trimsBefore}`,
    trimsAfter && `after=${trimsAfter}`,
  ]
    .filter(Boolean)
    .join(" ");
}
