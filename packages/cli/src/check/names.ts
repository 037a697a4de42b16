import { type Category, rules } from "@kalint/lint";

/** Every category, whether a rule has it already or not. */
export const categoryNames: readonly string[] = [
  "syntax",
  "daemon",
  "vrrp",
  "tracking",
  "lvs",
  "cluster",
  "security",
  "migration",
  "style",
] satisfies Category[];

export function ruleIds(): readonly string[] {
  return rules.map((rule) => rule.id);
}
