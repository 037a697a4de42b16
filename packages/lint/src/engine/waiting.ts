import { ruleById } from "../rules.js";
import type { LintedFile, Rule } from "../types.js";

/** Without advice that may wait, where a file has errors or warnings: those come first, and the advice once they are gone. */
export function withoutWaiting(files: readonly LintedFile[], mayWait: (rule: Rule) => boolean): readonly LintedFile[] {
  return files.map((file) => {
    const hasWorse = file.diagnostics.some(({ severity, causedBy }) => severity !== "info" && causedBy === undefined);
    if (!hasWorse) return file;
    const waits = (id: string): boolean => {
      const rule = ruleById(id);
      return rule?.waits === true && mayWait(rule);
    };
    return { ...file, diagnostics: file.diagnostics.filter(({ rule }) => !waits(rule)) };
  });
}
