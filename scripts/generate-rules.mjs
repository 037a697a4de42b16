// The page of every rule and their index, from the rules' own declarations, in each language.
export async function generateRuleDocs() {
  const { ruleIndexPage, rulePage, rules } = await import("../packages/lint/dist/index.js");
  const { speakLocale } = await import("../packages/schema/dist/index.js");
  const pages = [];
  for (const [locale, folder] of [
    ["zh-CN", "docs/zh-CN/rules"],
    ["en", "docs/rules"],
  ]) {
    await speakLocale(locale);
    pages.push([`${folder}/README.md`, ruleIndexPage(rules)]);
    pages.push(...rules.map((rule) => [`${folder}/${rule.id}.md`, rulePage(rule)]));
  }
  return new Map(pages);
}
