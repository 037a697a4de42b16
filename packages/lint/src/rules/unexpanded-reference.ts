import type { EffectiveStatement, EffectiveWord, HostConfiguration, Place } from "@kalint/daemon";
import { argumentLines, checkValue, reportsBadValue, statementsOf } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { itemsOf } from "@kalint/syntax";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { nearest } from "../suggest.js";
import type { Finding } from "../types.js";
import { definedNames } from "../written.js";

export const unexpandedReference = defineHostRule({
  id: "unexpanded-reference",
  category: "syntax",
  severity: "error",
  summary: "A `$NAME` that keepalived does not expand at this place.",
  why: "keepalived expands a bare `$NAME` only before a space, `,`, `)` or the end of the line, and only if it is defined on an earlier line. Otherwise the text silently stays as it is, and the keyword gets `$NAME` as its value.",
  advice: "Write `${NAME}`, which works anywhere, and put the definition above its first use.",
  fixable: "sometimes",
  looksAtText: true,
  readsElsewhere: true,
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: replace_param, find_definition",
  bad: [
    { files: `$LABEL=web\n\n${exampleInstance([], { addresses: ["192.0.2.10/24 label $LABEL:1"] })}` },
    { files: exampleInstance([], { device: "$DEVICE" }) },
  ],
  good: [{ files: `$LABEL=web\n\n${exampleInstance([], { addresses: ["192.0.2.10/24 label ${LABEL}:1"] })}` }],
  check(host, report) {
    if (!host.effective.files.some(({ text }) => text.includes("$"))) return;
    const defined = definedNames(host);
    for (const { word, statement } of wordsWithDollar(host)) {
      const finding = describe(host, word, statement, defined);
      if (finding) report(finding);
    }
  },
});

function* wordsWithDollar(
  host: HostConfiguration,
): Iterable<{ readonly word: EffectiveWord; readonly statement: EffectiveStatement }> {
  for (const statement of statementsOf(host.effective)) {
    for (const { words } of [statement, ...statement.lines]) {
      for (const word of words) {
        const isLeft =
          word.unknown === undefined ? !word.expanded && word.value.includes("$") : word.unknown.includes("$");
        if (isLeft) yield { word, statement };
      }
    }
  }
}

function describe(
  host: HostConfiguration,
  word: EffectiveWord,
  { keyword, keyword: { splitter } }: EffectiveStatement,
  defined: ReadonlySet<string>,
): Finding | undefined {
  const { place, quoted, unknown } = word;
  const value = unknown ?? word.value;
  const match = /\$([A-Za-z_]\w*)/.exec(value);
  if (match === null) return undefined;
  const name = match[1]!;
  const text = host.effective.files.find(({ path }) => path === place.file)?.text ?? "";
  if (unknown !== undefined) return describeForeign(host, word, `$${name}`);
  const start = text.indexOf(match[0], place.start);
  if (start < 0 || start >= place.end || text[start - 1] === "\\") return undefined;
  const at: Place = { ...place, start, end: start + match[0].length };
  const next = value[match.index + match[0].length] ?? (quoted ? '"' : undefined);
  // What is not defined here may be meant for a shell.
  if (splitter !== undefined && !defined.has(name)) return undefined;
  if (defined.has(name)) {
    const delimited = next === undefined || /[ \t,)]/.test(next);
    if (!delimited)
      return {
        place: at,
        message: say`$${name} is not replaced before ${JSON.stringify(next)}: keepalived reads ${JSON.stringify(value)} literally`,
        help: say`Write \`\${${name}}\`.`,
        fixes: [{ title: say`write \`\${${name}}\``, safe: false, edits: [{ ...at, text: `\${${name}}` }] }],
      };
    if (isMultiline(host, name))
      return {
        place: at,
        message: say`$${name} has several lines, so it is replaced only at the end of a line: here it is not`,
        help: say`Put \`$${name}\` on a line of its own.`,
      };
    return {
      place: at,
      message: say`$${name} is defined only further down, or for other hosts: here it is not replaced`,
    };
  }
  // Names that resemble a defined one have a rule of their own; a password may have a dollar sign.
  const whole = match.index === 0 && match[0].length === value.length && !quoted;
  if (!whole || nearest(name, defined).length > 0 || /^auth_|^key$|password/.test(keyword.name)) return undefined;
  return {
    place: at,
    message: say`$${name} is not defined: keepalived takes the text ${JSON.stringify(value)} itself`,
  };
}

/** keepalived takes the reference itself for the value, and mostly refuses that. */
function describeForeign(host: HostConfiguration, word: EffectiveWord, reference: string): Finding {
  const site = argumentLines(host).find(({ words }) => words.includes(word));
  const assigned = site?.assignment.values.find((each) => each.word === word);
  const isRefused =
    site !== undefined &&
    assigned !== undefined &&
    checkValue(reference, assigned.argument, site.target) !== undefined &&
    reportsBadValue(site, assigned.argument, assigned.option);
  return {
    place: word.place,
    message: say`${reference} is defined only further down, or for other hosts: here it is not replaced`,
    ...(isRefused && { daemon: true }),
  };
}

/** Source: keepalived 2.4.3, lib/parser.c: replace_param. */
function isMultiline(host: HostConfiguration, name: string): boolean {
  return host.effective.files.some(({ tree }) =>
    [...itemsOf(tree)].some(
      ({ item }) => item.kind === "definition" && item.name.text === name && item.lines.length > 1,
    ),
  );
}
