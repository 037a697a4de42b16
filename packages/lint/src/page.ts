import type { HostFacts } from "@kalint/model";
import type { Category, Example, Rule } from "./types.js";

const categories: readonly { readonly id: Category; readonly title: string }[] = [
  { id: "syntax", title: "Syntax" },
  { id: "daemon", title: "What keepalived refuses or reports" },
  { id: "vrrp", title: "VRRP" },
  { id: "tracking", title: "Tracking and scripts" },
  { id: "lvs", title: "Virtual and real servers" },
  { id: "cluster", title: "Across the hosts of a cluster" },
  { id: "security", title: "Security" },
  { id: "migration", title: "Between releases" },
  { id: "style", title: "Style" },
];

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
    ...section("Bad", rule.bad),
    ...section("Good", rule.good),
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
  return `\`\`\`keepalived\n${text.replace(/\n+$/, "")}\n\`\`\``;
}

function evidence(rule: Rule): readonly string[] {
  if (rule.evidence === undefined || rule.evidence.length === 0) return [];
  return [`## Learnt from\n\n${rule.evidence.map((source) => `- ${source}`).join("\n")}`];
}
