import { assignArguments, assignLine, type EffectiveStatement, perHost, statementsOf } from "@kalint/daemon";
import { type Argument, type Keyword, lineGrammars, type Version } from "@kalint/schema";
import type { Company } from "../company.js";

/** What a host writes, by the type of the argument: the number of times for each value. */
const writtenOn = perHost((host): ReadonlyMap<Argument["type"], ReadonlyMap<string, number>> => {
  const found = new Map<Argument["type"], Map<string, number>>();
  for (const statement of statementsOf(host.effective)) {
    for (const { type, value } of valuesIn(statement, host.effective.target)) {
      if (!kept.has(type)) continue;
      const counts = found.get(type) ?? new Map<string, number>();
      found.set(type, counts.set(value, (counts.get(value) ?? 0) + 1));
    }
  }
  return found;
});

const kept: ReadonlySet<Argument["type"]> = new Set(["interface", "email", "user", "group", "script"] as const);

function* valuesIn(
  { keyword, words, lines }: EffectiveStatement,
  target: Version,
): Iterable<{ readonly type: Argument["type"]; readonly value: string }> {
  const grammar = keyword.lines === undefined ? undefined : lineGrammars[keyword.lines];
  const all = [
    assignArguments(keyword.arguments, words.slice(1), target),
    ...(grammar ? lines.map((line) => assignLine(grammar, line.words, target, keyword.name)) : []),
  ];
  for (const { values } of all) {
    for (const { argument, word } of values)
      if (word.unknown === undefined) yield { type: argument.type, value: word.value };
  }
}

/** The values of a type on all hosts, the most used first. */
function written({ own, others }: Company, type: Argument["type"]): readonly string[] {
  const counts = new Map<string, number>();
  for (const host of [...own, ...others]) {
    for (const [value, count] of writtenOn(host).get(type) ?? []) counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
}

export function interfacesOf(company: Company): readonly string[] {
  return written(company, "interface").filter((name) => /^[\w.:@-]{1,15}$/.test(name));
}

export function emailsOf(company: Company): readonly string[] {
  return written(company, "email");
}

/** keepalived's own account comes before root: scripts of root's are a risk. */
export function usersOf(company: Company, type: "user" | "group"): readonly string[] {
  return [...new Set([...written(company, type), ...(type === "user" ? ["keepalived_script", "root"] : ["root"])])];
}

/** A command, and the keyword that it belongs to. */
export interface Command {
  readonly keyword: string;
  readonly command: string;
}

const commandsOn = perHost((host): readonly Command[] =>
  [...statementsOf(host.effective)].flatMap(({ keyword, words }) => {
    if (!keyword.arguments.some(({ type }) => type === "script")) return [];
    const { values } = assignArguments(keyword.arguments, words.slice(1), host.effective.target);
    return values.flatMap(({ argument, word }) =>
      argument.type === "script" && word.unknown === undefined ? [{ keyword: keyword.name, command: word.value }] : [],
    );
  }),
);

/** The commands that the hosts run at such a line: those of the same keyword first, then what follows from others of its kind. */
export function commandsFor(
  { own, others }: Company,
  keyword: string,
): readonly (Command & { readonly from?: string })[] {
  const all = [...own, ...others].flatMap(commandsOn);
  const same = all.filter((one) => one.keyword === keyword);
  const alike = all.filter((one) => one.keyword !== keyword && kindOf(one.keyword) === kindOf(keyword));
  const turned = same.length > 0 ? [] : alike.flatMap((one) => turnedFor(one, keyword));
  const unique = new Map([...same, ...turned, ...alike].toReversed().map((one) => [one.command, one]));
  return [...unique.values()].toReversed();
}

/** Commands of all other lines. */
export function scriptsOf(company: Company): readonly string[] {
  return written(company, "script");
}

/** A check has another script than what hears of a change. */
function kindOf(keyword: string): string {
  return /^(script|misc_path)$/.test(keyword)
    ? "check"
    : /^notify(_master|_backup|_fault|_stop|_deleted)?$/.test(keyword)
      ? "state"
      : keyword;
}

/** `notify.sh MASTER` of `notify_master` is `notify.sh BACKUP` for `notify_backup`. */
function turnedFor({ keyword, command }: Command, wanted: string): readonly (Command & { readonly from: string })[] {
  const [from, to] = [keyword, wanted].map((name) => /^notify_(master|backup|fault|stop|deleted)$/.exec(name)?.[1]);
  if (from === undefined || to === undefined) return [];
  const pattern = new RegExp(`(?<![A-Za-z])${from}(?![A-Za-z])`, "i");
  const [found] = pattern.exec(command) ?? [];
  if (found === undefined) return [];
  const word = found === from.toUpperCase() ? to.toUpperCase() : found === from ? to : undefined;
  return word === undefined ? [] : [{ keyword: wanted, command: command.replace(pattern, word), from: keyword }];
}

/** What the same keyword has at other places of the hosts, in whichever block. */
export function writtenElsewhere({ own, others }: Company, keyword: Keyword): readonly string[] {
  const values = [...own, ...others].flatMap((host) =>
    [...statementsOf(host.effective)].flatMap((statement) =>
      statement.keyword.name === keyword.name && statement.words.length === 2 ? (statement.words[1]?.value ?? []) : [],
    ),
  );
  return [...new Set(values)];
}

/** A name as it has to be written. */
export function quoted(name: string): string {
  return /[\s#!{}]/.test(name) ? `"${name}"` : name;
}
