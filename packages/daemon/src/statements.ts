/** Statements by their path, and what is written in one. */
import { statementsOf } from "./evaluate.js";
import { perHost } from "./memo.js";
import type { HostConfiguration } from "./objects.js";
import type { EffectiveStatement, Place } from "./types.js";

/** The statements of these paths that the daemon reads, in order; blocks that it skips are left out. */
export function statementsAt(host: HostConfiguration, ...paths: readonly string[]): readonly EffectiveStatement[] {
  const byPath = statementsByPath(host);
  const [only, ...others] = new Set(paths);
  if (only === undefined || others.length === 0) return byPath.get(only ?? "") ?? [];
  const found = [only, ...others].flatMap((path) => byPath.get(path) ?? []);
  const order = orderOf(host);
  return found.sort((a, b) => order.get(a)! - order.get(b)!);
}

const orderOf = perHost(
  ({ effective }): ReadonlyMap<EffectiveStatement, number> =>
    new Map(statementsOf(effective).map((statement, index) => [statement, index])),
);

const statementsByPath = perHost(({ effective }): ReadonlyMap<string, readonly EffectiveStatement[]> => {
  const byPath = new Map<string, EffectiveStatement[]>();
  for (const statement of statementsOf(effective)) {
    if (statement.skipped !== undefined) continue;
    const list = byPath.get(statement.keyword.path);
    if (list) list.push(statement);
    else byPath.set(statement.keyword.path, [statement]);
  }
  return byPath;
});

export function argumentOf(statement: EffectiveStatement, index = 1): string | undefined {
  return statement.words[index]?.value;
}

/** The header as it is written: keyword and arguments. */
export function headerPlace(statement: EffectiveStatement): Place {
  const known = headers.get(statement);
  if (known) return known;
  const first = statement.words[0]!.place;
  const last = statement.words.at(-1)!.place;
  if (first.file !== last.file || last.end < first.end) return first;
  const place = { ...first, end: last.end };
  headers.set(statement, place);
  return place;
}

/** The place that was made for a header, where one was: it moves with its statement. */
export function ownHeaderPlace(statement: EffectiveStatement): Place | undefined {
  return headers.get(statement);
}

const headers = new WeakMap<EffectiveStatement, Place>();
