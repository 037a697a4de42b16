import {
  bind,
  type EffectiveConfiguration,
  type EffectiveLine,
  type EffectiveStatement,
  evaluate,
  type Host,
  type HostConfiguration,
  memoryHost,
  statementsOf,
} from "@kalint/daemon";
import { newestVersion, type Version } from "@kalint/schema";
import { expect } from "vitest";

export interface Setting {
  readonly target?: Version;
  readonly configId?: string;
  /** Further files, by path from the folder of the main file. */
  readonly files?: Readonly<Record<string, string>>;
  /** Files with an execute bit. */
  readonly executable?: readonly string[];
}

const main = "/etc/keepalived/keepalived.conf";

export function read(
  text: string,
  { target = newestVersion, configId, files = {}, executable = [] }: Setting = {},
): EffectiveConfiguration {
  const paths = Object.entries(files).map(([path, content]) => [
    path.startsWith("/") ? path : `/etc/keepalived/${path}`,
    content,
  ]);
  const memory = memoryHost({ [main]: text, ...Object.fromEntries(paths) });
  const host: Host = {
    ...memory,
    stat(path) {
      const found = memory.stat(path);
      return found && { ...found, executable: executable.some((name) => path.endsWith(`/${name}`)) };
    },
  };
  return evaluate({ path: main, host, target, ...(configId === undefined ? {} : { configId }) });
}

export function bound(text: string, setting: Setting = {}): HostConfiguration {
  return bind(read(text, setting), "here");
}

/** What the daemon complains of: `3 unknown-keyword foo`, `- missing-close`; `(not said)` where it does not. */
export function problemsOf(effective: EffectiveConfiguration): readonly string[] {
  return effective.problems.map(({ kind, line, word, daemon, place }) =>
    [
      place.file === main ? "" : `${place.file.split("/").at(-1)}:`,
      line ?? "-",
      ` ${kind}`,
      word ? ` ${word.value}` : "",
      daemon ? "" : " (not said)",
    ].join(""),
  );
}

/** One line a statement: its path, its other words, and what became of it. */
export function shapeOf(effective: EffectiveConfiguration): readonly string[] {
  return [...statementsOf(effective)].flatMap((statement) => [
    [statement.keyword.path, ...wordsAfter(statement)].join(" ") + (statement.skipped ? ` [${statement.skipped}]` : ""),
    ...statement.lines.map((line) => `${statement.keyword.path}: ${line.words.map(({ value }) => value).join(" ")}`),
  ]);
}

function wordsAfter({ words }: EffectiveStatement | EffectiveLine): readonly string[] {
  return words.slice(1).map(({ value }) => (value === "" || /\s/.test(value) ? `"${value}"` : value));
}

export function checkProblems(text: string, expected: readonly string[], setting: Setting = {}): void {
  expect(problemsOf(read(text, setting))).toEqual(expected);
}

/** Both versions that were observed, and one result. */
export function checkProblemsInBoth(text: string, expected: readonly string[], setting: Setting = {}): void {
  for (const target of ["2.2.7", "2.4.3"] as const) checkProblems(text, expected, { ...setting, target });
}

export function checkShape(text: string, expected: readonly string[], setting: Setting = {}): void {
  expect(shapeOf(read(text, setting))).toEqual(expected);
}

/** The one value of `router_id` in the global block: what became of a line's text. */
export function routerId(line: string, setting: Setting = {}): string | undefined {
  return [...statementsOf(read(line, setting))]
    .find(({ keyword }) => keyword.name === "router_id")
    ?.words.slice(1)
    .map(({ value }) => value)
    .join("|");
}
