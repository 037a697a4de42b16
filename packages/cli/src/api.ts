/** What programs import from kalint. */

import type { DeclaredCluster } from "@kalint/cluster";
import { type Host, memoryHost } from "@kalint/daemon";
import { type FormatOptions, formatText } from "@kalint/format";
import { lint as lintHosts, migrationOf, readConfiguration, targetNamed } from "@kalint/lint";
import { ConfigurationError, type Level, type RuleSettings, settingsOf } from "@kalint/project";
import { foreignContent, newestVersion, vocabulary } from "@kalint/schema";
import { parse as parseText, type SyntaxTree } from "@kalint/syntax";
import { writtenOf } from "./convert/from-json.js";
import { Unwritable } from "./convert/to-conf.js";
import { configurationOf, whyNoJson } from "./convert/to-json.js";
import type { JsonConfiguration } from "./convert/types.js";
import { nodeHost } from "./files/host.js";
import { confine } from "./files/reach.js";
import { type MigrationOutput, migrationOutput } from "./migrate/json.js";
import { migrationReport } from "./migrate/report.js";
import { buildReport } from "./report/build.js";
import { type CheckOutput, checkOutput } from "./report/output.js";

export type { DeclaredCluster } from "@kalint/cluster";
export type { Host } from "@kalint/daemon";
export { memoryHost } from "@kalint/daemon";
export type { SyntaxTree } from "@kalint/syntax";
export { nodeHost } from "./files/host.js";
export type { CheckOutput, FormatOptions, JsonConfiguration, Level, MigrationOutput, RuleSettings };

export interface LintOptions {
  /** Texts by path, `/`-separated; they are all there is, unless `host` is given. */
  readonly files?: Readonly<Record<string, string>>;
  /** Where files are read; without it, and without `files`, the disk, from the current directory. */
  readonly host?: Host;
  /** The main files; without it all of `files`. Files of one cluster belong into one call. */
  readonly paths?: readonly string[];
  /** A keepalived version (`2.2.7`) or a distribution (`debian-12`); default: the newest release. */
  readonly target?: string;
  /** Only the host with this config-id; default: each that a file names. */
  readonly configId?: string;
  readonly clusters?: readonly DeclaredCluster[];
  /** As in `kalint.json`: by rule a level, or a list of a level and the rule's options. */
  readonly rules?: RuleSettings;
  /** Rule ids and categories; the other rules do not run. */
  readonly only?: readonly string[];
}

/**
 * Finds mistakes; the result has the shape of `kalint check --format json` (lines and columns from 1, in UTF-16 units).
 * A file that cannot be read is left out. Throws a RangeError for a target that is none, and for rules, levels or options
 * that there are not.
 */
export function lint(options: LintOptions): CheckOutput {
  const { files, paths = Object.keys(files ?? {}) } = options;
  const host = hostOf(options);
  const target = options.target === undefined ? { version: newestVersion } : targetNamed(options.target);
  if ("problem" in target) throw new RangeError(`target ${target.problem}`);
  const settings = settingsOf(checked(options.rules));
  const result = lintHosts({
    paths,
    host,
    target: target.version,
    ...(options.configId === undefined ? {} : { configId: options.configId }),
    ...(options.clusters === undefined ? {} : { clusters: options.clusters }),
    severities: settings.levels,
    options: () => settings.options,
    ...(options.only === undefined ? {} : { only: options.only }),
  });
  return checkOutput(buildReport({ target: target.version, files: result.files, read: (path) => host.read(path) }));
}

/** As on the command line, what lies outside the paths' repositories is not read. */
function hostFor(paths: readonly string[]) {
  const host = nodeHost(process.cwd());
  confine(host, process.cwd(), paths, {});
  return host;
}

export interface MigrateOptions extends Pick<LintOptions, "files" | "host" | "paths" | "configId" | "clusters"> {
  /** The keepalived that reads the files today: a version or a distribution. */
  readonly from: string;
  /** The one that will read them; default: the newest release. */
  readonly to?: string;
}

/**
 * What changes between two releases of keepalived; the result has the shape of `kalint migrate --format json`. Writes
 * nothing. Throws a RangeError for a release that there is not.
 */
export function migrate(options: MigrateOptions): MigrationOutput {
  const { files, paths = Object.keys(files ?? {}), configId, clusters } = options;
  const host = hostOf(options);
  const migration = migrationOf({
    paths,
    host,
    from: sideOf("from", options.from),
    to: sideOf("to", options.to ?? newestVersion),
    ...(configId === undefined ? {} : { configId }),
    ...(clusters === undefined ? {} : { clusters }),
  });
  return migrationOutput(migrationReport([migration], (path) => host.read(path), new Set()));
}

function sideOf(option: string, name: string) {
  const target = targetNamed(name);
  if ("problem" in target) throw new RangeError(`${option} ${target.problem}`);
  const { version, lacks, distribution } = target;
  return { target: version, withoutFeatures: lacks, ...(distribution !== undefined && { distribution }) };
}

function hostOf({ files, host, paths = [] }: Pick<LintOptions, "files" | "host" | "paths">): Host {
  return host ?? (files === undefined ? hostFor(paths) : memoryHost(files));
}

/** Held against the same schema as `kalint.json`. */
function checked(rules: RuleSettings | undefined): RuleSettings | undefined {
  if (rules === undefined) return undefined;
  try {
    return readConfiguration("rules", JSON.stringify({ rules }))?.rules;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    throw new RangeError(error.problems.map(({ message }) => message).join("; "));
  }
}

/**
 * The text in the usual layout: the same words, strings and comments in the same order. A template, a text of another program and
 * one whose braces do not pair up come back as they are. Throws a RangeError or TypeError for an option that cannot be used.
 */
export function format(text: string, options: FormatOptions = {}): string {
  return foreignContent(text) === undefined ? formatText(text, { ...options, ...vocabulary }) : text;
}

/**
 * A configuration as JSON: the shape of `schema/configuration.schema.json`, what `kalint convert` writes. Nothing is resolved.
 * Throws a RangeError with the place where the text is none, or its braces do not pair up.
 */
export function toJson(text: string): JsonConfiguration {
  const reason = whyNoJson(text);
  if (reason !== undefined) throw new RangeError(`the text${reason}`);
  return configurationOf(text);
}

/**
 * The configuration of such JSON (a value, or its text). Throws a RangeError with the place (a JSON pointer) of a value that is
 * none, or that no configuration can hold.
 */
export function fromJson(json: JsonConfiguration | string): string {
  try {
    return writtenOf(typeof json === "string" ? JSON.parse(json) : json).text;
  } catch (error) {
    if (!(error instanceof Unwritable)) throw error;
    throw new RangeError(`${error.path.map((key) => `/${key}`).join("")}: ${error.message}`);
  }
}

/** The tree of any text; never throws. What is wrong is in `problems`. */
export function parse(text: string): SyntaxTree {
  return parseText(text, vocabulary);
}
