import {
  type EffectiveStatement,
  type EffectiveWord,
  fileOf,
  type HostConfiguration,
  type Place,
  perBlock,
  perHost,
  splitScript,
  statementsWith,
} from "@kalint/daemon";
import { keywordIn, type Version } from "@kalint/schema";
import type { Fix } from "../types.js";

/** A program that keepalived starts: a check, a notify script, a quorum script, … */
export interface Command {
  readonly statement: EffectiveStatement;
  /** Program and parameters as they are handed over. */
  readonly words: readonly string[];
  /** The command line as it stands in `statement.raw`, without its outer quotes. */
  readonly text: string;
  /** Where `text` starts in `statement.raw`. */
  readonly start: number;
  /** It stands in quotes. */
  readonly quoted: boolean;
  /** The words behind the command line, with their offsets in `statement.raw`. */
  readonly rest: readonly { readonly value: string; readonly start: number; readonly end: number }[];
  /** The command line's first word: the program. */
  readonly program: string;
}

/** Every command of this host in order. Lines that keepalived ignores have none. */
export const commandsOf = perHost(({ effective }): readonly Command[] =>
  statementsWith(effective, ({ splitter }) => splitter === "quoted").flatMap(
    (statement) => commandOf(statement, effective.target) ?? [],
  ),
);

/** The siblings that it looks at are of the same block. */
const commandOf = perBlock((statement, target): Command | undefined => {
  if (statement.skipped || isSurplus(statement, target)) return undefined;
  const split = splitScript(statement, target);
  if (split.kind !== "script" || split.command.length === 0) return undefined;
  const [, line, ...rest] = split.words;
  if (line === undefined) return undefined;
  const edge = line.quoted ? 1 : 0;
  return {
    statement,
    words: split.command,
    text: statement.raw.slice(line.start + edge, line.end - edge),
    start: line.start + edge,
    quoted: line.quoted,
    rest,
    program: split.command[0]!,
  };
});

/** A second `notify_master` of one block: keepalived keeps the first. */
function isSurplus(statement: EffectiveStatement, target: Version): boolean {
  if (keywordIn(statement.keyword, target).repetition !== "first-wins") return false;
  const first = statement.parent?.children.find(({ keyword }) => keyword === statement.keyword);
  return first !== undefined && first !== statement;
}

/**
 * `</path`: keepalived only tests whether the file can be opened, and no program is looked for. Source: keepalived
 * 2.4.3, lib/notify.c: check_script_secure.
 */
export function isOpenTest({ words, program }: Command): boolean {
  return /^<\s*\//.test(program) || (program === "<" && words[1]?.startsWith("/") === true);
}

/** The user that a command names for itself: behind its line, or with `user` in its block. */
export function ownUserOf({ statement, rest }: Command): string | undefined {
  const inBlock = statement.parent?.children.filter(({ keyword }) => keyword.name === "user").at(-1)?.words[1];
  const behind = statement.keyword.arguments.some(({ type }) => type === "user") ? rest[0] : undefined;
  return behind?.value ?? inBlock?.value;
}

/** How messages name a command's owner: `vrrp_script up`, `notify_master`. */
export function ownerOf({ statement }: Command): string {
  const { parent, keyword } = statement;
  return keyword.path === "vrrp_script/script" && parent
    ? `vrrp_script ${parent.wording.words[1]?.value ?? ""}`.trim()
    : keyword.name;
}

/**
 * A part of the command's line, given in offsets of `statement.raw`, where it stands in the file; the whole value where
 * the line was put together from definitions.
 */
export function placeIn(host: HostConfiguration, { statement }: Command, start: number, end: number): Place {
  return writtenPlace(host, statement, start, end) ?? (statement.words[1] ?? statement).place;
}

/** A fix that writes another text for a part of the line; none where the part does not stand like this in the file. */
export function rewrite(
  host: HostConfiguration,
  { statement }: Command,
  part: { readonly start: number; readonly end: number; readonly text: string },
  title: string,
): readonly Fix[] {
  const place = writtenPlace(host, statement, part.start, part.end);
  return place ? [{ title, safe: false, edits: [{ ...place, text: part.text }] }] : [];
}

function writtenPlace(
  host: HostConfiguration,
  statement: EffectiveStatement,
  start: number,
  end: number,
): Place | undefined {
  const first = statement.words[0]?.place;
  const text = first && fileOf(host.effective, first)?.text;
  if (first === undefined || text === undefined) return undefined;
  const written = text.slice(first.start + start, first.start + end);
  return written === statement.raw.slice(start, end) && text.startsWith(statement.raw.slice(0, start), first.start)
    ? { file: first.file, start: first.start + start, end: first.start + end }
    : undefined;
}

/** The last part of a program's path. */
export function baseName(program: string): string {
  return program.slice(program.lastIndexOf("/") + 1);
}

const shells: ReadonlySet<string> = new Set(["sh", "bash", "dash", "ash", "ksh", "zsh"]);

/** Where the text for a shell stands in `words` (behind `sh -c`), whatever starts the shell; -1 where there is none. */
export function shellTextIndex(words: readonly string[]): number {
  const shell = words.findIndex((word) => shells.has(baseName(word)));
  if (shell < 0) return -1;
  const option = words.findIndex((word, index) => index > shell && /^-[a-z]*c$/.test(word));
  return option < 0 || words.slice(shell + 1, option).some((word) => !word.startsWith("-")) ? -1 : option + 1;
}

/** Whether a command line holds anything but blanks and quotation marks: keepalived takes the others for none. */
export function namesProgram(words: readonly EffectiveWord[]): boolean {
  return words.slice(1).some(({ value }) => !/^[\s'"]*$/.test(value));
}
