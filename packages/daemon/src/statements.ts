/** Statements by their path or keyword, and what is written in one. */
import type { Keyword } from "@kalint/schema";
import { statementsOf } from "./evaluate.js";
import { perHost } from "./memo.js";
import type { HostConfiguration } from "./objects.js";
import type { EffectiveStatement, Place } from "./types.js";

/** The statements of these paths that the daemon reads, in order; blocks that it skips are left out. */
export function statementsAt(host: HostConfiguration, ...paths: readonly string[]): readonly EffectiveStatement[] {
  const byPath = statementsByPath(host);
  const lists = [...new Set(paths)].flatMap((path) => byPath.get(path) ?? []);
  const [only] = lists;
  // Of several paths a text has mostly one.
  if (only === undefined || lists.length === 1) return only?.statements ?? [];
  const found = lists.flatMap(({ statements, at }) =>
    statements.map((statement, index) => ({ statement, at: at[index]! })),
  );
  return found.sort((a, b) => a.at - b.at).map(({ statement }) => statement);
}

interface OfPath {
  readonly statements: EffectiveStatement[];
  /** Which one of the host's statements each is. */
  readonly at: number[];
}

const statementsByPath = perHost((host): ReadonlyMap<string, OfPath> => {
  const byPath = new Map<string, OfPath>();
  statementsOf(host.effective).forEach((statement, at) => {
    if (statement.skipped !== undefined) return;
    let ofPath = byPath.get(statement.keyword.path);
    if (ofPath === undefined) {
      ofPath = { statements: [], at: [] };
      byPath.set(statement.keyword.path, ofPath);
    }
    ofPath.statements.push(statement);
    ofPath.at.push(at);
  });
  return byPath;
});

/** Every statement by its keyword, in order, those of skipped blocks too: for what concerns few keywords. */
export const statementsByKeyword = perHost(({ effective }): ReadonlyMap<Keyword, readonly EffectiveStatement[]> => {
  const byKeyword = new Map<Keyword, EffectiveStatement[]>();
  for (const statement of statementsOf(effective)) {
    const known = byKeyword.get(statement.keyword);
    if (known) known.push(statement);
    else byKeyword.set(statement.keyword, [statement]);
  }
  return byKeyword;
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
