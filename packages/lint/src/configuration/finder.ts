import { type ConfigurationFinder, type FinderOptions, configurationFinder as finder } from "@kalint/project";
import { say } from "@kalint/schema";
import { nearest } from "../suggest.js";
import { isPreset, presetLevels, presetNames } from "./presets.js";

/** Finds the `kalint.json` that counts for a file, checked against the rules that there are. Each folder is looked into once. */
export function configurationFinder(options: Omit<FinderOptions, "language">): ConfigurationFinder {
  return finder({ ...options, language });
}

async function language() {
  // What checks a configuration takes longer to load than a small file to lint, and few runs have one.
  const { readConfiguration } = await import("./read.js");
  return {
    read: readConfiguration,
    presetLevels: (name: string) => (isPreset(name) ? presetLevels(name) : undefined),
    unknownBase,
  };
}

function unknownBase(name: string): string {
  const [near] = nearest(name, presetNames);
  const hint = near === undefined ? "" : say` Did you mean ${near.word}?`;
  return say`extends '${name}', which is neither a preset (${presetNames.join(", ")}) nor a file.${hint}`;
}
