import { say } from "@kalint/schema";
import type { Report } from "../report/types.js";
import type { FormatContext } from "./types.js";

/** `2 errors, 1 warning in 3 files; 1 fixable with --fix`: the last line that a person reads. */
export function summaryLine(report: Report, { colours, fixed }: FormatContext): string {
  const { files, errors, warnings, infos, fixable } = report.summary;
  const mended = fixed === 0 ? "" : fixed === 1 ? say`fixed ${fixed} finding; ` : say`fixed ${fixed} findings; `;
  const parts = [
    errors > 0 ? colours.red(errors === 1 ? say`${errors} error` : say`${errors} errors`) : "",
    warnings > 0 ? colours.yellow(warnings === 1 ? say`${warnings} warning` : say`${warnings} warnings`) : "",
    infos > 0 ? colours.blue(infos === 1 ? say`${infos} note` : say`${infos} notes`) : "",
  ].filter((part) => part !== "");
  const where = counted(files, "file");
  if (parts.length === 0) return colours.green(say`${mended}no problems in ${where}`);
  const hint = fixable > 0 ? colours.dim(say`; ${fixable} fixable with --fix`) : "";
  return say`${mended}${parts.reduce((list, part) => say`${list}, ${part}`)} in ${where}${hint}`;
}

/** `1 file`, `2 files`. */
export function counted(number: number, noun: keyof typeof nouns): string {
  return nouns[noun](number);
}

const nouns = {
  cluster: (n: number) => (n === 1 ? say`${n} cluster` : say`${n} clusters`),
  configuration: (n: number) => (n === 1 ? say`${n} configuration` : say`${n} configurations`),
  entry: (n: number) => (n === 1 ? say`${n} entry` : say`${n} entries`),
  file: (n: number) => (n === 1 ? say`${n} file` : say`${n} files`),
  finding: (n: number) => (n === 1 ? say`${n} finding` : say`${n} findings`),
  host: (n: number) => (n === 1 ? say`${n} host` : say`${n} hosts`),
};
