/** What programs import from kalint. */

import { type DeclaredCluster, predictFailover, predictServices } from "@kalint/cluster";
import { type Host, memoryHost, type Place, printEffective } from "@kalint/daemon";
import { type FormatOptions, formatText } from "@kalint/format";
import {
  buildOfTarget,
  categories,
  complaintsInSteps,
  type LintRequest,
  lint as lintHosts,
  migrationOf,
  readConfiguration,
  ruleById,
  rulePage,
  rules,
  targetNamed,
} from "@kalint/lint";
import {
  type Build,
  ConfigurationError,
  createQueries,
  declaredTarget,
  type Level,
  type RuleSettings,
  settingsOf,
  toEnd,
} from "@kalint/project";
import { foreignContent, maskSecrets, newestVersion, vocabulary } from "@kalint/schema";
import { lineTable, parse as parseText, positionAt, type SyntaxTree } from "@kalint/syntax";
import { type Fixing, fixUntilStable } from "./check/fix.js";
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
  const request = requestOf(options);
  const { files } = lintHosts(request);
  return checkOutput(buildReport({ target: request.target, files, read: (path) => request.host.read(path) }));
}

const textOptions = ["files", "host", "paths"] as const;
const readingOptions = [...textOptions, "target", "configId"] as const;
const clusterOptions = [...readingOptions, "clusters"] as const;
const migratedOptions = [...textOptions, "configId", "clusters"] as const;
const lintOptions = [...clusterOptions, "rules", "only"] as const;

/** What the rules are asked of the texts, as on the command line without a `kalint.json`. */
function requestOf(options: LintOptions, host = hostOf(options)): LintRequest {
  const { files, paths = Object.keys(files ?? {}), target = newestVersion, configId, clusters, only } = options;
  const settings = settingsOf(checked(options.rules));
  return {
    paths,
    host,
    ...buildOf("target", target),
    ...ownBuilds(target, clusters),
    ...(configId === undefined ? {} : { configId }),
    ...(clusters === undefined ? {} : { clusters }),
    severities: settings.levels,
    options: () => settings.options,
    ...(only === undefined ? {} : { only }),
  };
}

/** A mistake in the options is the program's: nothing is linted then, and it is no clean result. */
function checkOptions(options: LintOptions, known: readonly string[]): void {
  checkNames(options, known);
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

function checkNames(options: object, known: readonly string[]): void {
  if (typeof options !== "object" || options === null) throw new TypeError("the options are an object");
  for (const name of Object.keys(options)) {
    if (!known.includes(name))
      throw new TypeError(`there is no option '${name}'.${didYouMean(name, known)} Known: ${known.join(", ")}.`);
  }
}

type ReadingOptions = Pick<LintOptions, "files" | "host" | "paths" | "target" | "configId" | "clusters">;

/**
 * Who is MASTER and who serves, and who after each failure; the result has the shape of `kalint failover --json`. Throws as
 * `lint` does.
 */
export function failover(options: ReadingOptions): ReturnType<typeof failoverOutput> {
  checkOptions(options, clusterOptions);
  const result = lintHosts({ ...requestOf(options), only: ["cluster"] });
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
  checkOptions({ ...options, paths: [path] }, readingOptions);
  const host = hostOf({ ...options, paths: [path] });
  const { configId, target = newestVersion } = options;
  const read = createQueries({ host }).effective({
    path,
    ...buildOf("target", target),
    ...(configId === undefined ? {} : { configId }),
  });
  const lineOf = ({ file, start }: Place) => positionAt(lineTable(host.read(file) ?? ""), start).line + 1;
  return maskSecrets(printEffective(read, { origins: false, masksPasswords: true, lineOf }));
}

export interface ApplyFixesOptions extends LintOptions {
  /** Also fixes that may change what the daemon does. */
  readonly unsafe?: boolean;
}

/**
 * The texts that fixes change, by path, as `kalint check --fix` would write them. Writes nothing. Throws as `lint` does.
 */
export function applyFixes({ unsafe = false, ...options }: ApplyFixesOptions): Readonly<Record<string, string>> {
  checkOptions(options, lintOptions);
  const given = hostOf(options);
  const texts = new Map<string, string>();
  const host: Host = { ...given, read: (path) => texts.get(path) ?? given.read(path) };
  const request = { ...requestOf(options, host), queries: createQueries({ host }) };
  const fixing: Fixing = {
    host: { read: host.read, overlay: (path, text) => texts.set(path, text) },
    unsafe,
    again() {
      const run = lintHosts(request);
      return { ...run, files: run.files.map((file) => ({ ...file, configIds: [] })) };
    },
    complaints: () => toEnd(complaintsInSteps(request)),
    complaintsAbout(files) {
      const mains = request.queries.readTogether(files);
      return () => toEnd(complaintsInSteps(request, mains));
    },
  };
  const { changed } = fixUntilStable(fixing, fixing.again());
  return Object.fromEntries(changed.map(({ path, after }) => [path, after]));
}

/** A rule's page in Markdown: what happens on the host, why, and what to do. Throws a RangeError where there is no such rule. */
export function why(rule: string): string {
  if (typeof rule !== "string") throw new TypeError("why takes the id of a rule");
  const found = ruleById(rule);
  const names = rules.map(({ id }) => id);
  if (found === undefined) throw new RangeError(`there is no rule '${rule}'.${didYouMean(rule, names)}`);
  return rulePage(found);
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
 * nothing. Throws a RangeError for a release that there is not, and else as `lint` does.
 */
export function migrate(options: MigrateOptions): MigrationOutput {
  const { from, to = newestVersion, ...reading } = options;
  checkOptions(reading, migratedOptions);
  const { files, paths = Object.keys(files ?? {}), configId, clusters } = reading;
  const host = hostOf(options);
  const migration = migrationOf({
    paths,
    host,
    from: buildOf("from", from),
    to: buildOf("to", to),
    ...(configId === undefined ? {} : { configId }),
    ...(clusters === undefined ? {} : { clusters }),
  });
  return migrationOutput(migrationReport([migration], (path) => host.read(path), new Set()));
}

/** The release of a target, and what its build lacks. */
function buildOf(option: string, name: string): Build {
  const target = targetNamed(name);
  if ("problem" in target) throw new RangeError(`${option} ${target.problem}`);
  return buildOfTarget(target);
}

/** Where nodes of the clusters name targets of their own. */
function ownBuilds(target: string, clusters: LintOptions["clusters"] = []): Pick<LintRequest, "buildOf"> {
  const named = clusters.flatMap(({ nodes }) => nodes.flatMap((node) => node.target ?? []));
  if (named.length === 0) return {};
  const builds = new Map([target, ...named].map((name) => [name, buildOf("target", name)]));
  return { buildOf: (path, configId) => builds.get(declaredTarget(clusters, path, configId) ?? target)! };
}

function hostOf({ files, host, paths = [] }: Pick<LintOptions, "files" | "host" | "paths">): Host {
  return host ?? (files === undefined ? hostFor(paths) : memoryHost(files));
}

/** Compared with the same schema as `kalint.json`. */
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
  checkNames(options, Object.keys(formatOptions));
  return foreignContent(text) === undefined ? formatText(text, { ...options, ...vocabulary }) : text;
}

const formatOptions: Readonly<Record<keyof FormatOptions, true>> = {
  indent: true,
  blankLines: true,
  lineEnding: true,
  finalNewline: true,
  trimTrailingBlanks: true,
  align: true,
  comments: true,
  braces: true,
  oneLineBlocks: true,
};

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
