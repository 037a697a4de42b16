import { say } from "@kalint/schema";
import type { NodeHost } from "../files/host.js";
import { loadFormat } from "../output/index.js";
import { fromRepositoryRoot } from "../output/rooted.js";
import { coloursFor, noColours } from "../render/colours.js";
import { withoutControls } from "../render/guard.js";
import type { Report } from "../report/types.js";
import { type Sink, type Surroundings, widthOf } from "../surroundings.js";
import { version } from "../version.js";
import type { ChangedFile } from "./fix.js";
import type { CheckOptions } from "./options.js";

/** Writes every wanted report to its file or to `sink`. */
export async function writeReports(
  surroundings: Surroundings,
  sink: Sink,
  report: Report,
  options: CheckOptions,
  fixed: number,
  complaints: readonly string[] = [],
): Promise<void> {
  await writeOutputs(surroundings, sink, report, options.outputs, { ...options, fixed, complaints });
}

/** The same for a report of any command. */
export async function writeOutputs(
  surroundings: Surroundings,
  sink: Sink,
  report: Report,
  outputs: CheckOptions["outputs"],
  {
    color,
    quiet = false,
    statistics = false,
    fixed = 0,
    complaints = [],
  }: {
    readonly color?: boolean;
    readonly quiet?: boolean;
    readonly statistics?: boolean;
    readonly fixed?: number;
    readonly complaints?: readonly string[];
  },
): Promise<void> {
  for (const { format, file } of outputs) {
    const render = await loadFormat(format);
    const text = render(placed.has(format) ? fromRepositoryRoot(report, surroundings.directory) : report, {
      colours: file === undefined ? coloursFor(surroundings, sink, color) : noColours,
      width: widthOf(sink),
      quiet,
      statistics,
      version,
      fixed,
      complaints,
    });
    if (file === undefined) sink.write(text);
    else {
      const { placeReport } = await import("../files/place-report.js");
      placeReport(surroundings.directory, file, text, format);
    }
  }
}

/** What code hosts read: to them a path is one of the repository. */
const placed: ReadonlySet<string> = new Set(["sarif", "gitlab", "github"]);

/** In the encoding of each file, so that the patch fits its bytes. `patch` passes over the lines before it: `effect`. */
export async function writeDiffs(
  surroundings: Surroundings,
  host: NodeHost,
  changed: readonly ChangedFile[],
  color: boolean | undefined,
  effect?: readonly string[],
): Promise<void> {
  const { unifiedDiff } = await import("../files/diff.js");
  const { output } = surroundings;
  const colours = coloursFor(surroundings, output, color);
  if (effect && changed.length > 0) output.write(withoutControls(effectText(effect)));
  for (const { path, before, after } of changed) {
    output.write(Buffer.from(unifiedDiff(path, before, after, colours), host.encodingOf(path)));
  }
}

function effectText(effect: readonly string[]): string {
  if (effect.length === 0) return say`For keepalived nothing changes.\n`;
  return say`For keepalived this changes:\n${effect.map((line) => `    ${line}\n`).join("")}`;
}
