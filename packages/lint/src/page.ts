import type { HostFacts } from "@kalint/daemon";
import { categories } from "./categories.js";
import type { OptionDeclaration } from "./options.js";
import type { Example, Rule } from "./types.js";

const subjects: Readonly<Record<Rule["scope"], string>> = {
  host: "one host",
  cluster: "the hosts of a cluster",
  run: "all clusters of a run",
};

/** The rule's page, in Markdown. */
export function rulePage(rule: Rule): string {
  return [
    `<!-- Generated from packages/lint/src/rules/${rule.id}.ts; change it there. -->`,
    `# ${rule.id}`,
    rule.summary,
    [
      "| severity | category | looks at | fix | since |",
      "| --- | --- | --- | --- | --- |",
      `| ${rule.severity} | ${rule.category} | ${subjects[rule.scope]} | ${fixText(rule)} | ${rule.since} |`,
    ].join("\n"),
    `## Why\n\n${rule.why}`,
    `## What to do\n\n${rule.advice}`,
    ...(rule.waits
      ? [
          "It is advice, and waits: a file with errors or warnings gets it once they are gone, or where the rule is set or asked for by name.",
        ]
      : []),
    ...optionsText(rule),
    ...section("Bad", rule.bad),
    ...section("Good", rule.good),
    `## Source\n\n${rule.source}`,
    ...evidence(rule),
    switchText(rule),
  ]
    .join("\n\n")
    .concat("\n");
}

/** `docs/rules/README.md`: every rule by category. */
export function ruleIndexPage(rules: readonly Rule[]): string {
  const sections = categories.flatMap(({ id, title }) => {
    const members = rules.filter((rule) => rule.category === id);
    if (members.length === 0) return [];
    const rows = members.map(
      (rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${fixText(rule)} | ${rule.summary} |`,
    );
    return [`## ${title}\n\n| rule | severity | fix | finds |\n| --- | --- | --- | --- |\n${rows.join("\n")}`];
  });
  return ["<!-- Generated from packages/lint/src/rules; change it there. -->", "# Rules", ...sections]
    .join("\n\n")
    .concat("\n");
}

function switchText({ id, severity, preset }: Rule): string {
  if (preset !== undefined)
    return `## Turn it on\n\nIt is off unless asked for:\n\n\`\`\`json\n{ "rules": { "${id}": "${severity}" } }\n\`\`\`\n\nin \`kalint.json\`, \`"extends": "${preset}"\`, or \`--rule ${id}=${severity}\`.`;
  return `## Turn it off\n\n\`\`\`json\n{ "rules": { "${id}": "off" } }\n\`\`\`\n\nin \`kalint.json\`, or \`# kalint-disable-next-line ${id}\` above one line.`;
}

function optionsText(rule: Rule): readonly string[] {
  const example = optionsExample(rule);
  if (example === undefined) return [];
  const rows = Object.entries(rule.options ?? {}).map(
    ([name, option]) =>
      `| \`${name}\` | ${kindText(option)} | \`${JSON.stringify(option.default)}\` | ${option.description} |`,
  );
  return [
    `## Options\n\n| option | value | default | meaning |\n| --- | --- | --- | --- |\n${rows.join("\n")}`,
    `\`\`\`json\n${example}\n\`\`\``,
  ];
}

/** How the options of a rule are written in `kalint.json`; `undefined` for a rule that has none. */
export function optionsExample({ id, severity, options = {}, bad, good }: Rule): string | undefined {
  if (Object.keys(options).length === 0) return undefined;
  const shown = [...good, ...bad].find((example) => example.options !== undefined)?.options;
  const defaults = Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.default]));
  const value = JSON.stringify(shown ?? defaults)
    .replace(/([:,])(?=["[\d])/g, "$1 ")
    .replace(/^{(.*)}$/, "{ $1 }");
  return `{ "rules": { "${id}": ["${severity}", ${value}] } }`;
}

/** What an option takes, in words. */
export function kindText(option: OptionDeclaration): string {
  switch (option.kind) {
    case "number": {
      const { minimum, maximum } = option;
      if (minimum === undefined) return "a number";
      return maximum === undefined ? `a number from ${minimum}` : `a number from ${minimum} to ${maximum}`;
    }
    case "flag":
      return "`true` or `false`";
    case "numbers":
      return "a list of numbers";
    case "words":
      return option.among ? `some of ${option.among.map((word) => `\`${word}\``).join(", ")}` : "a list of words";
  }
}

function fixText(rule: Rule): string {
  return rule.fixable === undefined ? "no" : rule.fixable;
}

function section(title: string, examples: readonly Example[]): readonly string[] {
  return examples.length === 0 ? [] : [`## ${title}`, ...examples.map(exampleText)];
}

function exampleText(example: Example): string {
  const conditions = [
    ...(example.target === undefined ? [] : [`With \`--target ${example.target}\``]),
    ...(example.facts === undefined ? [] : [`On a host with ${factsText(example.facts)}`]),
    ...(example.configId === undefined ? [] : [`With \`--config-id ${example.configId}\``]),
    ...(example.options === undefined ? [] : [`With the options \`${JSON.stringify(example.options)}\``]),
  ].map((text) => `${text}:\n\n`);
  const files =
    typeof example.files === "string"
      ? [fence(example.files)]
      : Object.entries(example.files).map(([path, text]) => `\`${path}\`\n\n${fence(text)}`);
  return conditions.join("") + files.join("\n\n");
}

function factsText(facts: HostFacts): string {
  return Object.entries(facts)
    .map(([kind, names]) => `the ${kind} ${[names].flat().join(", ")}`)
    .join(" and ");
}

function fence(text: string): string {
  return `\`\`\`keepalived\n${visible(text.replace(/(?<!\n)\n+$/, ""))}\n\`\`\``;
}

/** Control characters as their pictures: with a NUL byte in it the page would be a binary file to many programs. */
function visible(text: string): string {
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0)!;
      return code < 0x20 && character !== "\t" && character !== "\n" ? String.fromCodePoint(0x2400 + code) : character;
    })
    .join("");
}

function evidence(rule: Rule): readonly string[] {
  if (rule.evidence === undefined || rule.evidence.length === 0) return [];
  return [`## Learnt from\n\n${rule.evidence.map((source) => `- ${source}`).join("\n")}`];
}
