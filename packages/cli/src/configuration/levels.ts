import { relative, resolve, sep } from "node:path";
import ignore from "ignore";
import type { Level } from "../check/options.js";
import type { Configuration } from "./types.js";

/** The levels for one file: the configuration's, its overrides' for this file, and the command line's over all. */
export function levelsFor(
  configuration: Configuration,
  path: string,
  directory: string,
  commandLine: Readonly<Record<string, Level>>,
): Readonly<Record<string, Level>> {
  const absolute = resolve(directory, path);
  const fitting = configuration.overrides.filter(({ folder, files }) => {
    const name = relative(folder, absolute).split(sep).join("/");
    return (
      name !== "" &&
      !name.startsWith("../") &&
      ignore()
        .add([...files])
        .ignores(name)
    );
  });
  return Object.assign({}, configuration.levels, ...fitting.map(({ levels }) => levels), commandLine);
}

/** Rules that are off wherever this configuration counts: they need not run. */
export function alwaysOff(configuration: Configuration, commandLine: Readonly<Record<string, Level>>): string[] {
  const all = { ...configuration.levels, ...commandLine };
  return Object.keys(all).filter(
    (id) =>
      all[id] === "off" &&
      (commandLine[id] === "off" || configuration.overrides.every(({ levels }) => (levels[id] ?? "off") === "off")),
  );
}
