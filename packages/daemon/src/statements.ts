/** Statements by their path or keyword, and what is written in one. */
import type { Keyword } from "@kalint/schema";
import { createMemory, perObject } from "./memo.js";
import type { HostConfiguration } from "./objects.js";
import type { EffectiveConfiguration, EffectiveLine, EffectiveStatement, Place } from "./types.js";

/** The statements of a reading, gone through once, as nearly every rule asks. */
interface Listed {
  all: readonly EffectiveStatement[] | undefined;
  readonly byKeyword: Map<Keyword, readonly EffectiveStatement[]>;
  /** Without those of blocks that the daemon skips. */
  readonly byPath: Map<string, readonly EffectiveStatement[]>;
}

const listings = createMemory<EffectiveConfiguration, Listed | undefined>();

function listed(effective: EffectiveConfiguration): Listed {
  const known = listings.get(effective);
  if (known) return known;
  const all: EffectiveStatement[] = [];
  const byKeyword = byKeywordOf(effective.statements, all);
  const made: Listed = { all, byKeyword, byPath: new Map() };
  for (const keyword of byKeyword.keys()) notePath(made, keyword);
  listings.set(effective, made);
  return made;
}

function byKeywordOf(
  roots: readonly EffectiveStatement[],
  all?: EffectiveStatement[],
): Map<Keyword, EffectiveStatement[]> {
  const byKeyword = new Map<Keyword, EffectiveStatement[]>();
  forAll(roots, (statement) => {
    all?.push(statement);
    const known = byKeyword.get(statement.keyword);
    if (known) known.push(statement);
    else byKeyword.set(statement.keyword, [statement]);
  });
  return byKeyword;
}

/** Each before what its block holds. */
function forAll(statements: readonly EffectiveStatement[], act: (statement: EffectiveStatement) => void): void {
  for (let index = 0; index < statements.length; index += 1) {
    const statement = statements[index]!;
    act(statement);
    forAll(statement.children, act);
  }
}

function notePath({ byKeyword, byPath }: Listed, keyword: Keyword): void {
  const statements = byKeyword.get(keyword) ?? none;
  const read = statements.some(({ skipped }) => skipped !== undefined)
    ? statements.filter(({ skipped }) => skipped === undefined)
    : statements;
  if (read.length > 0) byPath.set(keyword.path, read);
  else byPath.delete(keyword.path);
}

/** Blocks of one file that were read again. */
interface ReadAgain {
  readonly old: readonly EffectiveStatement[];
  readonly now: readonly EffectiveStatement[];
  /** The block behind them. */
  readonly next: EffectiveStatement | undefined;
}

/**
 * Gives a reading the lists of the one that it was made from: those of keywords that the edited blocks do not have stay as they
 * are.
 */
export function takeOverLists(
  before: EffectiveConfiguration,
  after: EffectiveConfiguration,
  { old, now, next }: ReadAgain,
): void {
  const lists = listings.get(before);
  if (lists === undefined) return;
  listings.set(before, undefined);
  lists.all = undefined;
  const [gone, added] = [byKeywordOf(old), byKeywordOf(now)];
  const end = next?.place.start ?? Number.POSITIVE_INFINITY;
  for (const keyword of new Set([...gone.keys(), ...added.keys()])) {
    const list = lists.byKeyword.get(keyword) ?? none;
    const [first] = gone.get(keyword) ?? none;
    const behind = list.findIndex((each) => (first ? each === first : each.place.start >= end));
    const at = behind < 0 ? list.length : behind;
    const rest = list.slice(at + (gone.get(keyword)?.length ?? 0));
    const all = [...list.slice(0, at), ...(added.get(keyword) ?? none), ...rest];
    if (all.length > 0) lists.byKeyword.set(keyword, all);
    else lists.byKeyword.delete(keyword);
    notePath(lists, keyword);
  }
  listings.set(after, lists);
}

/** Every statement, each before what its block holds. */
export function statementsOf(effective: EffectiveConfiguration): readonly EffectiveStatement[] {
  const lists = listed(effective);
  if (lists.all === undefined) {
    const all: EffectiveStatement[] = [];
    forAll(effective.statements, (statement) => all.push(statement));
    lists.all = all;
  }
  return lists.all;
}

/** A root block and all that is in it: the same list in each reading that takes the block over. */
export const statementsIn = perObject((root: EffectiveStatement): readonly EffectiveStatement[] => {
  const all: EffectiveStatement[] = [];
  forAll([root], (statement) => all.push(statement));
  return all;
});

/** The block of the top level that a statement is in, or is. */
export function rootOf(statement: EffectiveStatement): EffectiveStatement {
  let root = statement;
  while (root.parent !== undefined) root = root.parent;
  return root;
}

/** Every statement by its keyword, in order, those of skipped blocks too: for what concerns few keywords. */
export function statementsByKeyword({
  effective,
}: HostConfiguration): ReadonlyMap<Keyword, readonly EffectiveStatement[]> {
  return listed(effective).byKeyword;
}

/** The statements with such keywords, in order. */
export function statementsWith(
  effective: EffectiveConfiguration,
  isWanted: (keyword: Keyword) => boolean,
): readonly EffectiveStatement[] {
  const found: (readonly EffectiveStatement[])[] = [];
  listed(effective).byKeyword.forEach((statements, keyword) => {
    if (isWanted(keyword)) found.push(statements);
  });
  const [only = none] = found;
  if (found.length <= 1) return only;
  const wanted = new Set(found.map(([first]) => first!.keyword));
  const blocks = new Set<EffectiveStatement>();
  for (const statements of found) {
    for (let { parent } of statements) {
      for (; parent !== undefined && !blocks.has(parent); { parent } = parent) blocks.add(parent);
    }
  }
  const all: EffectiveStatement[] = [];
  const add = (statement: EffectiveStatement): void => {
    if (wanted.has(statement.keyword)) all.push(statement);
    if (blocks.has(statement)) statement.children.forEach(add);
  };
  effective.statements.forEach(add);
  return all;
}

const firstLines = createMemory<EffectiveConfiguration, readonly (EffectiveStatement | EffectiveLine)[]>();

export function keepFirstLines(
  effective: EffectiveConfiguration,
  lines: readonly (EffectiveStatement | EffectiveLine)[],
): void {
  firstLines.set(effective, lines);
}

/**
 * Of all lines that have one text and are read as one keyword at least one, blocks' free lines among them: for what the text
 * decides. `undefined` where blocks were taken over from an earlier reading.
 */
export function firstLinesOf(
  effective: EffectiveConfiguration,
): readonly (EffectiveStatement | EffectiveLine)[] | undefined {
  return firstLines.get(effective);
}

/** The statements of these paths that the daemon reads, in order; blocks that it skips are left out. */
export function statementsAt(host: HostConfiguration, ...paths: readonly string[]): readonly EffectiveStatement[] {
  let found = none;
  let count = 0;
  for (const path of paths) {
    const statements = statementsOfPath(host, path);
    if (statements.length === 0) continue;
    found = statements;
    count += 1;
  }
  // Of several paths a text has mostly one.
  if (count <= 1) return found;
  const written = paths.filter((path) => statementsOfPath(host, path).length > 0);
  const kinds = new Set(written.map(rootOfPath));
  return host.effective.statements.flatMap((root) =>
    kinds.has(root.keyword.path)
      ? statementsIn(root).filter(({ keyword, skipped }) => skipped === undefined && written.includes(keyword.path))
      : none,
  );
}

const none: readonly EffectiveStatement[] = [];

/** A root block's path is the first part of the paths in it. */
function rootOfPath(path: string): string {
  const slash = path.indexOf("/");
  return slash < 0 ? path : path.slice(0, slash);
}

function statementsOfPath({ effective }: HostConfiguration, path: string): readonly EffectiveStatement[] {
  return listed(effective).byPath.get(path) ?? none;
}

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

const headers = createMemory<EffectiveStatement, Place>();
