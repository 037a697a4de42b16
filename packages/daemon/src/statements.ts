/** Statements by their path, and what is written in one. */
import { statementsOf } from "./evaluate.js";
import { perHost } from "./memo.js";
import type { HostConfiguration } from "./objects.js";
import type { EffectiveStatement, Place } from "./types.js";

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
