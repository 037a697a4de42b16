/** What programs import from kalint. */

import { type DeclaredCluster, predictFailover, predictServices } from "@kalint/cluster";
import { type Host, memoryHost, type Place, printEffective } from "@kalint/daemon";
import { type FormatOptions, formatText } from "@kalint/format";
import {
  applyFixes as applyToText,
  categories,
  lint as lintHosts,
  migrationOf,
  readConfiguration,
  ruleById,
  rulePage,
  rules,
  targetNamed,
} from "@kalint/lint";
import { ConfigurationError, createQueries, type Level, type RuleSettings, settingsOf } from "@kalint/project";
import { foreignContent, maskSecrets, newestVersion, type Version, vocabulary } from "@kalint/schema";
import { lineTable, offsetAt, parse as parseText, positionAt, type SyntaxTree } from "@kalint/syntax";
import { writtenOf } from "./convert/from-json.js";
import { Unwritable } from "./convert/to-conf.js";
import { configurationOf, whyNoJson } from "./convert/to-json.js";
import type { JsonConfiguration } from "./convert/types.js";
import { failoverOutput } from "./failover/json.js";
import { worstFirst } from "./failover/predicted.js";
import { nodeHost } from "./files/host.js";
import { confine } from "./files/reach.js";
import { type MigrationOutput, migrationOutput } from "./migrate/json.js";
import { migrationReport } from "./migrate/report.js";
import { buildReport } from "./report/build.js";
import { type CheckOutput, checkOutput } from "./report/output.js";
import { didYouMean } from "./usage.js";

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
 * Throws a TypeError for an unknown option and where there is nothing to read, a RangeError for a path that cannot be read, a
 * target that is none, and rules, levels or options of rules that there are not.
 */
export function lint(options: LintOptions): CheckOutput {
  checkOptions(options, lintOptions);
  const { files, paths = Object.keys(files ?? {}) } = options;
  const host = hostOf(options);
  const target = targetFor(options.target);
  const settings = settingsOf(checked(options.rules));
  const result = lintHosts({
    paths,
    host,
    target,
    ...(options.configId === undefined ? {} : { configId: options.configId }),
    ...(options.clusters === undefined ? {} : { clusters: options.clusters }),
    severities: settings.levels,
    options: () => settings.options,
    ...(options.only === undefined ? {} : { only: options.only }),
  });
  return checkOutput(buildReport({ target, files: result.files, read: (path) => host.read(path) }));
}

const lintOptions = ["files", "host", "paths", "target", "configId", "clusters", "rules", "only"] as const;

/** A mistake in the options is the program's: nothing is linted then, and it is no clean result. */
function checkOptions(options: LintOptions, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (!known.includes(name))
      throw new TypeError(`there is no option '${name}'.${didYouMean(name, known)} Known: ${known.join(", ")}.`);
  }
  const { files, paths, host, only = [] } = options;
  if (files === undefined && paths === undefined) throw new TypeError("nothing to read: give files or paths");
  const names = [...rules.map(({ id }) => id), ...categories.map(({ id }) => id)];
  for (const name of only) {
    if (!names.includes(name))
      throw new RangeError(`only: there is no rule and no category '${name}'.${didYouMean(name, names)}`);
  }
  const reader = host ?? hostOf(options);
  for (const path of paths ?? []) {
    if (reader.read(path) === undefined) throw new RangeError(`${path}: cannot be read`);
  }
}

type ReadingOptions = Pick<LintOptions, "files" | "host" | "paths" | "target" | "configId" | "clusters">;

/**
 * Who is MASTER and who serves, and who after each failure; the result has the shape of `kalint failover --json`. Throws as
 * `lint` does.
 */
export function failover(options: ReadingOptions): ReturnType<typeof failoverOutput> {
  checkOptions(options, lintOptions.slice(0, 6));
  const { files, paths = Object.keys(files ?? {}), configId, clusters } = options;
  const result = lintHosts({
    paths,
    host: hostOf(options),
    target: targetFor(options.target),
    only: ["cluster"],
    ...(configId === undefined ? {} : { configId }),
    ...(clusters === undefined ? {} : { clusters }),
  });
  const together = result.clusters.filter(({ hosts, virtualRouters }) => hosts.length > 1 && virtualRouters.length > 0);
  return failoverOutput(
    worstFirst(
      together.map((cluster) => ({ cluster, routers: predictFailover(cluster), services: predictServices(cluster) })),
    ),
  );
}

export interface EffectiveOptions extends Omit<ReadingOptions, "paths" | "clusters"> {
  /** The main file. */
  readonly path: string;
}

/** What one host reads: includes, conditions, definitions and repetitions resolved. Passwords are masked. Throws as `lint` does. */
export function effective({ path, ...options }: EffectiveOptions): string {
  checkOptions({ ...options, paths: [path] }, lintOptions.slice(0, 5));
  const host = hostOf({ ...options, paths: [path] });
  const { configId } = options;
  const read = createQueries({ host }).effective({
    path,
    target: targetFor(options.target),
    withoutFeatures: [],
    ...(configId === undefined ? {} : { configId }),
  });
  const lineOf = ({ file, start }: Place) => positionAt(lineTable(host.read(file) ?? ""), start).line + 1;
  return maskSecrets(printEffective(read, { origins: false, masksPasswords: true, lineOf }));
}

export interface ApplyFixesOptions extends LintOptions {
  /** Also fixes that may change what the daemon does. */
  readonly unsafe?: boolean;
}

/** The texts that fixes change, by path, after one round of them (run again until nothing is left). Writes nothing. */
export function applyFixes({ unsafe = false, ...options }: ApplyFixesOptions): Readonly<Record<string, string>> {
  const { files } = lint(options);
  const host = hostOf(options);
  const changed: Record<string, string> = {};
  for (const { path, diagnostics } of files) {
    const text = host.read(path);
    if (text === undefined) continue;
    const table = lineTable(text);
    const offset = ({ line, column }: { line: number; column: number }) =>
      offsetAt(table, { line: line - 1, column: column - 1 });
    const fixes = diagnostics
      .filter(({ causedBy, mirrors }) => causedBy === undefined && mirrors === undefined)
      .flatMap(({ fixes: [fix] }) => fix ?? [])
      .filter((fix) => fix.edits.every((edit) => edit.path === undefined))
      .map((fix) => ({
        title: fix.title,
        safe: fix.safe,
        edits: fix.edits.map(({ range, text: written }) => ({
          file: path,
          start: offset(range.start),
          end: offset(range.end),
          text: written,
        })),
      }));
    const after = applyToText(text, fixes, { unsafe });
    if (after !== text) changed[path] = after;
  }
  return changed;
}

/** A rule's page in Markdown: what happens on the host, why, and what to do. Throws a RangeError where there is no such rule. */
export function why(rule: string): string {
  const found = ruleById(rule);
  const names = rules.map(({ id }) => id);
  if (found === undefined) throw new RangeError(`there is no rule '${rule}'.${didYouMean(rule, names)}`);
  return rulePage(found);
}

function targetFor(name: string | undefined): Version {
  if (name === undefined) return newestVersion;
  const target = targetNamed(name);
  if ("problem" in target) throw new RangeError(`target ${target.problem}`);
  return target.version;
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
