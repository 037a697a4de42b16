/** Where the documentation is read. */
const documentation = "https://github.com/kalint/kalint/blob/main/docs";

/** The page of a rule. */
export function rulePageUrl(rule: string): string {
  return `${documentation}/rules/${rule}.md`;
}

/** The project's page, for formats that name their tool. */
export const projectUrl = "https://github.com/kalint/kalint";
