import type { DeclaredCluster } from "@kalint/cluster";
import type { HostFacts } from "@kalint/daemon";
import type { Feature } from "@kalint/schema";
import type { RuleOptions } from "../options.js";
import type { Severity } from "../types.js";

export type Level = Severity | "off";

/** `kalint.json` as it is written. */
export interface ConfigurationFile {
  readonly $schema?: string;
  readonly extends?: string | readonly string[];
  readonly target?: string;
  readonly features?: { readonly without?: readonly Feature[] };
  readonly host?: HostFacts;
  readonly rules?: RuleSettings;
  readonly overrides?: readonly { readonly files: readonly string[]; readonly rules?: RuleSettings }[];
  readonly format?: { readonly indent?: number | "tab"; readonly blankLines?: number };
  readonly clusters?: readonly DeclaredCluster[];
}

export type RuleSettings = Readonly<Record<string, Level | readonly [Level, RuleOptions[string]?]>>;

/** A configuration with what it extends, ready to ask. */
export interface Configuration {
  /** The file it was read from, absolute; `undefined` where there is none. */
  readonly path: string | undefined;
  readonly target: string | undefined;
  /** What the hosts' build lacks, besides what the target is known to lack. */
  readonly withoutFeatures: readonly Feature[];
  readonly host: HostFacts;
  /** Levels that differ from the rules' own. */
  readonly levels: Readonly<Record<string, Level>>;
  /** What is set for rules; checked against what they declare. */
  readonly options: RuleOptions;
  readonly overrides: readonly Override[];
  readonly format: { readonly indent?: number | "tab"; readonly blankLines?: number };
  /** Files are absolute. */
  readonly clusters: readonly DeclaredCluster[];
}

export interface Override {
  /** Absolute folder from which the patterns count. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly levels: Readonly<Record<string, Level>>;
  readonly options: RuleOptions;
}

export const noConfiguration: Configuration = {
  path: undefined,
  target: undefined,
  withoutFeatures: [],
  host: {},
  levels: {},
  options: {},
  overrides: [],
  format: {},
  clusters: [],
};
