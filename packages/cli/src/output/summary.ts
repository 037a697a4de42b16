import type { Report } from "../report/types.js";
import type { FormatContext } from "./types.js";

/** `2 errors, 1 warning in 3 files; 1 fixable with --fix`: the last line that a person reads. */
export function summaryLine(report: Report, { colours, fixed }: FormatContext): string {
  const { files, errors, warnings, infos, fixable } = report.summary;
  const mended = fixed === 0 ? "" : `fixed ${counted(fixed, "finding")}; `;
  const parts = [
    errors > 0 ? colours.red(counted(errors, "error")) : "",
    warnings > 0 ? colours.yellow(counted(warnings, "warning")) : "",
    infos > 0 ? colours.blue(counted(infos, "note")) : "",
  ].filter((part) => part !== "");
  if (parts.length === 0) return colours.green(`${mended}no problems in ${counted(files, "file")}`);
  const hint = fixable > 0 ? colours.dim(`; ${fixable} fixable with --fix`) : "";
  return `${mended}${parts.join(", ")} in ${counted(files, "file")}${hint}`;
}

/** `1 file`, `2 files`. */
export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
