import { resolve } from "node:path";
import { applyEdits, formatTemplate, formatTree, readForLayout, wordsOfTemplate } from "@kalint/format";
import { isDeclaredTemplate, type TemplateSetting, templateFor, templateLanguageOf } from "@kalint/project";
import { foreignContent, say, unformatted, vocabulary } from "@kalint/schema";
import { readTemplate, type TemplateLanguage } from "@kalint/syntax";
import { openInput } from "../check/input.js";
import { parseOutputs, parseTemplate } from "../check/options.js";
import { writeOutputs } from "../check/reports.js";
import { absolute, configurations } from "../configuration.js";
import { unifiedDiff } from "../files/diff.js";
import { standardInput } from "../files/find.js";
import { nodeHost } from "../files/host.js";
import { type Encoding, encode, reasonOf } from "../files/text.js";
import { writableFiles } from "../files/writable.js";
import { replaceText } from "../files/write.js";
import { editorConfigOf } from "../format/editorconfig.js";
import { type FormattedFile, formatReport } from "../format/report.js";
import { sameWords } from "../format/same-words.js";
import { counted } from "../output/summary.js";
import { coloursFor } from "../render/colours.js";
import { harmlessName } from "../render/width.js";
import { type ExitStatus, exitStatus, type Surroundings } from "../surroundings.js";
import { UsageError } from "../usage.js";

interface RawFormatOptions {
  readonly config?: string;
  readonly exclude?: readonly string[];
  readonly template?: string;
  readonly write?: boolean;
  readonly force?: boolean;
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly format?: readonly string[];
  readonly editorconfig?: boolean;
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
  const complain = (line: string) => errors.write(`kalint: ${harmlessName(line)}\n`);
  refuseWriting(options, given);
  const outputs = options.format && parseOutputs(options.format, undefined);
  const check = options.check || outputs !== undefined;
  const named = given.length === 0 ? [standardInput] : given;
  const template = options.template === undefined ? undefined : parseTemplate(options.template);
  const host = nodeHost(directory);
  const finder = configurations(surroundings, options.config, host, options.exclude);
  const input = await openInput(surroundings, host, {
    given: named,
    stdinFilename: options.stdinFilename,
    commandNames,
    walk: { ...finder.walk, templates: true },
  });
  for (const complaint of input.complaints) complain(complaint);
  refuseInput(
    input.paths.map((path) => host.read(path)),
    given,
    { ...options, check },
  );
  const colours = coloursFor(surroundings, output, options.color);
  const formatted: FormattedFile[] = [];
  const mayWrite = writableFiles(directory, named);
  let changed = 0;
  let left = 0;
  let failed = input.complaints.length > 0;
  let broken = false;
  for (const path of input.paths) {
    const before = host.read(path) ?? "";
    const configuration = await finder.of(path);
    const settings = {
      ...(options.editorconfig === false ? {} : await editorConfigOf(directory, path)),
      ...configuration.format,
    };
    const set = template ?? templateFor(configuration, absolute(directory, path));
    const language = declaredLanguage(path, before, set);
    const { after, whole, parts } = formatOne(path, before, settings, language, options.force === true);
    if (!sameWords(masked(before, language), masked(after, language))) {
      complain(
        say`${path}: internal error: formatting would change its words, so it is left as it is (a bug in kalint)`,
      );
      broken = true;
      continue;
    }
    if (whole !== undefined) left += 1;
    if (whole !== undefined && !options.quiet) complain(say`${path}: left as it is: ${whole}`);
    if (!options.quiet) for (const part of parts) complain(`${path}: ${part}`);
    if (after !== before) changed += 1;
    formatted.push({ path, before, after });
    if (options.diff) output.write(Buffer.from(unifiedDiff(path, before, after, colours), host.encodingOf(path)));
    else if (outputs !== undefined) continue;
    else if (options.write) {
      if (after === before) continue;
      const problem = mayWrite(path)
        ? replaced(resolve(directory, path), before, after, host.encodingOf(path))
        : say`left as it is: it is a link to a file outside the folders that were named`;
      if (problem !== undefined) complain(`${path}: ${problem}`);
      else if (!options.quiet) output.write(`${harmlessName(path)}\n`);
      failed ||= problem !== undefined;
    } else if (!check) output.write(encode(after, host.encodingOf(path)));
    else if (after !== before) output.write(`${harmlessName(path)}\n`);
  }
  if (outputs !== undefined) {
    await writeOutputs(surroundings, output, formatReport(formatted), outputs, options);
  }
  if (broken) return exitStatus.internal;
  if (failed || input.paths.length === 0) return exitStatus.usage;
  if (!options.quiet && check) errors.write(summary(changed, left, input.paths.length));
  return changed > 0 && (check || options.diff) ? exitStatus.findings : exitStatus.clean;
}

function refuseWriting(options: RawFormatOptions, given: readonly string[]): void {
  if (!options.write) return;
  if (options.check || options.diff || options.format) {
    throw new UsageError(say`--write changes files, --check, --diff and --format only tell: give one or the other.`);
  }
  if (given.length === 0) {
    throw new UsageError(say`--write needs the files or directories to format, such as 'kalint format --write .'.`);
  }
  if (given.includes(standardInput)) {
    throw new UsageError(say`--write cannot write standard input; without it the result goes to standard output.`);
  }
}

/** Refuses texts that cannot all be shown, and the empty one that a command finds where nobody meant to give it any. */
function refuseInput(
  texts: readonly (string | undefined)[],
  given: readonly string[],
  { write, check, diff }: RawFormatOptions,
): void {
  if (texts.length > 1 && !write && !check && !diff) {
    throw new UsageError(say`${texts.length} files cannot all go to standard output: give --write, --check or --diff.`);
  }
  if (given.length === 0 && (check || diff) && texts[0] === "") {
    // In CI there is nothing to read: it would be called formatted, whatever the repository holds.
    throw new UsageError(
      say`Standard input is empty: name the files or directories, such as 'kalint format --check .'.`,
    );
  }
}

/** Writes a file, or says why that is not possible. */
function replaced(path: string, before: string, after: string, encoding: Encoding): string | undefined {
  try {
    replaceText(path, before, after, encoding);
    return undefined;
  } catch (error) {
    return say`cannot be written: ${reasonOf(error)}`;
  }
}

/** The text as it is to be, and why all or parts of it stay as they are. */
function formatOne(
  path: string,
  before: string,
  options: Parameters<typeof formatTree>[1],
  language: TemplateLanguage | undefined,
  isForced: boolean,
): { readonly after: string; readonly whole?: string; readonly parts: readonly string[] } {
  // A document that quotes no configuration looks like none of the texts that are known.
  const isDocument = /\.(?:md|markdown)$/i.test(path) && !isForced;
  if (isDocument) {
    return { after: before, whole: say`this is ${say`a Markdown text`}, not a keepalived configuration`, parts: [] };
  }
  const foreign = foreignContent(before);
  const isMeant =
    foreign === undefined ||
    (foreign.kind === "template" && language !== undefined) ||
    (foreign.kind === "program" && isForced);
  if (!isMeant) {
    return { after: before, whole: foreign.reason, parts: [] };
  }
  const { edits, obstacle, left } =
    language === undefined
      ? formatTree(readForLayout(before, vocabulary), options)
      : formatTemplate(readTemplate(before, { language }), { ...options, ...vocabulary });
  if (obstacle !== undefined) return { after: before, whole: unformatted(obstacle.reason), parts: [] };
  return { after: applyEdits(before, edits), parts: left.map(({ reason }) => unformatted(reason)) };
}

/** A file whose name alone does not say that it is a template stays as it is: somebody may have forgotten to render it. */
function declaredLanguage(path: string, text: string, set: TemplateSetting | undefined): TemplateLanguage | undefined {
  return isDeclaredTemplate(path, set) ? templateLanguageOf(path, text, set) : undefined;
}

function masked(text: string, language: TemplateLanguage | undefined): string {
  return language === undefined ? text : wordsOfTemplate(readTemplate(text, { language }));
}

function summary(changed: number, left: number, all: number): string {
  const beside =
    left === 0 ? "" : left === 1 ? say`, ${left} file left as it is` : say`, ${left} files left as they are`;
  if (changed === 0) return say`kalint: ${counted(all - left, "file")} already formatted${beside}\n`;
  return say`kalint: ${counted(changed, "file")} of ${all} would change${beside}; kalint format --write writes them\n`;
}
