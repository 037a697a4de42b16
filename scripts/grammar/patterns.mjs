// Small makers of TextMate rules, and the places in a text that all rules share.

/** Where a statement begins: a line, behind a brace, or behind an `@id` or `~SEQ` (`\G`: a rule that has just begun). */
export const start = "(?:^|\\G|(?<=[{}]))[ \\t]*";

/** Where a word ends. */
export const end = '(?=[\\s{}"#!]|$)';

/** A brace of the configuration, not the tag of a template: `{{ name }}`, `{% if %}`. */
export const open = "\\{(?![{%])";

/** A word of a line, with the tags of templates inside. */
export const wordWithTags = '(?:\\{\\{[^{}\\n]*\\}\\}|<%[^\\n]*?%>|[^\\s{}"#!$])+';

/** The same without tags. */
export const word = '[^\\s{}"#!$]+';

/** Where a statement ends. */
export const statementEnd = `(?=\\}|${open})|$`;

export function include(...names) {
  return names.map((name) => ({ include: `#${name}` }));
}

export function scoped(name, match, ...inner) {
  return { name: scope(name), match, ...(inner.length > 0 && { captures: captures(...inner) }) };
}

/** One entry per group: a scope, a list of patterns for what the group holds, or nothing. */
export function captures(...groups) {
  return Object.fromEntries(
    groups.flatMap((group, index) =>
      group === "" || group.length === 0
        ? []
        : [[index + 1, typeof group === "string" ? { name: scope(group) } : { patterns: group }]],
    ),
  );
}

export function scope(name) {
  return `${name}.keepalived`;
}

/** Alternatives of a regular expression, sorted, so that the file changes only where the schema does. */
export function alternatives(words) {
  const sorted = [...new Set(words)].sort((a, b) => (a < b ? -1 : 1));
  return sorted.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
}
