import { rules } from "./rules.generated.js";
import type { Rule } from "./types.js";

export { rules };

export function ruleById(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
