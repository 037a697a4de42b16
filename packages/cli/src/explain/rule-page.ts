import { type Example, kindText, optionsExample, type Rule } from "@kalint/lint";
import { type Colours, severityColour, withCode } from "../render/colours.js";
import { renderMarkdown } from "../render/markdown.js";
import { wrap } from "../render/wrap.js";
import { rulePageUrl } from "../report/links.js";

/** A rule's page for the terminal. */
export function renderRule(rule: Rule, width: number, colours: Colours): string {
  const heading = (text: string) => ["", colours.bold(text)];
  const facts = [
    severityColour(colours, rule.severity)(rule.severity),
    rule.category,
    rule.scope === "host" ? "looks at one host" : "looks at the hosts of a cluster",
    ...(rule.fixable === undefined ? [] : [`fix: ${rule.fixable}`]),
    `since ${rule.since}`,
  ];
  return [
    colours.bold(rule.id),
    facts.join(" · "),
    "",
    ...wrap(rule.summary, width).map((line) => withCode(colours, line)),
    ...heading("Why"),
    ...renderMarkdown(rule.why, width, colours),
    ...heading("What to do"),
    ...renderMarkdown(rule.advice, width, colours),
    ...options(rule, width, colours),
    ...examples("Bad", rule.bad, colours),
    ...examples("Good", rule.good, colours),
    ...(rule.source === undefined ? [] : [...heading("Source"), ...renderMarkdown(rule.source, width, colours)]),
    ...(rule.evidence?.length ? [...heading("Learnt from"), ...rule.evidence.map((source) => `  ${source}`)] : []),
    "",
    colours.dim(rulePageUrl(rule.id)),
    "",
  ].join("\n");
}

function options(rule: Rule, width: number, colours: Colours): string[] {
  const example = optionsExample(rule);
  if (example === undefined) return [];
  const lines = Object.entries(rule.options ?? {}).flatMap(([name, option]) => {
    const text = `\`${name}\` (${kindText(option)}; default ${JSON.stringify(option.default)}): ${option.description}`;
    return renderMarkdown(text, width, colours);
  });
  return ["", colours.bold("Options"), ...lines, colours.dim(`  ${example}`)];
}

function examples(title: string, list: readonly Example[], colours: Colours): string[] {
  return list.flatMap((example) => {
    const conditions = [
      ...(example.target === undefined ? [] : [`--target ${example.target}`]),
      ...(example.configId === undefined ? [] : [`--config-id ${example.configId}`]),
      ...(example.options === undefined ? [] : [`the options ${JSON.stringify(example.options)}`]),
    ];
    const note = conditions.length === 0 ? "" : colours.dim(` (with ${conditions.join(" ")})`);
    const files: [string | undefined, string][] =
      typeof example.files === "string" ? [[undefined, example.files]] : Object.entries(example.files);
    return [
      "",
      colours.bold(title) + note,
      ...files.flatMap(([path, text]) => [
        ...(path === undefined ? [] : [colours.dim(`  ${path}`)]),
        ...text
          .replace(/(?<!\n)\n+$/, "")
          .split("\n")
          .map((line) => `    ${line}`.trimEnd()),
      ]),
    ];
  });
}
