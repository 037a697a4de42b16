import type { Report } from "../report/types.js";
import type { FormatContext } from "./types.js";

/** `2 errors, 1 warning in 3 files; 1 fixable with --fix`: the last line that a person reads. */
export function summaryLine(report: Report, { colours, fixed }: FormatContext): string {
  const { files, errors, warnings, infos, fixable } = report.summary;
  const mended = fixed === 0 ? "" : `fixed ${count(fixed, "finding")}; `;
  const parts = [
    errors > 0 ? colours.red(count(errors, "error")) : "",
    warnings > 0 ? colours.yellow(count(warnings, "warning")) : "",
    infos > 0 ? colours.blue(count(infos, "note")) : "",
  ].filter((part) => part !== "");
  if (parts.length === 0) return colours.green(`${mended}no problems in ${count(files, "file")}`);
  const hint = fixable > 0 ? colours.dim(`; ${fixable} fixable with --fix`) : "";
  return `${mended}${parts.join(", ")} in ${count(files, "file")}${hint}`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
