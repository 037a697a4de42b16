/** Statements by their path or keyword, and what is written in one. */
import type { Keyword } from "@kalint/schema";
import { statementsIn, statementsOf } from "./evaluate.js";
import { perHost } from "./memo.js";
import type { HostConfiguration } from "./objects.js";
import type { EffectiveStatement, Place } from "./types.js";

/** The statements of these paths that the daemon reads, in order; blocks that it skips are left out. */
export function statementsAt(host: HostConfiguration, ...paths: readonly string[]): readonly EffectiveStatement[] {
  const lists = new Map<string, readonly EffectiveStatement[]>();
  for (const path of paths) {
    const found = statementsOfPath(host, path);
    if (found.length > 0) lists.set(path, found);
  }
  const [only = none] = lists.values();
  // Of several paths a text has mostly one.
  if (lists.size <= 1) return only;
  const kinds = new Set([...lists.keys()].map(rootOfPath));
  return host.effective.statements.flatMap((root) =>
    kinds.has(root.keyword.path)
      ? statementsIn(root).filter(({ keyword, skipped }) => skipped === undefined && lists.has(keyword.path))
      : none,
  );
}

const none: readonly EffectiveStatement[] = [];

/** A root block's path is the first part of the paths in it. */
function rootOfPath(path: string): string {
  const slash = path.indexOf("/");
  return slash < 0 ? path : path.slice(0, slash);
}

function statementsOfPath(host: HostConfiguration, path: string): readonly EffectiveStatement[] {
  return statementsByPath(host).get(path) ?? none;
}

const statementsByPath = perHost(({ effective }): ReadonlyMap<string, readonly EffectiveStatement[]> => {
  const byPath = new Map<string, EffectiveStatement[]>();
  for (const statement of statementsOf(effective)) {
    if (statement.skipped !== undefined) continue;
    const known = byPath.get(statement.keyword.path);
    if (known) known.push(statement);
    else byPath.set(statement.keyword.path, [statement]);
  }
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
  return statement.wording.words[index]?.value;
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
