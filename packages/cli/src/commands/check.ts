import type { RuleFailure, Severity } from "@kalint/lint";
import { newestVersion } from "@kalint/schema";
import { countOf, type Fixing, fixUntilStable, withProvenFixes } from "../check/fix.js";
import { groupPaths, missingNodes } from "../check/groups.js";
import { openInput } from "../check/input.js";
import { complaintsOf, lintGroups, targetOf } from "../check/lint.js";
import { type CheckOptions, parseCheckOptions, type RawCheckOptions } from "../check/options.js";
import { progressOn } from "../check/progress.js";
import { writeDiffs, writeReports } from "../check/reports.js";
import { configurations } from "../configuration.js";
import { type NodeHost, nodeHost } from "../files/host.js";
import { encode } from "../files/text.js";
import { writableFiles } from "../files/writable.js";
import { writeChanged } from "../files/write-changed.js";
import { counted } from "../output/summary.js";
import { coloursFor } from "../render/colours.js";
import { withoutControls } from "../render/guard.js";
import { buildReport } from "../report/build.js";
import type { Report, Summary } from "../report/types.js";
import { type ExitStatus, exitStatus, type Surroundings } from "../surroundings.js";

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
  const { directory, output, errors } = surroundings;
  const complain = (line: string) => errors.write(`kalint: ${line}\n`);
  const finder = configurations(surroundings, options.config, host, options.exclude);
  const input = await openInput(surroundings, host, {
    given: given.length === 0 ? ["."] : given,
    stdinFilename: options.stdinFilename,
    commandNames,
    walk: { ...finder.walk, templates: true, embedded: options.embedded },
    reach: options,
  });
  const groups = await groupPaths(input.paths, finder, host, directory, options);
  const complaints = [...input.complaints, ...missingNodes(groups, host, directory)];
  for (const complaint of complaints) complain(complaint);
  if (groups.length === 0) return exitStatus.usage;

  if (options.listFiles) {
    output.write(
      withoutControls(
        groups
          .flatMap(({ paths }) => paths)
          .map((path) => `${path}\n`)
          .join(""),
      ),
    );
    return complaints.length > 0 ? exitStatus.usage : exitStatus.clean;
  }

  if (options.showClusters) {
    const { shownClusters } = await import("../check/show-clusters.js");
    const run = lintGroups(groups, host, directory, { ...options, only: ["cluster"] });
    output.write(withoutControls(shownClusters(run, coloursFor(surroundings, output, options.color))));
    return complaints.length > 0 ? exitStatus.usage : exitStatus.clean;
  }

  const progress = progressOn(errors, !options.quiet);
  const again = () => {
    try {
      return lintGroups(groups, host, directory, { ...options, progress: progress.show });
    } finally {
      progress.end();
    }
  };
  const fixing: Fixing = {
    host,
    unsafe: options.unsafeFixes,
    again,
    complaints: () => complaintsOf(groups, host, directory, options),
    mayWrite: writableFiles(directory, given),
  };
  let run = again();
  let fixed = 0;
  let isUnsettled = false;
  let isChanged = false;
  const problems: string[] = [];
  if (options.fix || options.diff) {
    const mended = fixUntilStable(fixing, run);
    for (const { path, rule, title } of mended.repeated)
      complain(`${path}: the fix of ${rule} (${title}) repeats without end and is not applied (a bug in kalint)`);
    for (const path of mended.unsettled) complain(`${path}: left as it is: its fixes come to no end (a bug in kalint)`);
    isUnsettled = mended.unsettled.length + mended.repeated.length > 0;
    if (options.diff) {
      await writeDiffs(surroundings, host, mended.changed, options.color);
      for (const { path, before } of mended.changed) host.overlay(path, before);
    } else {
      const files = mended.changed.filter(({ path }) => path !== input.fromStandardInput);
      const unwritten = await writeChanged(directory, host, files);
      problems.push(...unwritten.map(({ problem }) => problem));
      isChanged = mended.changed.length > unwritten.length;
      // What was not written is not mended: its findings stay in the report.
      for (const { path, before } of unwritten) host.overlay(path, before);
      const found = countOf(run);
      run = unwritten.length > 0 ? again() : mended.run;
      fixed = Math.max(0, found - countOf(run));
    }
  } else run = withProvenFixes(fixing, run);
  /** Says what went wrong; findings do not count yet. */
  const ended = (said: readonly string[]): ExitStatus => {
    for (const problem of [...said, ...run.failures.map(describeFailure)]) complain(problem);
    if (run.failures.length > 0 || isUnsettled) return exitStatus.internal;
    return complaints.length + said.length > 0 ? exitStatus.usage : exitStatus.clean;
  };
  if (options.writeBaseline !== undefined) {
    const { writeBaseline } = await import("../check/baseline.js");
    const count = writeBaseline(directory, options.writeBaseline, run);
    errors.write(`kalint: wrote ${options.writeBaseline} with ${counted(count, "finding")}\n`);
    return ended(problems);
  }
  if (options.addSuppressions) {
    const { addSuppressions } = await import("../check/add-suppressions.js");
    const changed = addSuppressions(host, run, options.reason, fixing.mayWrite);
    const failed = await writeChanged(directory, host, changed);
    problems.push(...failed.map(({ problem }) => problem));
    const kept = new Set(failed.map(({ path }) => path));
    const written = changed.filter(({ path }) => !kept.has(path));
    const count = written.reduce((sum, file) => sum + file.count, 0);
    errors.write(`kalint: suppressed ${counted(count, "finding")} in ${counted(written.length, "file")}\n`);
    return ended(problems);
  }
  if (options.baseline !== undefined) {
    const { applyBaseline } = await import("../check/baseline.js");
    const held = applyBaseline(directory, options.baseline, run);
    if (held.stale > 0 && !options.quiet) {
      const gone = counted(held.stale, "entry", "entries");
      complain(`${gone} of ${options.baseline} no longer found; --write-baseline forgets them`);
    }
    run = held.run;
  }
  const target = targetOf(groups, newestVersion);
  const { report, left } = atMost(
    buildReport({ target, files: run.files, read: (path) => host.read(path) }),
    options.maxDiagnostics,
  );
  if (options.fix && !options.diff && input.fromStandardInput !== undefined) {
    // The mended text is the answer of a filter; what is left to say goes beside it.
    const { fromStandardInput: path } = input;
    output.write(encode(host.read(path) ?? "", host.encodingOf(path)));
    await writeReports(surroundings, errors, report, options, fixed);
  } else if (!options.diff) await writeReports(surroundings, output, report, options, fixed);

  if (left > 0 && !options.quiet) complain(`${counted(left, "finding")} more not listed: --max-diagnostics`);

  const status = ended(problems);
  if (status === exitStatus.clean && options.exitNonZeroOnFix && isChanged) return exitStatus.findings;
  return status === exitStatus.clean && isBad(report.summary, options) ? exitStatus.findings : status;
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
  return `internal error in rule ${rule} on ${subject}: ${message} (a bug in kalint; the other rules have run; --rule ${rule}=off leaves it out)`;
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
