import { resolve } from "node:path";
import { formatText } from "@kalint/format";
import { rootBlockNames } from "@kalint/schema";
import { openInput } from "../check/input.js";
import { configurations } from "../configuration.js";
import { unifiedDiff } from "../files/diff.js";
import { standardInput } from "../files/find.js";
import { nodeHost } from "../files/host.js";
import { encode, reasonOf, replaceText } from "../files/text.js";
import { sameWords } from "../format/same-words.js";
import { counted } from "../output/summary.js";
import { coloursFor } from "../render/colours.js";
import { type ExitStatus, exitStatus, type Surroundings } from "../surroundings.js";
import { UsageError } from "../usage.js";

export interface RawFormatOptions {
  readonly config?: string;
  readonly exclude?: readonly string[];
  readonly write?: boolean;
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly stdinFilename?: string;
  readonly quiet?: boolean;
  readonly color?: boolean;
}

/** Formats files in place, lists those that would change, shows how, or works as a filter. */
export async function format(
  surroundings: Surroundings,
  given: readonly string[],
  options: RawFormatOptions,
  commandNames: readonly string[],
): Promise<ExitStatus> {
  const { directory, output, errors } = surroundings;
  const complain = (line: string) => errors.write(`kalint: ${line}\n`);
  if (options.write && (options.check || options.diff)) {
    throw new UsageError("--write changes files, --check and --diff only tell: give one or the other.");
  }
  const named = given.length === 0 ? [standardInput] : given;
  if (options.write && named.includes(standardInput)) {
    throw new UsageError(
      given.length === 0
        ? "--write needs the files or directories to format, such as 'kalint format --write .'."
        : "--write cannot write standard input; without it the result goes to standard output.",
    );
  }
  const host = nodeHost(directory);
  const finder = configurations(directory, options.config, host, options.exclude);
  const input = await openInput(surroundings, host, {
    given: named,
    stdinFilename: options.stdinFilename,
    commandNames,
    walk: finder.walk,
  });
  for (const complaint of input.complaints) complain(complaint);
  if (input.paths.length > 1 && !options.write && !options.check && !options.diff) {
    throw new UsageError(
      `${input.paths.length} files cannot all go to standard output: give --write, --check or --diff.`,
    );
  }

  const colours = coloursFor(surroundings, output, options.color);
  let changed = 0;
  let failed = input.complaints.length > 0;
  let broken = false;
  for (const path of input.paths) {
    const before = host.read(path) ?? "";
    const after = formatText(before, { ...(await finder.of(path)).format, rootBlocks: rootBlockNames });
    if (!sameWords(before, after)) {
      complain(`${path}: internal error: formatting would change its words, so it is left as it is (a bug in kalint)`);
      broken = true;
      continue;
    }
    if (after !== before) changed += 1;
    if (options.diff) output.write(Buffer.from(unifiedDiff(path, before, after, colours), host.encodingOf(path)));
    else if (options.check) {
      if (after !== before) output.write(`${path}\n`);
    } else if (!options.write) output.write(encode(after, host.encodingOf(path)));
    else if (after !== before) {
      try {
        replaceText(resolve(directory, path), after, host.encodingOf(path));
        if (!options.quiet) output.write(`${path}\n`);
      } catch (error) {
        complain(`${path}: cannot be written: ${reasonOf(error)}`);
        failed = true;
      }
    }
  }
  if (broken) return exitStatus.internal;
  if (failed || input.paths.length === 0) return exitStatus.usage;
  if (!options.quiet && options.check) errors.write(summary(changed, input.paths.length));
  return changed > 0 && (options.check || options.diff) ? exitStatus.findings : exitStatus.clean;
}

function summary(changed: number, all: number): string {
  if (changed === 0) return `kalint: ${counted(all, "file")} already formatted\n`;
  return `kalint: ${counted(changed, "file")} of ${all} would change; kalint format --write writes them\n`;
}
