import { ruleById } from "../rules.js";
import type { Diagnostic, LintedFile, Rule } from "../types.js";

/** Without advice that may wait, where a file has errors or warnings: those come first, and the advice once they are gone. */
export function withoutWaiting(files: readonly LintedFile[], mayWait: (rule: Rule) => boolean): readonly LintedFile[] {
  const waits = ({ rule: id }: Diagnostic): boolean => {
    const rule = ruleById(id);
    return rule?.waits === true && mayWait(rule);
  };
  return files.map((file) => {
    const hasWorse = file.diagnostics.some(
      (found) => found.severity !== "info" && found.causedBy === undefined && !waits(found),
    );
    return hasWorse ? { ...file, diagnostics: file.diagnostics.filter((found) => !waits(found)) } : file;
  });
}
