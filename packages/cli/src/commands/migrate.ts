import { type Migration, migrationOf, type OldReading } from "@kalint/lint";
import { targetFor } from "@kalint/project";
import { newestVersion, say } from "@kalint/schema";
import { fixUntilStable } from "../check/fix.js";
import { type Group, groupPaths } from "../check/groups.js";
import { openInput } from "../check/input.js";
import { buildsOf, complaintsOf, type LintRun, requestOf } from "../check/lint.js";
import { writeDiffs } from "../check/reports.js";
import { absolute, configurations } from "../configuration.js";
import { type NodeHost, nodeHost } from "../files/host.js";
import { placeText } from "../files/place.js";
import type { Reach } from "../files/reach.js";
import { writableFiles } from "../files/writable.js";
import { writeChanged } from "../files/write-changed.js";
import { documentOf } from "../migrate/document.js";
import { migrationOutput } from "../migrate/json.js";
import { markdownOf, textOf } from "../migrate/render.js";
import { type MigrationReport, migrationReport } from "../migrate/report.js";
import { coloursFor } from "../render/colours.js";
import { withoutControls } from "../render/guard.js";
import { harmlessName } from "../render/width.js";
import { type ExitStatus, exitStatus, type Surroundings, widthOf } from "../surroundings.js";
import { readTarget } from "../target.js";
import { notAllowed, UsageError } from "../usage.js";

interface RawMigrateOptions extends Reach {
  readonly from?: string;
  readonly to?: string;
  readonly format: string;
  readonly outputFile?: string;
  readonly write?: boolean;
  readonly diff?: boolean;
  readonly all?: boolean;
  readonly config?: string;
  readonly configId?: string;
  readonly exclude?: readonly string[];
  readonly neighbours?: boolean;
  readonly color?: boolean;
}

const migrateFormats = ["text", "markdown", "json"] as const;
type MigrateFormat = (typeof migrateFormats)[number];

/** Says what changes for files on the way to another keepalived, and rewrites what is certain. */
export async function migrate(
  surroundings: Surroundings,
  given: readonly string[],
  options: RawMigrateOptions,
  commandNames: readonly string[],
): Promise<ExitStatus> {
  const { directory, errors } = surroundings;
  const complain = (line: string) => errors.write(`kalint: ${harmlessName(line)}\n`);
  const format = formatOf(options);
  const host = nodeHost(directory);
  const finder = configurations(surroundings, options.config, host, options.exclude);
  const input = await openInput(surroundings, host, {
    given: given.length === 0 ? ["."] : given,
    stdinFilename: undefined,
    commandNames,
    walk: finder.walk,
    reach: options,
  });
  if (input.fromStandardInput !== undefined && options.write)
    throw new UsageError(say`--write cannot write standard input; --diff shows the change.`);
  for (const complaint of input.complaints) complain(complaint);
  if (options.from !== undefined) readTarget(options.from, "--from");
  if (options.to !== undefined) readTarget(options.to, "--to");
  const grouped = (target: string | undefined) =>
    groupPaths(input.paths, finder, host, directory, {
      neighbours: options.neighbours ?? true,
      // What changes depends on where each file comes from.
      byTarget: true,
      ...(target === undefined ? {} : { target }),
    });
  const old = await grouped(options.from);
  if (old.length === 0) return exitStatus.usage;
  if (options.from === undefined && old.some((group) => !namesTarget(group, directory))) {
    throw new UsageError(
      say`--from is missing: the keepalived that reads the files today, such as 'kalint migrate --from 1.2.2'.`,
    );
  }
  // The configuration's target is where the files come from, never where they go.
  const fresh = await grouped(options.to ?? newestVersion);
  const migrations = (known?: readonly Migration[]) =>
    old.map((group, index) => {
      const made = migrationOfGroups(group, fresh[index]!, host, directory, options.configId, known?.[index]?.old);
      return withoutFilesOf(old, group, made);
    }) as unknown as [Migration, ...Migration[]];

  const first = migrations();
  const written = new Set<string>();
  let failed = input.complaints.length > 0;
  if (options.write || options.diff) {
    const { changed } = fixUntilStable(
      {
        host,
        unsafe: false,
        again: () => runOf(migrations(first)),
        ...complaintsOf(fresh, host, directory, optionsWith(options.configId)),
        mayWrite: writableFiles(directory, given),
      },
      runOf(first),
    );
    if (options.diff) {
      await writeDiffs(surroundings, host, changed, options.color);
      return changed.length > 0 ? exitStatus.findings : failed ? exitStatus.usage : exitStatus.clean;
    }
    const unwritten = await writeChanged(directory, host, changed);
    for (const { path, before, problem } of unwritten) {
      complain(problem);
      host.overlay(path, before);
      failed = true;
    }
    for (const { path } of changed) written.add(path);
    for (const { path } of unwritten) written.delete(path);
  }
  const last = options.write ? migrations(first) : first;
  const report = migrationReport(last, (path) => host.read(path), written);
  putOut(surroundings, report, format, options);
  if (failed) return exitStatus.usage;
  return report.files.some(({ arising }) => arising.findings.some(({ severity }) => severity !== "info"))
    ? exitStatus.findings
    : exitStatus.clean;
}

/** Words that allow no run: a wrong value, or two that contradict each other. */
function formatOf(options: RawMigrateOptions): MigrateFormat {
  const format = migrateFormats.find((name) => name === options.format);
  if (format === undefined) throw notAllowed("--format", options.format, migrateFormats);
  if (options.write && options.diff)
    throw new UsageError(say`--write changes files, --diff only shows: give one of them.`);
  return format;
}

/** The findings that arise on the way, as those of a run whose fixes are applied. */
function runOf(all: readonly Migration[]): LintRun {
  return {
    files: all.flatMap(({ files }) =>
      files.map(({ path, arising }) => ({ path, diagnostics: arising, configIds: [] })),
    ),
    failures: [],
    clusters: [],
  };
}

function putOut(
  surroundings: Surroundings,
  report: MigrationReport,
  format: MigrateFormat,
  options: RawMigrateOptions,
): void {
  const { directory, output } = surroundings;
  const text = rendered(surroundings, report, format, options);
  if (options.outputFile === undefined) output.write(format === "json" ? text : withoutControls(text));
  else
    placeText(directory, options.outputFile, text, {
      refusal: (before) =>
        isReport(before) ? undefined : say`exists and is not a report of kalint migrate: it is not overwritten`,
    });
}

function rendered(
  surroundings: Surroundings,
  report: MigrationReport,
  format: MigrateFormat,
  options: RawMigrateOptions,
): string {
  if (format === "json") return `${JSON.stringify(migrationOutput(report), null, 2)}\n`;
  const parts = documentOf(report, { all: options.all ?? false });
  if (format === "markdown") return markdownOf(parts);
  const { output } = surroundings;
  const toFile = options.outputFile !== undefined;
  return textOf(parts, widthOf(output), coloursFor(surroundings, output, toFile ? false : options.color));
}

function migrationOfGroups(
  before: Group,
  after: Group,
  host: NodeHost,
  directory: string,
  configId: string | undefined,
  known: OldReading | undefined,
): Migration {
  const {
    target: _target,
    distribution: _distribution,
    withoutFeatures: _without,
    buildOf: _buildOf,
    progress: _progress,
    ...request
  } = requestOf(before, host, directory, optionsWith(configId));
  return migrationOf({ ...request, from: buildsOf(before), to: buildsOf(after) }, known);
}

/** A neighbour that comes from another release is told of where it comes from. */
function withoutFilesOf(all: readonly Group[], own: Group, made: Migration): Migration {
  const others = new Set(all.flatMap((group) => (group === own ? [] : group.paths)));
  return { ...made, files: made.files.filter(({ path }) => !others.has(path)) };
}

/** Whether the configuration says what reads the files. */
function namesTarget({ configuration, paths }: Group, directory: string): boolean {
  return paths.every((path) => targetFor(configuration, absolute(directory, path)) !== undefined);
}

function optionsWith(configId: string | undefined) {
  return { levels: {}, only: [], ...(configId !== undefined && { configId }) };
}

function isReport(text: string): boolean {
  return (
    text.trim() === "" ||
    /^(?:# )?keepalived (?:\d+\.\d+\.\d+|next) (?:to|至) (?:\d|next)|^\{\s+"version": 1,\s+"from": /.test(text)
  );
}
