import { documentationUrl } from "@kalint/lint";

export { projectUrl } from "@kalint/lint";

/** The page of a rule. */
export function rulePageUrl(rule: string): string {
  return `${documentationUrl}/rules/${rule}.md`;
}
