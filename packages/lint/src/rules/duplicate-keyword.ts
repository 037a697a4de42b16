import {
  type EffectiveStatement,
  type HostConfiguration,
  keepsEarlier,
  keepsFirst,
  perBlock,
  replacementOf,
  rootOf,
  type Setting,
  statementsByKeyword,
  statementsIn,
  takeStatement,
} from "@kalint/daemon";
import { dependsOnBuild, type Keyword, keywordIn, say, type Version } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { lineShown } from "../reading.js";
import type { Finding } from "../types.js";

export const duplicateKeyword = defineHostRule({
  id: "duplicate-keyword",
  category: "daemon",
  severity: "warning",
  summary: "A keyword that appears twice in a block, although only one of the two counts.",
  why: "For most keywords the last line wins and keepalived says nothing, so an earlier value looks as if it were in force.",
  advice: "Keep the line that you want and remove the other.",
  since: "0.1.0",
  source: "packages/schema: the keyword's own record; npm run conformance asks for each keyword twice",
  bad: [
    {
      files: exampleInstance(["priority 150"]),
    },
  ],
  good: [
    {
      files: exampleInstance([], { priority: 150 }),
    },
  ],
  check(host, report) {
    const { target, statements } = host.effective;
    const pairOf = pairs(target);
    for (const root of statements) {
      for (const statement of isMerged(root) ? statementsIn(root) : [root]) {
        const pair = pairOf(statement);
        if (pair) report(describe(host, pair));
      }
    }
    for (const root of repeating(host)) for (const pair of pairsIn(root, target)) report(describe(host, pair));
  },
});

function isMerged({ keyword }: EffectiveStatement): boolean {
  return keyword.repetition === "merge";
}

/** The blocks, of those that are not merged, in one of which a keyword may come twice: few do. */
function repeating(host: HostConfiguration): ReadonlySet<EffectiveStatement> {
  const { target } = host.effective;
  const spellings = new Map<string, (readonly EffectiveStatement[])[]>();
  for (const [keyword, statements] of statementsByKeyword(host)) {
    if (mayRepeat.has(keywordIn(keyword, target).repetition)) continue;
    const path = keyword.aliasOf ?? keyword.path;
    const others = spellings.get(path);
    if (others) others.push(statements);
    else spellings.set(path, [statements]);
  }
  const found = new Set<EffectiveStatement>();
  for (const lists of spellings.values()) {
    // Those of one block come one after the other.
    for (const statement of lists.length === 1 ? followers(lists[0]!) : lists.flat()) {
      const root = rootOf(statement);
      if (statement !== root && !isMerged(root)) found.add(root);
    }
  }
  return found;
}

function followers(statements: readonly EffectiveStatement[]): readonly EffectiveStatement[] {
  return statements.filter(({ parent }, index) => index > 0 && parent === statements[index - 1]!.parent);
}

/** The repeated keywords of a block that is not merged with others. */
const pairsIn = perBlock((root, target): readonly Pair[] => {
  const pairOf = pairs(target);
  return statementsIn(root).flatMap((statement) => (statement === root ? [] : (pairOf(statement) ?? [])));
});

/** For statements in order, the earlier one that each repeats. */
function pairs(target: Version): (statement: EffectiveStatement) => Pair | undefined {
  const scopeOf = scopes();
  return (statement) => {
    const keyword = keywordIn(statement.keyword, target);
    if (mayRepeat.has(keyword.repetition)) return undefined;
    const { aliasOf } = keyword;
    const name = aliasOf === undefined ? keyword.name : aliasOf.slice(aliasOf.lastIndexOf("/") + 1);
    const scope = scopeOf(statement.parent);
    const other = scope.first.get(name);
    // Most keywords come once: what the first one sets is worked out when there is a second.
    if (other === undefined) {
      // An empty list does not count: keepalived takes the next one.
      const isEmpty = keyword.kind === "lines" && keyword.repetition === "once" && statement.lines.length === 0;
      if (!isEmpty) scope.first.set(name, statement);
      return undefined;
    }
    scope.known ??= new Map();
    const earlier = scope.known.get(name) ?? after(undefined, other, keywordIn(other.keyword, target), target);
    const now = after(earlier, statement, keyword, target);
    scope.known.set(name, now);
    return { keyword, earlier, statement, setting: now.setting };
  };
}

/** What was in force before a statement, and the statement that it is held against. */
interface Earlier {
  readonly statement: EffectiveStatement;
  readonly setting?: Setting;
}

const mayRepeat: ReadonlySet<Keyword["repetition"]> = new Set(["list", "merge", "unique-name"]);

function after(
  earlier: Earlier | undefined,
  statement: EffectiveStatement,
  keyword: Keyword,
  target: Version,
): Earlier {
  const setting = takeStatement(earlier?.setting, statement, target);
  return { statement: countingOne(earlier, statement, setting, keyword), ...(setting && { setting }) };
}

/** What was seen in a block, by keyword. */
interface Scope {
  readonly first: Map<string, EffectiveStatement>;
  /** Of those that were seen twice. */
  known?: Map<string, Earlier>;
  merged?: Map<string, Scope>;
}

/** Blocks that are merged count as one. */
function scopes(): (parent: EffectiveStatement | undefined) => Scope {
  const newScope = (): Scope => ({ first: new Map() });
  const root = newScope();
  const ofBlocks = new Map<EffectiveStatement, Scope>();
  return function scopeOf(parent): Scope {
    if (parent === undefined) return root;
    const isMerged = parent.keyword.repetition === "merge";
    const around = isMerged ? scopeOf(parent.parent) : undefined;
    const found = around ? around.merged?.get(parent.keyword.name) : ofBlocks.get(parent);
    if (found !== undefined) return found;
    const scope = newScope();
    if (around) {
      around.merged ??= new Map();
      around.merged.set(parent.keyword.name, scope);
    } else ofBlocks.set(parent, scope);
    return scope;
  };
}

/** The statement that a third one is held against: where the first counts, that one, and never one that is refused. */
function countingOne(
  earlier: Earlier | undefined,
  statement: EffectiveStatement,
  setting: Setting | undefined,
  { kind, repetition }: Keyword,
): EffectiveStatement {
  if (isBlock(kind)) return earlier !== undefined && keepsFirst.has(repetition) ? earlier.statement : statement;
  return setting?.from ?? statement;
}

function isBlock(kind: Keyword["kind"]): boolean {
  return kind === "block" || kind === "lines";
}

interface Pair {
  readonly keyword: Keyword;
  readonly earlier: Earlier;
  readonly statement: EffectiveStatement;
  /** What is in force after the statement. */
  readonly setting: Setting | undefined;
}

function describe(host: HostConfiguration, pair: Pair): Finding {
  const { keyword, earlier, statement } = pair;
  const other = earlier.statement;
  const at = lineShown(host, other.place, statement.place, other.line);
  const { text, ...rest } = outcomeOf(host, pair);
  return {
    place: (statement.words[0] ?? statement).place,
    message: say`${keyword.name} already appears on ${at}${text}`,
    related: [{ place: (other.words[0] ?? other).place, message: say`the other one` }],
    ...rest,
  };
}

type Outcome = { readonly text: string } & Pick<Finding, "severity" | "daemon">;

function outcomeOf(host: HostConfiguration, pair: Pair): Outcome {
  const { keyword, earlier, statement, setting } = pair;
  const same = valueText(statement) === valueText(earlier.statement);
  const claim = dependsOnBuild(keyword) ? {} : ({ daemon: true } as const);
  if (isDropped(pair, host.effective.target)) {
    const silent = keyword.repetition === "first-kept";
    if (silent && same) return sameValue();
    return { text: say`: this one is ignored`, severity: "error", ...(!silent && claim) };
  }
  if (!isBlock(keyword.kind)) {
    if (earlier.setting === undefined)
      return { text: say` with a value that keepalived refuses: this one counts`, severity: "info" };
    if (setting === earlier.setting)
      return { text: say`: keepalived refuses ${shown(statement)} here and keeps ${shown(earlier.statement)}` };
    if (setting === undefined)
      return { text: say`: keepalived refuses ${shown(statement)} here and forgets ${shown(earlier.statement)} too` };
  }
  const used = setting && replacementOf(setting);
  if (used !== undefined) {
    return {
      text: say`: keepalived does not take ${shown(statement)} here, uses ${used} and forgets ${shown(earlier.statement)}`,
    };
  }
  switch (keyword.repetition) {
    case "last-wins-reported":
      return { text: say`: this one replaces it`, ...claim };
    case "idempotent":
      return { text: "", severity: "info" };
    default:
      return same
        ? sameValue()
        : { text: say`: keepalived uses ${shown(statement)} from here and forgets ${shown(earlier.statement)}` };
  }
}

function sameValue(): Outcome {
  return { text: say` with the same value`, severity: "info" };
}

/** Whether the first line counts and this one is dropped for coming later. */
function isDropped({ keyword, earlier, statement }: Pair, target: Version): boolean {
  const { kind, repetition, fallback } = keyword;
  if (isBlock(kind)) return keepsFirst.has(repetition);
  if (earlier.setting === undefined) return false;
  if (repetition === "sticky") return earlier.setting.value !== fallback && valueText(statement) === fallback;
  return keepsEarlier(keyword, earlier.setting, target);
}

function valueText({ words }: EffectiveStatement): string {
  return words
    .slice(1)
    .map(({ value }) => value)
    .join(" ");
}

function shown(statement: EffectiveStatement): string {
  return valueText(statement) || say`the value`;
}
