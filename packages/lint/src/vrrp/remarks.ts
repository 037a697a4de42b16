import {
  type EffectiveLine,
  type EffectiveStatement,
  fileOf,
  type HostConfiguration,
  lineAt,
  type Place,
} from "@kalint/daemon";
import type { Finding, Fix } from "../types.js";

/** The statement or line that something stands in. */
export type From = EffectiveStatement | EffectiveLine;

/** What a rule adds to place and message. */
export type More = Omit<Finding, "place" | "message" | "daemon">;

/** The findings of one run over a host, by rule. */
export interface Remarks {
  /** The daemon names the line of `from` while it reads. */
  onLine(rule: string, from: From, place: Place, message: string, more?: More): void;
  /** The daemon names the line where the block ends. */
  atEnd(rule: string, block: EffectiveStatement, place: Place, message: string, more?: More): void;
  /** The daemon complains after reading, without a line. */
  afterwards(rule: string, place: Place, message: string, more?: More): void;
  /** Only we say so: the daemon writes it to its log, or takes it in silence. */
  ours(rule: string, place: Place, message: string, more?: More): void;
  /** After this the daemon checks nothing more: what `afterwards` says is no claim from here on. */
  stop(): void;
  /** The host lacks an interface: the daemon refuses VRRP before it checks anything after reading. */
  refuse(): void;
}

export interface CollectedRemarks extends Remarks {
  readonly refused: () => boolean;
  of(rule: string): readonly Finding[];
}

export function collectRemarks(host: HostConfiguration): CollectedRemarks {
  const findings = new Map<string, Finding[]>();
  const { fatal } = host.effective;
  // A missing argument ends the process: nothing is checked after reading.
  let stopped = fatal !== undefined;
  let refused = false;

  function add(rule: string, place: Place, message: string, daemon: Finding["daemon"], more: More = {}): void {
    const finding: Finding = { place, message, ...more, ...(daemon !== undefined && { daemon }) };
    const list = findings.get(rule);
    if (list) list.push(finding);
    else findings.set(rule, [finding]);
  }

  function isRead(line: number, file: string): boolean {
    return fatal === undefined || fatal.place.file !== file || line < fatal.line;
  }

  function claim(line: number, place: Place): Finding["daemon"] {
    if (!isRead(line, place.file)) return undefined;
    const file = fileOf(host.effective, place);
    return file !== undefined && lineAt(file, place.start) === line ? true : { line };
  }

  return {
    onLine: (rule, from, place, message, more) => add(rule, place, message, claim(from.line, place), more),
    atEnd: (rule, block, place, message, more) =>
      add(
        rule,
        place,
        message,
        block.end === undefined || block.end.missing ? undefined : claim(block.end.line, place),
        more,
      ),
    afterwards: (rule, place, message, more) => add(rule, place, message, stopped ? undefined : { line: null }, more),
    ours: (rule, place, message, more) => add(rule, place, message, undefined, more),
    stop: () => {
      stopped = true;
    },
    refuse: () => {
      stopped = true;
      refused = true;
    },
    refused: () => refused,
    of: (rule) => findings.get(rule) ?? [],
  };
}

/** Takes a statement or line out, with its line end where nothing else stands there; nothing where it came out of an expansion. */
export function removal(host: HostConfiguration, from: From, safe: boolean, title = "remove the line"): readonly Fix[] {
  const file = fileOf(host.effective, from.place);
  if (from.expansions.length > 0 || file === undefined || from.words.some((word) => word.expanded)) return [];
  if ("lines" in from && (from.lines.length > 0 || from.children.length > 0)) return [];
  const { text } = file;
  const first = from.words[0]?.place.start ?? from.place.start;
  const last = from.words.at(-1)?.place.end ?? from.place.end;
  const start = text.lastIndexOf("\n", first - 1) + 1;
  const next = text.indexOf("\n", last);
  const end = next < 0 ? text.length : next + 1;
  const alone = text.slice(start, first).trim() === "" && text.slice(last, end).trim() === "";
  const place = alone ? { file: file.path, start, end } : { file: file.path, start: first, end: last };
  return [{ title, safe, edits: [{ ...place, text: "" }] }];
}
