import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { applyEdits, formatTemplate } from "@kalint/format";
import { templateLanguageOf } from "@kalint/project";
import { vocabulary } from "@kalint/schema";
import { readTemplate, type TemplateLanguage } from "@kalint/syntax";
import { describe, expect, test } from "vitest";
import { masksOf } from "../support/masks.js";

const folder = join(import.meta.dirname, "../../fixtures/templates");

function formatted(text: string, language: TemplateLanguage): string {
  return applyEdits(text, formatTemplate(readTemplate(text, { language }), vocabulary).edits);
}

const cases: readonly [string, TemplateLanguage, string, string][] = [
  [
    "tags on lines of their own go with their block, or stay in the first column",
    "jinja",
    "vrrp_instance {{ name }}   {\n  {% if a %}\n  nopreempt\n  {% endif %}\n  advert_int 1\n{% if b %}\n  priority   1\n{% endif %}\n}\n",
    "vrrp_instance {{ name }} {\n    {% if a %}\n    nopreempt\n    {% endif %}\n    advert_int 1\n{% if b %}\n    priority 1\n{% endif %}\n}\n",
  ],
  [
    "a tag of several lines keeps its bytes",
    "jinja",
    "{#\n   a\n\n\n#}\nglobal_defs {\n  router_id {{ a |\n b }}\n}\n",
    "{#\n   a\n\n\n#}\nglobal_defs {\n    router_id {{ a |\n b }}\n}\n",
  ],
  [
    "the empty line behind a block's tag at the end of a line stays: Ansible takes the other line end away",
    "jinja",
    "vrrp_instance a {\n  priority {% if a %}1{% else %}2{% endif %}\n\n}\n",
    "vrrp_instance a {\n    priority {% if a %}1{% else %}2{% endif %}\n\n}\n",
  ],
  [
    "the same behind -%>",
    "erb",
    "vrrp_instance a {\n  virtual_ipaddress {<% b.each do |c| %>\n  <%= c %><% end -%>\n\n  }\n}\n",
    "vrrp_instance a {\n    virtual_ipaddress {\n        <% b.each do |c| %>\n        <%= c %><% end -%>\n\n    }\n}\n",
  ],
  [
    "a brace is not carried over a tag",
    "jinja",
    "vrrp_instance a\n{% if b %}\n{\n  priority 1\n}\n{% endif %}\n",
    "vrrp_instance a\n{% if b %}\n{\n    priority 1\n}\n{% endif %}\n",
  ],
  [
    "what a macro holds keeps its indentation",
    "jinja",
    "{% macro check(name) %}\n        MISC_CHECK {\n          misc_path   {{ name }}\n        }\n{% endmacro %}\nglobal_defs   {\n  router_id {{ a }}\n}\n",
    "{% macro check(name) %}\n        MISC_CHECK {\n          misc_path   {{ name }}\n        }\n{% endmacro %}\nglobal_defs {\n    router_id {{ a }}\n}\n",
  ],
  [
    "braces that pair up only in renderings: nothing is changed",
    "jinja",
    "{% if a %}\nvirtual_server {{ b }} {\n{% else %}\nvirtual_server {{ c }} {\n{% endif %}\n  delay_loop   6\n}\n",
    "{% if a %}\nvirtual_server {{ b }} {\n{% else %}\nvirtual_server {{ c }} {\n{% endif %}\n  delay_loop   6\n}\n",
  ],
];

test.each(cases)("%s", (_, language, before, after) => {
  expect(formatted(before, language)).toBe(after);
  expect(formatted(after, language)).toBe(after);
});

describe("the fixtures keep their tags, and every rendering its lines", () => {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  test.each(names.filter((name) => /\.\w+\.\w+$/.test(name) && !name.endsWith(".json")))("%s", (name) => {
    const text = readFileSync(join(folder, name), "utf8");
    const language = templateLanguageOf(name, text);
    if (language === undefined) return;
    // Everything one level to the left, and more blanks between words.
    const shaken = text.replace(/^ {4}/gm, "").replace(/(?<=\w) (?=\w)/g, name.endsWith(".j2") ? "  " : " ");
    for (const before of [text, shaken]) {
      const after = formatted(before, language);
      expect(formatted(after, language)).toBe(after);
      expect(tagsOf(after, language)).toEqual(tagsOf(before, language));
      expect(renderedLines(after, language)).toEqual(renderedLines(before, language));
      const withoutLineEnds = (given: string) => given.replace(/([%#]\})\n/g, "$1");
      expect(renderedLines(withoutLineEnds(after), language)).toEqual(renderedLines(withoutLineEnds(before), language));
    }
  });
});

function tagsOf(text: string, language: TemplateLanguage): readonly string[] {
  return readTemplate(text, { language }).tags.map(({ start, end }) => text.slice(start, end));
}

/** What keepalived takes for lines: each brace is one of its own, and blanks count once. */
function renderedLines(text: string, language: TemplateLanguage): readonly (readonly string[])[] {
  return masksOf(readTemplate(text, { language })).map((masked) =>
    masked
      .replaceAll("\uFDEF", "")
      .replace(/[{}]/g, "\n$&\n")
      .split("\n")
      .map((line) => line.replace(/\s+/g, " ").trim())
      .filter((line) => line !== ""),
  );
}
