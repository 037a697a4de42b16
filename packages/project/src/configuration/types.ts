import type { DeclaredCluster } from "@kalint/cluster";
import type { HostFacts } from "@kalint/daemon";
import type { Feature } from "@kalint/schema";
import type { TemplateLanguage } from "@kalint/syntax";

/** What is reported of a rule's findings. */
export type Level = "error" | "warning" | "info" | "off";

/** What somebody has set, by rule and option; what is left out keeps its default. */
export type RuleOptions = Readonly<
  Record<string, Readonly<Record<string, number | boolean | readonly number[] | readonly string[]>>>
>;

/** `kalint.json` as it is written. */
export interface ConfigurationFile {
  readonly $schema?: string;
  readonly extends?: string | readonly string[];
  readonly target?: string;
  readonly features?: { readonly without?: readonly Feature[] };
  readonly host?: HostFacts;
  readonly includeRoots?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly template?: TemplateSetting;
  readonly fragmentOf?: string;
  readonly rules?: RuleSettings;
  readonly overrides?: readonly {
    readonly files: readonly string[];
    readonly target?: string;
    readonly template?: TemplateSetting;
    readonly fragmentOf?: string;
    readonly rules?: RuleSettings;
  }[];
  readonly format?: FormatSettings;
  readonly clusters?: readonly DeclaredCluster[];
}

/** The language that files are templates of; `none`: they are configurations, whatever they look like. */
export type TemplateSetting = TemplateLanguage | "none";

export type RuleSettings = Readonly<Record<string, Level | readonly [Level, RuleOptions[string]?]>>;

/** A configuration with what it extends, ready to ask. */
export interface Configuration {
  /** The file it was read from, absolute; `undefined` where there is none. */
  readonly path: string | undefined;
  /** Of hosts that neither their node nor an override speaks of. */
  readonly target: string | undefined;
  /** What the hosts' build lacks, besides what the target is known to lack. */
  readonly withoutFeatures: readonly Feature[];
  readonly host: HostFacts;
  /** Folders (absolute) outside the repository into which includes are followed. */
  readonly includeRoots: readonly string[];
  /** Files that are configurations whatever their names are; a later list takes the place of an earlier one. */
  readonly include: Patterns | undefined;
  /** Files and folders that are left out where files are looked for. */
  readonly exclude: Patterns | undefined;
  /** Of files that no override speaks of. */
  readonly template: TemplateSetting | undefined;
  /** What the files are parts of: a block by name or path, a main file (absolute), or `none`. */
  readonly fragmentOf: string | undefined;
  /** Levels that differ from the rules' own. */
  readonly levels: Readonly<Record<string, Level>>;
  /** What is set for rules; checked against what they declare. */
  readonly options: RuleOptions;
  readonly overrides: readonly Override[];
  readonly format: FormatSettings;
  /** Files are absolute. */
  readonly clusters: readonly DeclaredCluster[];
}

/** Patterns as in `.gitignore`. */
export interface Patterns {
  /** Absolute folder from which they count. */
  readonly folder: string;
  readonly files: readonly string[];
}

export interface Override extends Patterns {
  readonly target: string | undefined;
  readonly template: TemplateSetting | undefined;
  readonly fragmentOf: string | undefined;
  readonly levels: Readonly<Record<string, Level>>;
  readonly options: RuleOptions;
}

export const noConfiguration: Configuration = {
  path: undefined,
  target: undefined,
  withoutFeatures: [],
  host: {},
  includeRoots: [],
  include: undefined,
  exclude: undefined,
  template: undefined,
  fragmentOf: undefined,
  levels: {},
  options: {},
  overrides: [],
  format: {},
  clusters: [],
};

/** What the formatter takes; its defaults are its own. */
interface FormatSettings {
  readonly indent?: number | "tab";
  readonly blankLines?: number;
  readonly lineEnding?: "keep" | "lf" | "crlf";
  readonly align?: "keep" | "none" | "always";
  readonly comments?: "indent" | "keep";
  readonly braces?: "same-line" | "next-line" | "keep";
  readonly oneLineBlocks?: "keep" | "open";
}
