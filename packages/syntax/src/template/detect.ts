import type { TemplateLanguage } from "./tags.js";

/** What a file's name says of its language; `some`: it is a template, and its tags tell of which. */
export function languageByName(name: string): TemplateLanguage | "some" | undefined {
  const ending = /\.(\w+)$/.exec(name)?.[1];
  return endings.get(ending ?? "");
}

const endings: ReadonlyMap<string, TemplateLanguage | "some"> = new Map([
  ["j2", "jinja"],
  ["jinja", "jinja"],
  ["jinja2", "jinja"],
  ["erb", "erb"],
  ["epp", "epp"],
  ["gotmpl", "go"],
  ["ctmpl", "go"],
  ["tftpl", "terraform"],
  ["mustache", "mustache"],
  ["hbs", "mustache"],
  ["tmpl", "some"],
  ["tpl", "some"],
  ["template", "some"],
  ["in", "some"],
]);

/** What is put behind the name of a configuration for its template, without the dot: `keepalived.conf.j2`. */
export const templateEndings: readonly string[] = [...endings.keys()];

/** The language whose tags a text has; the first that is certain. */
export function languageByTags(text: string): TemplateLanguage | undefined {
  for (const [language, tag] of signs) if (tag.test(text)) return language;
  return undefined;
}

const signs: readonly (readonly [TemplateLanguage, RegExp])[] = [
  ["epp", /<%-?\s*\|[^|]*\||<%-?[^%]{0,1000}\{\s*-?%>/],
  ["erb", /<%[^%]/],
  ["jinja", /\{%[-+]?\s*[a-z]|\{#(?![\w.]+\}\})[^{}]{0,1000}#\}/],
  ["mustache", /\{\{[#^/!>][^{}\n]*\}\}/],
  [
    "go",
    /\{\{-?\s*(?:\/\*|`|\.(?:[\w\s}]|$)|\$|(?:range|if|else|end|with|template|define|block|printf|include|getenv|getv|key|ls|env\.Getenv)\b)/,
  ],
  ["jinja", /\{\{[^{}\n][^\n]{0,1000}\}\}|\{\{\{[^{}\n]+\}\}\}/],
  ["terraform", /%\{~?\s*(?:if|else|endif|for|endfor)\b|\$\{(?:[A-Za-z_]\w*[.([]|jsonencode|join)/],
];
