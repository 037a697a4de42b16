import { memoryHost } from "@kalint/daemon";
import { type Diagnostic, lint } from "@kalint/lint";
import { newestVersion } from "@kalint/schema";

/** Texts with a brace in the wrong place, and whether what is said of them names that place. */

/** A text with one brace that was dropped, doubled or shifted, and the lines on which that may be named. */
interface Torn {
  readonly kind: string;
  readonly lines: readonly string[];
  readonly places: readonly number[];
}

export interface BraceMeasure {
  readonly texts: number;
  /** Texts for which a finding of its own, no echo, is within one line of the brace. */
  readonly named: number;
  readonly wrong: readonly string[];
}

/** Tears a brace in each of `most` texts, a kind after the other, and sees whether the findings name the place. */
export function measureBraces(texts: readonly string[], most: number): BraceMeasure {
  const wrong: string[] = [];
  let count = 0;
  for (const [at, text] of texts.entries()) {
    if (count === most) break;
    if (!isUsable(text)) continue;
    const lines = text.trimEnd().split("\n");
    const torn = tears[at % tears.length]!(lines, at * 7);
    const before = errorsIn(text);
    if (torn === undefined || before.some(({ rule }) => /brace|content|template/.test(rule))) continue;
    count++;
    if (!isNamed(torn, new Set(before.map(said)))) {
      wrong.push(`${torn.kind}, lines ${torn.places.join(", ")}:\n${torn.lines.join("\n")}`);
    }
  }
  return { texts: count, named: count - wrong.length, wrong };
}

/** Whether each host reads all lines, and the braces pair up. */
function isUsable(text: string): boolean {
  if (/^\s*@|^\s*\$\w+=|^#- |\r/m.test(text) || text.length > 20_000) return false;
  return (partners(text.split("\n"))?.size ?? 0) > 0;
}

/** For each line that is a `}` the line of its header. */
function partners(lines: readonly string[]): ReadonlyMap<number, number> | undefined {
  const open: number[] = [];
  const pairs = new Map<number, number>();
  for (const [at, line] of lines.entries()) {
    for (const brace of line.replace(/[#!].*$/, "").match(/[{}]/g) ?? []) {
      if (brace === "{") open.push(at);
      else {
        const header = open.pop();
        if (header === undefined) return undefined;
        if (isClose(line)) pairs.set(at, header);
      }
    }
  }
  return open.length === 0 ? pairs : undefined;
}

const isClose = (line: string) => /^\s*\}\s*$/.test(line);
const isSilent = (line: string) => /^\s*([#!].*)?$/.test(line);

type Tear = (lines: readonly string[], choice: number) => Torn | undefined;

const tears: readonly Tear[] = [
  (lines, choice) => {
    const close = chosen([...partners(lines)!.keys()], choice)!;
    return { kind: "} dropped", lines: lines.filter((_, at) => at !== close), places: [close + 1] };
  },
  (lines, choice) => {
    const headers = [...partners(lines)!.values()].filter((at) => /\{\s*$/.test(lines[at]!));
    const header = chosen(headers, choice);
    if (header === undefined) return undefined;
    return {
      kind: "{ dropped",
      lines: lines.with(header, lines[header]!.replace(/\s*\{\s*$/, "")),
      places: [header + 1],
    };
  },
  (lines, choice) => {
    const close = chosen([...partners(lines)!.keys()], choice)!;
    return { kind: "} doubled", lines: lines.toSpliced(close, 0, lines[close]!), places: [close + 1, close + 2] };
  },
  // The } of an inner block is in column one, and that of the block around it is forgotten.
  (lines, choice) => {
    const pairs = partners(lines)!;
    const inner = chosen(
      [...pairs].filter(([, header]) => /^\s/.test(lines[header]!)).map(([close]) => close),
      choice,
    );
    const outer = [...pairs.keys()].find((close) => close > inner! && pairs.get(close)! < pairs.get(inner!)!);
    if (inner === undefined || outer === undefined) return undefined;
    return {
      kind: "} in column one",
      lines: lines.with(inner, "}").filter((_, at) => at !== outer),
      places: [outer + 1],
    };
  },
  // The same where the lines of the inner block, and all behind them, have lost their indentation.
  (lines, choice) => {
    const pairs = partners(lines)!;
    const inner = chosen(
      [...pairs].filter(([, header]) => /^\s/.test(lines[header]!)).map(([close]) => close),
      choice,
    );
    const outer = [...pairs.keys()].find((close) => close > inner! && pairs.get(close)! < pairs.get(inner!)!);
    if (inner === undefined || outer === undefined) return undefined;
    const from = pairs.get(inner)!;
    return {
      kind: "lines in column one",
      lines: lines
        .map((line, at) => (at > from && at < outer ? line.trimStart() : line))
        .filter((_, at) => at !== outer),
      places: [outer + 1],
    };
  },
  (lines, choice) => {
    const close = chosen([...partners(lines)!.keys()], choice)!;
    return {
      kind: "} dropped, no line indented",
      lines: lines.map((line) => line.trimStart()).filter((_, at) => at !== close),
      places: [close + 1],
    };
  },
];

function chosen<T>(from: readonly T[], choice: number): T | undefined {
  return from[choice % from.length];
}

function isNamed({ lines, places }: Torn, before: ReadonlySet<string>): boolean {
  const text = lines.join("\n");
  return errorsIn(text)
    .filter((each) => !before.has(said(each)))
    .some((each) => {
      const line = lineNamed(each.message, lines) ?? text.slice(0, each.place.start).split("\n").length;
      return places.some((place) => linesBetween(lines, line, place) <= 1);
    });
}

function lineNamed(message: string, lines: readonly string[]): number | undefined {
  if (message.endsWith("at the end of the file")) return lines.length + 1;
  const named = /before line (\d+)/.exec(message)?.[1];
  return named === undefined ? undefined : Number(named);
}

/** Blank lines and comments say nothing of where a brace was. */
function linesBetween(lines: readonly string[], a: number, b: number): number {
  return lines.slice(Math.min(a, b) - 1, Math.max(a, b) - 1).filter((line) => !isSilent(line)).length;
}

function errorsIn(text: string): readonly Diagnostic[] {
  const { files } = lint({
    paths: ["keepalived.conf"],
    host: memoryHost({ "keepalived.conf": text }),
    target: newestVersion,
    // What rests on more than the braces costs time and changes nothing.
    only: ["syntax", "daemon"],
  });
  return files
    .flatMap(({ diagnostics }) => diagnostics)
    .filter(({ severity, causedBy }) => severity === "error" && causedBy === undefined);
}

const said = ({ rule, message }: Diagnostic) => `${rule} ${message}`;
