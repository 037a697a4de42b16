import type { RawCheckOptions } from "./check/options.js";
import { asksForHelp, commandNames } from "./command-names.js";

/**
 * The paths of a check without options, as most hooks run it: to describe all options to commander and read none takes a
 * fifteenth of a run on a small file.
 */
export function pathsAlone(commandLine: readonly string[]): readonly string[] | undefined {
  const paths = commandLine[0] === "check" ? commandLine.slice(1) : commandLine;
  const isSpecial = (word: string) => word.startsWith("-") || asksForHelp(word) || commandNames.includes(word);
  return paths.some(isSpecial) ? undefined : paths;
}

/** What commander makes of no options. */
export const noCheckOptions: RawCheckOptions = { neighbours: true };
