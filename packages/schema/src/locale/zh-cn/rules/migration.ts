import type { RuleTexts } from "../../say.js";
import type { RuleId } from "../../texts.generated.js";

export const migration = {
  "deprecated-keyword": {
    summary: "较新版本只为兼容而接受的关键字或选项。",
    why: "它仍然有效，但通常会有提示。一旦后续版本移除它，该行就不起作用。",
    advice: "使用消息中指出的关键字。",
  },
} as const satisfies Partial<Record<RuleId, RuleTexts>>;
