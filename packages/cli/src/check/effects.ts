import { printEffective } from "@kalint/daemon";
import { applyFixes, type Diagnostic, type Fix } from "@kalint/lint";
import { hostsOf, withHostsWhenAsked } from "@kalint/project";
import { maskSecrets } from "@kalint/schema";
import type { NodeHost } from "../files/host.js";
import type { ChangedFile } from "./fix.js";
import type { Group } from "./groups.js";
import { type LintOptions, type LintRun, requestOf } from "./lint.js";

/** Each takes a reading of its own: of so many fixes it is said, of more it is not. */
const mostFixes = 100;

/** Whose texts are read, and how. */
export interface Reading {
  readonly groups: readonly Group[];
  readonly host: NodeHost;
  readonly directory: string;
  readonly options: LintOptions;
}

/** The run with what each fix would change for the daemon; not where nobody knows: in templates and fragments. */
export function withEffects(run: LintRun, reading: Reading): LintRun {
  const { host, groups } = reading;
  const fixes = run.files.flatMap(({ diagnostics }) => diagnostics.flatMap(({ fixes = [] }) => fixes));
  const changed = new Set(fixes.flatMap(({ edits }) => edits.map(({ file }) => file)));
  const before = holdingsOf(reading, new Set(groups.flatMap(({ queries }) => [...queries.readTogether(changed)])));
  let left = mostFixes;
  const addTo = (fix: Fix): Fix => {
    const texts = textsWith(fix, host);
    left -= 1;
    const readers = new Set([...texts.keys()].flatMap((path) => [...(before.readers.get(path) ?? [])]));
    if (left < 0 || ![...texts.keys()].every((path) => before.readers.has(path))) return fix;
    const originals = [...texts.keys()].map((path): [string, string] => [path, host.read(path) ?? ""]);
    for (const [path, text] of texts) host.overlay(path, text);
    const effect = changesBetween(before, holdingsOf(reading, readers));
    for (const [path, text] of originals) host.overlay(path, text);
    return { ...fix, effect };
  };
  const withFixes = (found: Diagnostic): Diagnostic =>
    found.fixes === undefined ? found : { ...found, fixes: found.fixes.map(addTo) };
  return { ...run, files: run.files.map((file) => ({ ...file, diagnostics: file.diagnostics.map(withFixes) })) };
}

/** What changes that are in the host's texts change for the daemon. */
export function effectOf(changed: readonly ChangedFile[], reading: Reading): readonly string[] {
  const after = holdingsOf(reading);
  for (const { path, before } of changed) reading.host.overlay(path, before);
  const before = holdingsOf(reading);
  for (const file of changed) reading.host.overlay(file.path, file.after);
  return changesBetween(before, after);
}

interface Holdings {
  /** For each host, by file and config-id, the lines that count, each behind the blocks that it is in. */
  readonly hosts: ReadonlyMap<string, readonly string[]>;
  /** Of each file that they have read, the main files that lead to it. */
  readonly readers: ReadonlyMap<string, ReadonlySet<string>>;
}

function holdingsOf({ groups, host, directory, options }: Reading, mains?: ReadonlySet<string>): Holdings {
  const { progress: _, ...silent } = options;
  const hosts = new Map<string, readonly string[]>();
  const readers = new Map<string, Set<string>>();
  for (const group of groups) {
    const { neighbours: __, ...request } = requestOf(group, host, directory, silent);
    const asked = mains === undefined ? request.paths : request.paths.filter((path) => mains.has(path));
    const queries = withHostsWhenAsked(group.queries);
    const paths = asked.filter((path) => !group.queries.isTemplate(path, host.read(path) ?? ""));
    for (const { path, configId, configuration, isHost } of hostsOf({ ...request, paths, queries })) {
      const { effective } = configuration;
      // A fragment by itself holds nothing.
      if (isHost === "no" || effective.statements.length === 0) continue;
      const text = printEffective(effective, { origins: false, asRead: true, lineOf: () => 0 });
      hosts.set(`${path}\0${configId ?? ""}`, linesWithBlocks(text));
      for (const file of effective.files) readers.set(file.path, (readers.get(file.path) ?? new Set()).add(path));
    }
  }
  return { hosts, readers };
}

/** `vrrp_instance web > priority 100` */
function linesWithBlocks(text: string): readonly string[] {
  const blocks: string[] = [];
  return text.split("\n").flatMap((line) => {
    const words = line.trim();
    if (words === "") return [];
    if (words === "}") {
      blocks.pop();
      return [];
    }
    const opens = words.endsWith(" {");
    const name = opens ? words.slice(0, -2) : words;
    const shown = [...blocks, name].join(" > ");
    if (opens) blocks.push(name);
    return [shown];
  });
}

/** `- ` before a line that goes, `+ ` before one that comes; hosts that change alike are told once. */
function changesBetween(before: Holdings, after: Holdings): readonly string[] {
  const changes = new Set<string>();
  for (const [key, now] of after.hosts) {
    const then = before.hosts.get(key) ?? [];
    for (const line of without(then, now)) changes.add(`- ${masked(line)}`);
    for (const line of without(now, then)) changes.add(`+ ${masked(line)}`);
  }
  return [...changes];
}

function masked(line: string): string {
  const end = line.lastIndexOf(" > ");
  return line.slice(0, end < 0 ? 0 : end + 3) + maskSecrets(line.slice(end < 0 ? 0 : end + 3));
}

/** What the first list holds more often than the second. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

function textsWith(fix: Fix, host: NodeHost): ReadonlyMap<string, string> {
  const files = [...new Set(fix.edits.map(({ file }) => file))];
  return new Map(
    files.map((file) => {
      const own = { ...fix, edits: fix.edits.filter((edit) => edit.file === file) };
      return [file, applyFixes(host.read(file) ?? "", [own], { unsafe: true })];
    }),
  );
}
