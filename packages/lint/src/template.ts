/** Half-open UTF-16 offsets. */
export interface TemplateTag {
  readonly start: number;
  readonly end: number;
}

/** The tags of Jinja, Go templates, Mustache and ERB: what they hold, they hold on one line. */
const tag = /\{\{[^{}\n]*\}\}|\{%[^\n]*?%\}|<%[^\n]*?%>/g;

/**
 * The first template tag in a main file; `undefined` where it is a configuration as keepalived gets it. Tags in
 * comments do not count: they survive rendering in files that explain themselves.
 */
export function firstTemplateTag(text: string): TemplateTag | undefined {
  for (const match of text.matchAll(tag)) {
    const before = text.slice(text.lastIndexOf("\n", match.index) + 1, match.index);
    if (!/[#!]/.test(before)) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
