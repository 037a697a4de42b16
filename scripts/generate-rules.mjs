// The page of every rule and their index, from the rules' own declarations.
export async function generateRuleDocs() {
  const { ruleIndexPage, rulePage, rules } = await import("../packages/lint/dist/index.js");
  return new Map([
    ["docs/rules/README.md", ruleIndexPage(rules)],
    ...rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)]),
  ]);
}
