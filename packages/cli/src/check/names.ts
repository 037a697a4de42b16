import { categories, rules } from "@kalint/lint";

export const categoryNames: readonly string[] = categories.map(({ id }) => id);

export function ruleIds(): readonly string[] {
  return rules.map((rule) => rule.id);
}
