import type { HostFacts } from "@kalint/daemon";
import { say, textsOf } from "@kalint/schema";
import { categories } from "./categories.js";
import type { OptionDeclaration } from "./options.js";
import type { Example, Rule } from "./types.js";

const subjects: Readonly<Record<Rule["scope"], () => string>> = {
  host: () => say`one host`,
  cluster: () => say`the hosts of a cluster`,
  run: () => say`all clusters of a run`,
};

/** The rule's page, in Markdown. */
export function rulePage(rule: Rule): string {
  const { summary, why, advice } = textsOf(rule);
  return [
    `<!-- Generated from packages/lint/src/rules/${rule.id}.ts; change it there. -->`,
    `# ${rule.id}`,
    summary,
    [
      say`| severity | category | looks at | fix | since |`,
      "| --- | --- | --- | --- | --- |",
      `| ${rule.severity} | ${rule.category} | ${subjects[rule.scope]()} | ${fixText(rule)} | ${rule.since} |`,
    ].join("\n"),
    `## ${say`Why`}\n\n${why}`,
    `## ${say`What to do`}\n\n${advice}`,
    ...(rule.waits
      ? [
          say`It is advice, and waits: a file with errors or warnings gets it once they are gone, or where the rule is set or asked for by name.`,
        ]
      : []),
    ...optionsText(rule),
    ...section(say`Bad`, rule.bad),
    ...section(say`Good`, rule.good),
    `## ${say`Source`}\n\n${rule.source}`,
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
      (rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${fixText(rule)} | ${textsOf(rule).summary} |`,
    );
    return [
      `## ${title()}\n\n${say`| rule | severity | fix | finds |`}\n| --- | --- | --- | --- |\n${rows.join("\n")}`,
    ];
  });
  return ["<!-- Generated from packages/lint/src/rules; change it there. -->", `# ${say`Rules`}`, ...sections]
    .join("\n\n")
    .concat("\n");
}

function switchText({ id, severity, preset }: Rule): string {
  if (preset !== undefined)
    return `## ${say`Turn it on`}\n\n${say`It is off unless asked for:`}\n\n\`\`\`json\n{ "rules": { "${id}": "${severity}" } }\n\`\`\`\n\n${say`in \`kalint.json\`, \`"extends": "${preset}"\`, or \`--rule ${id}=${severity}\`.`}`;
  return `## ${say`Turn it off`}\n\n\`\`\`json\n{ "rules": { "${id}": "off" } }\n\`\`\`\n\n${say`in \`kalint.json\`, or \`# kalint-disable-next-line ${id}\` above one line.`}`;
}

function optionsText(rule: Rule): readonly string[] {
  const example = optionsExample(rule);
  if (example === undefined) return [];
  const rows = Object.entries(rule.options ?? {}).map(
    ([name, option]) =>
      `| \`${name}\` | ${kindText(option)} | \`${JSON.stringify(option.default)}\` | ${option.description} |`,
  );
  return [
    `## ${say`Options`}\n\n${say`| option | value | default | meaning |`}\n| --- | --- | --- | --- |\n${rows.join("\n")}`,
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
      if (minimum === undefined) return say`a number`;
      return maximum === undefined ? say`a number from ${minimum}` : say`a number from ${minimum} to ${maximum}`;
    }
    case "flag":
      return say`\`true\` or \`false\``;
    case "numbers":
      return say`a list of numbers`;
    case "words":
      return option.among ? say`some of ${option.among.map((word) => `\`${word}\``).join(", ")}` : say`a list of words`;
  }
}

function fixText(rule: Rule): string {
  if (rule.fixable === undefined) return say`no`;
  return rule.fixable === "sometimes" ? say`sometimes` : rule.fixable;
}

function section(title: string, examples: readonly Example[]): readonly string[] {
  return examples.length === 0 ? [] : [`## ${title}`, ...examples.map(exampleText)];
}

function exampleText(example: Example): string {
  const conditions = [
    ...(example.target === undefined ? [] : [say`With \`--target ${example.target}\``]),
    ...(example.facts === undefined ? [] : [say`On a host with ${factsText(example.facts)}`]),
    ...(example.configId === undefined ? [] : [say`With \`--config-id ${example.configId}\``]),
    ...(example.options === undefined ? [] : [say`With the options \`${JSON.stringify(example.options)}\``]),
  ].map((text) => `${text}:\n\n`);
  const files =
    typeof example.files === "string"
      ? [fence(example.files)]
      : Object.entries(example.files).map(([path, text]) => `\`${path}\`\n\n${fence(text)}`);
  return conditions.join("") + files.join("\n\n");
}

function factsText(facts: HostFacts): string {
  return Object.entries(facts)
    .map(([kind, names]) => say`the ${kind} ${[names].flat().join(", ")}`)
    .reduce((one, other) => say`${one} and ${other}`);
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
  return [`## ${say`Learnt from`}\n\n${rule.evidence.map((source) => `- ${source}`).join("\n")}`];
}
