import {
  type EffectiveStatement,
  fileOf,
  type HostConfiguration,
  type Place,
  perHost,
  statementsOf,
} from "@kalint/daemon";
import { lineEndAt } from "../edits.js";
import { quote } from "../suggest.js";
import type { Finding, Fix } from "../types.js";

/** The statements of these paths that the daemon reads, in order; blocks that it skips are left out. */
export function statementsAt(host: HostConfiguration, ...paths: readonly string[]): readonly EffectiveStatement[] {
  const byPath = statementsByPath(host);
  const [only] = paths;
  if (paths.length === 1 && only !== undefined) return (byPath.get(only) ?? []).map(({ statement }) => statement);
  const found = [...new Set(paths)].flatMap((path) => byPath.get(path) ?? []);
  return found.sort((a, b) => a.order - b.order).map(({ statement }) => statement);
}

interface Ordered {
  readonly order: number;
  readonly statement: EffectiveStatement;
}

const statementsByPath = perHost((host): ReadonlyMap<string, readonly Ordered[]> => {
  const byPath = new Map<string, Ordered[]>();
  let order = 0;
  for (const statement of statementsOf(host.effective)) {
    order += 1;
    if (statement.skipped !== undefined) continue;
    const list = byPath.get(statement.keyword.path);
    if (list) list.push({ order, statement });
    else byPath.set(statement.keyword.path, [{ order, statement }]);
  }
  return byPath;
});

export function childrenNamed(
  statement: EffectiveStatement,
  ...names: readonly string[]
): readonly EffectiveStatement[] {
  return statement.children.filter((child) => names.includes(child.keyword.name));
}

export function argumentOf(statement: EffectiveStatement, index = 1): string | undefined {
  return statement.words[index]?.value;
}

/** The header as it stands there: keyword and arguments. */
export function headerPlace(statement: EffectiveStatement): Place {
  const first = statement.words[0]!.place;
  const last = statement.words.at(-1)!.place;
  return first.file === last.file && last.end >= first.end ? { ...first, end: last.end } : first;
}

/** How messages name a block: `virtual_server 10.0.0.1 80`. */
export function nameOf(statement: EffectiveStatement): string {
  const [keyword, ...rest] = statement.words.map(({ value }) => value);
  return rest.length === 0 ? keyword! : `${keyword} ${quote(rest.join(" ")).slice(1, -1)}`;
}

/** The claim of a check at the end of a block: it names the line of the closing brace, or none where there is no brace. */
export function atEndOf(statement: EffectiveStatement): Pick<Finding, "daemon"> {
  const { end } = statement;
  return { daemon: { line: end === undefined || end.missing ? null : end.line } };
}

/** The claim of a check that runs once everything has been read, which names no line; none is made after a fatal stop. */
export function afterReading(host: HostConfiguration): Pick<Finding, "daemon"> {
  return host.effective.fatal ? {} : { daemon: { line: null } };
}

/** Takes the statement's line away. Nothing where it came out of a definition or shares its line with something else. */
export function removeStatement(host: HostConfiguration, statement: EffectiveStatement, title: string): readonly Fix[] {
  const text = fileOf(host.effective, statement.place)?.text;
  if (text === undefined || isExpanded(statement)) return [];
  const place = headerPlace(statement);
  const start = text.lastIndexOf("\n", place.start - 1) + 1;
  const end = text.indexOf("\n", place.end);
  const stop = end < 0 ? text.length : end + 1;
  const alone = text.slice(start, place.start).trim() === "" && text.slice(place.end, stop).trim() === "";
  return alone ? [{ title, safe: true, edits: [{ file: place.file, start, end: stop, text: "" }] }] : [];
}

/** Puts a line before the first statement of a block. `safe: false`: it is a choice. */
export function insertInto(host: HostConfiguration, block: EffectiveStatement, line: string): readonly Fix[] {
  const first = block.children[0];
  const text = first && fileOf(host.effective, first.place)?.text;
  if (text === undefined || isExpanded(first!) || isExpanded(block) || first!.place.file !== block.place.file)
    return [];
  const { file, start } = headerPlace(first!);
  const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  if (indent.trim() !== "") return [];
  const inserted = `${line}${lineEndAt(text, start)}${indent}`;
  return [{ title: `add \`${line}\``, safe: false, edits: [{ file, start, end: start, text: inserted }] }];
}

function isExpanded(statement: EffectiveStatement): boolean {
  return (
    statement.words.some((word) => word.expanded) ||
    statement.expansions.some(({ kind }) => kind === "definition" || kind === "repetition")
  );
}
