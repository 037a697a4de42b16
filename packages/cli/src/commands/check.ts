import type { RuleFailure, Severity } from "@kalint/lint";
import { newestVersion, say, type Version } from "@kalint/schema";
import { countOf, type Fixing, fixUntilStable, withProvenFixes } from "../check/fix.js";
import { type Group, groupPaths, missingNodes } from "../check/groups.js";
import { type Input, openInput } from "../check/input.js";
import { complaintsOf, configIdsOf, type LintRun, lintGroups, targetOf } from "../check/lint.js";
import { type CheckOptions, parseCheckOptions, type RawCheckOptions } from "../check/options.js";
import { progressOn } from "../check/progress.js";
import { writeDiffs, writeReports } from "../check/reports.js";
import { type Configurations, configurations } from "../configuration.js";
import { type NodeHost, nodeHost } from "../files/host.js";
import { encode } from "../files/text.js";
import { writableFiles } from "../files/writable.js";
import { writeChanged } from "../files/write-changed.js";
import { counted } from "../output/summary.js";
import { coloursFor, noColours } from "../render/colours.js";
import { withoutControls } from "../render/guard.js";
import { harmlessName } from "../render/width.js";
import type { Renderings } from "../rendered/renderings.js";
import { buildReport } from "../report/build.js";
import type { Report, Summary } from "../report/types.js";
import { type ExitStatus, exitStatus, type Surroundings } from "../surroundings.js";
import { UsageError } from "../usage.js";

/** What is known of a run so far. */
interface Checking {
  readonly surroundings: Surroundings;
  readonly options: CheckOptions;
  readonly host: NodeHost;
  readonly fixing: Fixing;
  readonly complain: (line: string) => void;
  run: LintRun;
  fixed: number;
  isChanged: boolean;
  isUnsettled: boolean;
  /** Why files were not written. */
  readonly problems: string[];
}

/**
 * Lints, mends where asked, reports, and says by its status how it went. What few runs need (writing, baselines) is loaded
 * where it is needed.
 */
export async function check(
  surroundings: Surroundings,
  given: readonly string[],
  raw: RawCheckOptions,
  commandNames: readonly string[],
  host: NodeHost = nodeHost(surroundings.directory),
): Promise<ExitStatus> {
  const options = parseCheckOptions(raw);
  const { directory, errors } = surroundings;
  const complain = (line: string) => errors.write(`kalint: ${harmlessName(line)}\n`);
  const finder = configurations(surroundings, options.config, host, options.exclude);
  const input = await openInput(surroundings, host, {
    given: given.length === 0 ? ["."] : given,
    stdinFilename: options.stdinFilename,
    commandNames,
    walk: { ...finder.walk, templates: true, embedded: options.embedded },
    reach: options,
  });
  const renderings = await rendered(input, finder, host, directory, options);
  const paths = renderings?.paths ?? input.paths;
  const groups = await groupPaths(paths, finder, host, directory, options, renderings);
  const complaints = [...input.complaints, ...(renderings?.complaints ?? []), ...missingNodes(groups, host, directory)];
  for (const complaint of complaints) complain(complaint);
  if (groups.length === 0) return exitStatus.usage;

  if (await showInstead(surroundings, options, groups, host)) {
    return complaints.length > 0 ? exitStatus.usage : exitStatus.clean;
  }

  complainOfId(groups, options, complain);
  const again = () => lintWithProgress(surroundings, options, groups, host);
  const fixing: Fixing = {
    host,
    unsafe: options.unsafeFixes,
    again,
    ...complaintsOf(groups, host, directory, options),
    mayWrite: writableFiles(directory, given),
  };
  const state: Checking = {
    surroundings,
    options,
    host,
    fixing,
    complain,
    run: again(),
    fixed: 0,
    isChanged: false,
    isUnsettled: false,
    problems: [],
  };
  await (options.fix || options.diff ? mend(state, groups, input.fromStandardInput) : proveFixes(state, groups));
  if (renderings !== undefined) state.run = renderings.back(state.run);
  /** Says what went wrong; findings do not count yet. */
  const ended = (): ExitStatus => {
    for (const problem of [...state.problems, ...state.run.failures.map(describeFailure)]) complain(problem);
    if (state.run.failures.length > 0 || state.isUnsettled) return exitStatus.internal;
    return complaints.length + state.problems.length > 0 ? exitStatus.usage : exitStatus.clean;
  };
  if (options.writeBaseline !== undefined) {
    const { writeBaseline } = await import("../check/baseline.js");
    const count = writeBaseline(directory, options.writeBaseline, state.run, (path) => state.host.read(path));
    errors.write(say`kalint: wrote ${options.writeBaseline} with ${counted(count, "finding")}\n`);
    return ended();
  }
  if (options.addSuppressions) {
    await suppress(state);
    return ended();
  }
  await forgetBaseline(state);
  const summary = await report(state, targetOf(groups, newestVersion), input.fromStandardInput, complaints);
  const status = ended();
  if (status !== exitStatus.clean) return status;
  if (options.exitNonZeroOnFix && state.isChanged) return exitStatus.findings;
  return isBad(summary, options) ? exitStatus.findings : status;
}

function lintWithProgress(
  { directory, errors }: Surroundings,
  options: CheckOptions,
  groups: readonly Group[],
  host: NodeHost,
): LintRun {
  const progress = progressOn(errors, !options.quiet);
  try {
    return lintGroups(groups, host, directory, { ...options, progress: progress.show });
  } finally {
    progress.end();
  }
}

/** Renders the templates, where that is asked for and anything is checked. */
async function rendered(
  { paths, fromStandardInput }: Input,
  finder: Configurations,
  host: NodeHost,
  directory: string,
  { listFiles, render, template }: CheckOptions,
): Promise<Renderings | undefined> {
  if (render === undefined || listFiles) return undefined;
  if (fromStandardInput !== undefined) throw new UsageError(say`--render needs files: standard input has no path.`);
  const { renderAll } = await import("../rendered/renderings.js");
  return renderAll(paths, finder, host, directory, { render, ...(template && { template }) });
}

/** Who means a host that no condition names says so. */
const noId = "none";

function complainOfId(
  groups: readonly Group[],
  { configId: id, quiet }: CheckOptions,
  complain: (line: string) => void,
): void {
  if (id === undefined || id === noId || quiet || groups.some((group) => namesId(group, id))) return;
  complain(
    say`no condition names @${id}: the files are read as a host that none of them names (--config-id ${noId} says that it is meant)`,
  );
}

function namesId(group: Group, id: string): boolean {
  return group.paths.some((path) => configIdsOf(group, path).includes(id));
}

/** Lists the files or the clusters instead of the findings, where that is asked for. */
async function showInstead(
  surroundings: Surroundings,
  options: CheckOptions,
  groups: readonly Group[],
  host: NodeHost,
): Promise<boolean> {
  const { directory, output } = surroundings;
  if (options.listFiles) {
    const paths = groups.flatMap((group) => group.paths);
    output.write(paths.map((path) => `${harmlessName(path)}\n`).join(""));
    return true;
  }
  if (!options.showClusters) return false;
  const { clustersOutput, shownClusters } = await import("../check/show-clusters.js");
  const run = lintGroups(groups, host, directory, { ...options, only: ["cluster"] });
  for (const { format, file } of options.outputs) {
    const colours = file === undefined ? coloursFor(surroundings, output, options.color) : noColours;
    const text =
      format === "json"
        ? `${JSON.stringify(clustersOutput(run), null, 2)}\n`
        : withoutControls(shownClusters(run, colours));
    if (file === undefined) output.write(text);
    else {
      const { placeReport } = await import("../files/place-report.js");
      placeReport(directory, file, text, format === "json" ? "json" : "clusters");
    }
  }
  return true;
}

async function proveFixes(state: Checking, groups: readonly Group[]): Promise<void> {
  state.run = withProvenFixes(state.fixing, state.run);
  await addEffects(state, groups);
}

/** For programs that apply fixes themselves. */
async function addEffects(state: Checking, groups: readonly Group[]): Promise<void> {
  const { surroundings, options, host } = state;
  if (options.statistics || !options.outputs.some(({ format }) => format === "json")) return;
  const { withEffects } = await import("../check/effects.js");
  state.run = withEffects(state.run, { groups, host, directory: surroundings.directory, options });
}

/** Applies the fixes, and writes them into the files or shows them. */
async function mend(state: Checking, groups: readonly Group[], fromStandardInput: string | undefined): Promise<void> {
  const { surroundings, options, host, fixing, complain, run } = state;
  const mended = fixUntilStable(fixing, run);
  for (const { path, rule, title } of mended.repeated)
    complain(say`${path}: the fix of ${rule} (${title}) repeats without end and is not applied (a bug in kalint)`);
  for (const path of mended.unsettled)
    complain(say`${path}: left as it is: its fixes come to no end (a bug in kalint)`);
  state.isUnsettled = mended.unsettled.length + mended.repeated.length > 0;
  if (options.diff) {
    const { effectOf } = await import("../check/effects.js");
    const effect = effectOf(mended.changed, { groups, host, directory: surroundings.directory, options });
    await writeDiffs(surroundings, host, mended.changed, options.color, effect);
    for (const { path, before } of mended.changed) host.overlay(path, before);
    return;
  }
  const files = mended.changed.filter(({ path }) => path !== fromStandardInput);
  const unwritten = await writeChanged(surroundings.directory, host, files);
  state.problems.push(...unwritten.map(({ problem }) => problem));
  state.isChanged = mended.changed.length > unwritten.length;
  // What was not written is not mended: its findings stay in the report.
  for (const { path, before } of unwritten) host.overlay(path, before);
  state.run = unwritten.length > 0 ? fixing.again() : mended.run;
  state.fixed = Math.max(0, countOf(run) - countOf(state.run));
  await addEffects(state, groups);
}

async function suppress({ surroundings, options, host, fixing, run, problems }: Checking): Promise<void> {
  const { addSuppressions } = await import("../check/add-suppressions.js");
  const changed = addSuppressions(host, run, options.reason, fixing.mayWrite);
  const failed = await writeChanged(surroundings.directory, host, changed);
  problems.push(...failed.map(({ problem }) => problem));
  const kept = new Set(failed.map(({ path }) => path));
  const written = changed.filter(({ path }) => !kept.has(path));
  const count = written.reduce((sum, file) => sum + file.count, 0);
  surroundings.errors.write(
    say`kalint: suppressed ${counted(count, "finding")} in ${counted(written.length, "file")}\n`,
  );
}

/** Leaves away what the baseline lists. */
async function forgetBaseline(state: Checking): Promise<void> {
  const { surroundings, options, complain } = state;
  if (options.baseline === undefined) return;
  const { applyBaseline } = await import("../check/baseline.js");
  const held = applyBaseline(surroundings.directory, options.baseline, state.run, (path) => state.host.read(path));
  if (held.stale > 0 && !options.quiet) {
    const gone = counted(held.stale, "entry");
    complain(say`${gone} of ${options.baseline} no longer found; --write-baseline forgets them`);
  }
  state.run = held.run;
}

async function report(
  { surroundings, options, host, complain, run, fixed }: Checking,
  target: Version,
  fromStandardInput: string | undefined,
  complaints: readonly string[],
): Promise<Summary> {
  const made = buildReport({ target, files: run.files, read: (path) => host.read(path) });
  const { report: shown, left } = atMost(made, options.maxDiagnostics);
  const { output, errors } = surroundings;
  if (options.fix && !options.diff && fromStandardInput !== undefined) {
    // The mended text is the answer of a filter; what is left to say goes beside it.
    output.write(encode(host.read(fromStandardInput) ?? "", host.encodingOf(fromStandardInput)));
    await writeReports(surroundings, errors, shown, options, fixed, complaints);
  } else if (!options.diff) await writeReports(surroundings, output, shown, options, fixed, complaints);
  if (left > 0 && !options.quiet) complain(say`${counted(left, "finding")} more not listed: --max-diagnostics`);
  return shown.summary;
}

/** The report with no more findings than `most`; its summary counts all. */
function atMost(report: Report, most = Number.POSITIVE_INFINITY): { readonly report: Report; readonly left: number } {
  if (most === Number.POSITIVE_INFINITY) return { report, left: 0 };
  let room = most;
  let left = 0;
  const files = report.files.map((file) => {
    const findings = file.findings.slice(0, room);
    room -= findings.length;
    left += file.findings.length - findings.length;
    return { ...file, findings, mirrors: [] };
  });
  return { report: { ...report, files }, left };
}

function describeFailure({ rule, subject, message }: RuleFailure): string {
  return say`internal error in rule ${rule} on ${subject}: ${message} (a bug in kalint; the other rules have run; --rule ${rule}=off leaves it out)`;
}

/** Whether the run fails: findings at or above the fail level, or too many warnings. */
function isBad(summary: Summary, { failLevel, maxWarnings }: CheckOptions): boolean {
  const counts: Readonly<Record<Severity, number>> = {
    error: summary.errors,
    warning: summary.errors + summary.warnings,
    info: summary.errors + summary.warnings + summary.infos,
  };
  return counts[failLevel] > 0 || (maxWarnings !== undefined && summary.warnings > maxWarnings);
}
