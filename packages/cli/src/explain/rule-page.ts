import { type Example, kindText, optionsExample, type Rule } from "@kalint/lint";
import { say, textsOf } from "@kalint/schema";
import { type Colours, severityColour, withCode } from "../render/colours.js";
import { renderMarkdown } from "../render/markdown.js";
import { wrap } from "../render/wrap.js";
import { rulePageUrl } from "../report/links.js";

/** A rule's page for the terminal. */
export function renderRule(rule: Rule, width: number, colours: Colours): string {
  const heading = (text: string) => ["", colours.bold(text)];
  const { summary, why, advice } = textsOf(rule);
  const facts = [
    severityColour(colours, rule.severity)(rule.severity),
    rule.category,
    rule.scope === "host" ? say`looks at one host` : say`looks at the hosts of a cluster`,
    ...(rule.fixable === undefined ? [] : [say`fix: ${rule.fixable}`]),
    say`since ${rule.since}`,
  ];
  return [
    colours.bold(rule.id),
    facts.join(" · "),
    "",
    ...wrap(summary, width).map((line) => withCode(colours, line)),
    ...heading(say`Why`),
    ...renderMarkdown(why, width, colours),
    ...heading(say`What to do`),
    ...renderMarkdown(advice, width, colours),
    ...options(rule, width, colours),
    ...examples(say`Bad`, rule.bad, colours),
    ...examples(say`Good`, rule.good, colours),
    ...(rule.source === undefined ? [] : [...heading(say`Source`), ...renderMarkdown(rule.source, width, colours)]),
    ...(rule.evidence?.length ? [...heading(say`Learnt from`), ...rule.evidence.map((source) => `  ${source}`)] : []),
    "",
    colours.dim(rulePageUrl(rule.id)),
    "",
  ].join("\n");
}

function options(rule: Rule, width: number, colours: Colours): string[] {
  const example = optionsExample(rule);
  if (example === undefined) return [];
  const lines = Object.entries(rule.options ?? {}).flatMap(([name, option]) => {
    const text = `\`${name}\` (${say`${kindText(option)}; default ${JSON.stringify(option.default)}`}): ${option.description}`;
    return renderMarkdown(text, width, colours);
  });
  return ["", colours.bold(say`Options`), ...lines, colours.dim(`  ${example}`)];
}

function examples(title: string, list: readonly Example[], colours: Colours): string[] {
  return list.flatMap((example) => {
    const conditions = [
      ...(example.target === undefined ? [] : [`--target ${example.target}`]),
      ...(example.configId === undefined ? [] : [`--config-id ${example.configId}`]),
      ...(example.options === undefined ? [] : [say`the options ${JSON.stringify(example.options)}`]),
    ];
    const note = conditions.length === 0 ? "" : colours.dim(say` (with ${conditions.join(" ")})`);
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
