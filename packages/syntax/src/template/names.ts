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
