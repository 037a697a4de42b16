import { matches } from "../discovery/patterns.js";
import type { Configuration, Level, Override, RuleOptions, TemplateSetting } from "./types.js";

/**
 * The levels for one file: the configuration's, its overrides' for this file, and the command line's over all.
 * `path` is absolute, like the configuration's own.
 */
export function levelsFor(
  configuration: Configuration,
  path: string,
  commandLine: Readonly<Record<string, Level>> = {},
): Readonly<Record<string, Level>> {
  const overrides = overridesFor(configuration, path).map(({ levels }) => levels);
  return Object.assign({}, configuration.levels, ...overrides, commandLine);
}

/** What is set for the rules that look at a main file (absolute path): the configuration's, and its overrides' for this file. */
export function optionsFor(configuration: Configuration, path: string): RuleOptions {
  return Object.assign({}, configuration.options, ...overridesFor(configuration, path).map(({ options }) => options));
}

/** What is set for a file (absolute path) of being a template; `undefined` where nothing is. */
export function templateFor(configuration: Configuration, path: string): TemplateSetting | undefined {
  return overridesFor(configuration, path).findLast(({ template }) => template)?.template ?? configuration.template;
}

/** What is set for a file (absolute path) of being a part of others; `undefined` where nothing is. */
export function fragmentOfFor(configuration: Configuration, path: string): string | undefined {
  return overridesFor(configuration, path).findLast((each) => each.fragmentOf)?.fragmentOf ?? configuration.fragmentOf;
}

/** Those of a configuration that count for a file (absolute path), in their order. */
export function overridesFor(configuration: Configuration, path: string): readonly Override[] {
  return configuration.overrides.filter((override) => matches(override, path));
}

/** Rules that are off wherever this configuration counts: they need not run. */
export function alwaysOff(configuration: Configuration, commandLine: Readonly<Record<string, Level>> = {}): string[] {
  const all = { ...configuration.levels, ...commandLine };
  return Object.keys(all).filter(
    (id) =>
      all[id] === "off" &&
      (commandLine[id] === "off" || configuration.overrides.every(({ levels }) => (levels[id] ?? "off") === "off")),
  );
}
