/** Lines that include files, and those that say what is checked of them. */
import type { MappedText } from "@kalint/syntax";
import { originOf } from "@kalint/syntax";
import { type IncludeResult, includeChecks, openInclude, readIncludeLine } from "./include.js";
import type { LineReader, OpenBlocks } from "./line-reader.js";
import type { LogicalLines } from "./logical-lines.js";
import { directoryOfFiles, type Files, openIncluded } from "./open-files.js";
import { type Position, placeIn } from "./reports.js";
import type { SplitLine } from "./words.js";

/** Carries an include line out. `physical`: the line is written like that in the file. Returns false for any other line. */
export function includeLine(files: Files, content: MappedText, position: Position, physical: boolean): boolean {
  if (!files.options.switches.includes) return false;
  const found = readIncludeLine(content.text, files.options.switches.checkedIncludes);
  if (!found) return false;
  // The copy holds an empty line only for a line that starts with the include; the others are carried out again from it.
  if (!physical || typeof content.origin !== "number" || content.origin !== startOfLine(position, content.origin))
    files.copyDiffers = true;
  const pattern = content.text.slice(found.pathStart);
  const { start, end } = originOf(content, found.pathStart, content.text.length);
  const wanted = found.checks | files.checks;
  const include = placeIn(position, start, end);
  if (files.reports.isFull() && /[*?[{\\]/.test(pattern)) {
    files.reports.cut(include, position);
    return true;
  }
  const result = openInclude(pattern, wanted, directoryOfFiles(files), files.openPaths, files.options.host);
  for (const { kind, path, refused: refuses, reported, reason } of result.problems) {
    files.reports.problem(kind, position, start, end, {
      daemon: reported && files.options.switches.checkedIncludes,
      detail: { path, refused: refuses, ...(reason ? { reason } : {}), ...(result.unread && { unread: true }) },
    });
    if (refuses) files.refused ??= { place: placeIn(position, start, end), line: position.line };
  }
  if (result.unread) {
    files.hasUnread = true;
    files.written?.push({ kind: "unread" });
  }
  if (result.cut) files.reports.cut(include, position);
  const characters = result.files.reduce((sum, { text }) => sum + text.length, 0);
  if (files.reports.countExpansion(include, position, characters, costOf(result))) return true;
  const [first, ...following] = result.files;
  if (first) openIncluded(files, first, following, position.expansions, include);
  return true;
}

/** One pattern alone does not end the reading of its file. */
const mostOfOne = 25_000;

/** What looking for files costs, in lines: at names of a folder, at what a path leads to, and at files. */
function costOf({ names, asked, files }: IncludeResult): number {
  return Math.min(Math.ceil(names / 50) + 2 * asked, mostOfOne) + Math.floor(files.length / 2);
}

function startOfLine(position: Position, offset: number): number {
  const { text } = position.source;
  let at = offset;
  while (at > 0 && (text[at - 1] === " " || text[at - 1] === "\t")) at -= 1;
  return at === 0 || text[at - 1] === "\n" ? offset : -1;
}

/** Only where it is a keyword: a root block of another name, or none, does not know it. */
export function setIncludeChecks({ files, lines, blocks }: LineReader, line: SplitLine): void {
  if (!files.options.switches.checkedIncludes) return;
  follow(blocks, lines);
  if (blocks.depth === 1 && blocks.root === "global_defs") files.checks = checksAfter(line, files.checks);
}

/** Which block the line behind the last one is in: looked at from where it was asked for last. */
function follow(blocks: OpenBlocks, lines: LogicalLines): void {
  for (; blocks.at < lines.length; blocks.at += 1) {
    const first = lines.wordingAt(blocks.at)!.words[0]?.value;
    if (first === "{") blocks.depth += 1;
    else if (first === "}") blocks.depth = Math.max(0, blocks.depth - 1);
    else if (blocks.depth === 0) blocks.root = first;
  }
}

/** What is checked after an `include_check` line (lib/parser.c: include_check_set). */
function checksAfter(line: SplitLine, checks: number): number {
  if (line.words.length === 1)
    return includeChecks.read | includeChecks.match | includeChecks.wildcard | includeChecks.brace;
  let result = checks;
  for (const [at, { value }] of line.words.slice(1).entries()) {
    const sign = /^[+-]/.exec(value)?.[0] ?? "";
    const flag = includeCheckWords.get(value.slice(sign.length)) ?? 0;
    if (sign === "" && at === 0) result = 0;
    if (flag === 0) continue;
    if (sign === "") result = at === 0 ? includeChecks.read | flag : result;
    else result = sign === "+" ? result | flag : result & ~flag;
  }
  return result;
}

const includeCheckWords: ReadonlyMap<string, number> = new Map([
  ["read", includeChecks.read],
  ["match", includeChecks.match],
  ["wildcard_match", includeChecks.wildcard],
  ["brace_match", includeChecks.brace],
]);
