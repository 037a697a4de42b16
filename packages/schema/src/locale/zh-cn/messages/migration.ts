import type { MessageTemplate } from "../../texts.generated.js";

export const migration = {
  "{0} is deprecated{1}": "{0} 已弃用{1}",
  "{0} is deprecated; use {1}": "{0} 已弃用；请使用 {1}",
  "use {0}": "使用 {0}",
} as const satisfies Partial<Record<MessageTemplate, string>>;
