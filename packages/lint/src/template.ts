import type { HostConfiguration } from "@kalint/model";
import { perHost } from "./memo.js";

/** The tags of Jinja, Go templates, Mustache and ERB: what they hold, they hold on one line. */
const tag = /\{\{[^{}\n]*\}\}|\{%[^\n]*?%\}|<%[^\n]*?%>/g;

/**
 * The first template tag in a host's main file, as offsets; `undefined` where it is a configuration as keepalived gets
 * it. Tags in comments do not count: they survive rendering in files that explain themselves.
 */
export const firstTemplateTag = perHost((host: HostConfiguration) => {
  const text = host.effective.files[0]?.text ?? "";
  for (const match of text.matchAll(tag)) {
    const before = text.slice(text.lastIndexOf("\n", match.index) + 1, match.index);
    if (!/[#!]/.test(before)) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
});
