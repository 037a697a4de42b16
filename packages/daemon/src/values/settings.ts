/** Which value of a keyword counts in a block: what the schema's record says of range, repetition, refusal and default. */
import {
  type Argument,
  allKeywords,
  argumentIn,
  type Keyword,
  keywordAt,
  keywordIn,
  type Repetition,
  type Version,
} from "@kalint/schema";
import { SourcedWord } from "../bind/sources.js";
import { perName } from "../memo.js";
import type { IpAddress, Sourced } from "../objects.js";
import { isSamePlace } from "../source.js";
import type { SplitWord, Wording } from "../text/words.js";
import type { EffectiveStatement } from "../types.js";
import { readArgument, type SettingValue, wordValue } from "./argument.js";
import type { AnyWord, AssignedWord } from "./assign.js";
import { checkValue } from "./check.js";
import { assignedIn, assignedOf, notesOf, type Taken } from "./notes.js";

/** The value that counts, the word that holds it, and its statement. */
export interface Setting<T extends SettingValue = SettingValue> extends Sourced<T> {
  readonly from: EffectiveStatement;
}

/** What has statements of its own: a block, or several of one kind taken together. */
export interface SettingBlock {
  readonly children: readonly EffectiveStatement[];
}

/**
 * The setting of a keyword under any of its names, by its first argument, or by the one that is named; `undefined` where
 * the block has none that the daemon takes. A keyword alone means `true`.
 */
export function settingOf(
  block: SettingBlock,
  keyword: Names,
  target: Version,
  argument?: string,
): Setting | undefined {
  let setting: Setting | undefined;
  const { children } = block;
  if (children.length < manyChildren) {
    // Most names are the only spelling of what they are: asked once, not of each child.
    const only = typeof keyword === "string" && !isSpelledVariously(keyword) ? keyword : undefined;
    for (let at = 0; at < children.length; at += 1) {
      const statement = children[at]!;
      const isMeant = only === undefined ? isNamed(statement.keyword, keyword) : statement.keyword.name === only;
      if (isMeant) setting = takeStatement(setting, statement, target);
    }
  } else {
    for (const statement of childrenCalled(children, keyword)) setting = takeStatement(setting, statement, target);
  }
  return argument === undefined || setting === undefined ? setting : otherArgument(setting.from, argument, target);
}

/** The setting after one more statement of the keyword: the earlier one itself where the daemon keeps that. */
export function takeStatement(
  earlier: Setting | undefined,
  statement: EffectiveStatement,
  target: Version,
): Setting | undefined {
  const keyword = keywordIn(statement.keyword, target);
  if (statement.skipped !== undefined) return earlier;
  if (earlier !== undefined && keepsEarlier(keyword, earlier, target)) return earlier;
  const taken = takenOf(statement, keyword, target);
  if (taken === "refused") return earlier;
  if (keyword.repetition === "sticky" && earlier !== undefined && isDropped(statement, earlier)) return earlier;
  return taken;
}

/** What a block sets by plain keywords, each under its main name. */
export type Settings = ReadonlyMap<string, Setting>;

/** All settings of a block in one pass, for who asks for many. */
export function settingsIn(block: SettingBlock, target: Version): Settings {
  const settings = new Map<string, Setting>();
  for (const statement of block.children) {
    if (!isPlain(statement.keyword)) continue;
    const [, name] = splitPath(mainPath(statement.keyword));
    const setting = takeStatement(settings.get(name), statement, target);
    if (setting) settings.set(name, setting);
    else settings.delete(name);
  }
  return settings;
}

function isPlain({ kind }: Keyword): boolean {
  return kind === "option" || kind === "flag";
}

/** What comes of a statement: nothing, where the daemon refuses its value or the first one counts, or a setting. */
export function outcomesIn(
  block: SettingBlock,
  target: Version,
): ReadonlyMap<EffectiveStatement, Setting | "ineffective" | undefined> {
  const settings = new Map<string, Setting | undefined>();
  const outcomes = new Map<EffectiveStatement, Setting | "ineffective" | undefined>();
  for (const statement of block.children) {
    if (!isPlain(statement.keyword)) continue;
    const path = mainPath(statement.keyword);
    const earlier = settings.get(path);
    const setting = takeStatement(earlier, statement, target);
    outcomes.set(statement, setting === earlier ? "ineffective" : setting);
    settings.set(path, setting);
  }
  return outcomes;
}

/** The value that the daemon uses instead of the word that is written; `undefined` where it is that word's own. */
export function replacementOf({ from, place, value }: Setting): string | number | undefined {
  const word = from.words.findLast((each) => isSamePlace(each.place, place));
  if (word === undefined || word === from.words[0] || typeof value === "object" || typeof value === "boolean") {
    return undefined;
  }
  const isWritten =
    typeof value === "number" ? Number(word.value) === value : value.toLowerCase() === word.value.toLowerCase();
  return isWritten ? undefined : value;
}

/** Repetitions where the first statement counts, and what comes later is dropped. */
export const keepsFirst: ReadonlySet<Repetition> = new Set(["first-wins", "first-kept", "once", "block-dropped"]);

/** Whether what comes later is dropped, because the earlier setting counts. */
export function keepsEarlier(keyword: Keyword, earlier: Setting, target: Version): boolean {
  if (keyword.repetition === "first-set") return earlier.value !== defaultOf(keyword, target);
  return keepsFirst.has(keyword.repetition);
}

/** `state BACKUP` behind `state MASTER`. A word that is no state is read as BACKUP, and counts. */
function isDropped({ wording, keyword }: EffectiveStatement, earlier: Setting): boolean {
  return earlier.value !== keyword.fallback && wording.words[1]?.value === keyword.fallback;
}

/** A block with more children is asked for its settings by each of them. */
const manyChildren = 64;

type Names = string | readonly string[];

function childrenCalled(children: readonly EffectiveStatement[], names: Names): readonly EffectiveStatement[] {
  let groups = byKeyword.get(children);
  if (groups === undefined) {
    groups = new Map();
    for (const child of children) {
      const group = groups.get(child.keyword);
      if (group) group.push(child);
      else groups.set(child.keyword, [child]);
    }
    byKeyword.set(children, groups);
  }
  const [first, ...others] = [...groups.keys()].filter((keyword) => isNamed(keyword, names));
  if (first === undefined) return [];
  return others.length === 0 ? groups.get(first)! : children.filter(({ keyword }) => isNamed(keyword, names));
}

const byKeyword = new WeakMap<readonly EffectiveStatement[], Map<Keyword, EffectiveStatement[]>>();

/** Whether a keyword is meant by one of the names: its own, that of its main spelling, or of another spelling of it. */
function isNamed(keyword: Keyword, names: Names): boolean {
  if (typeof names === "string") {
    return keyword.name === names || (isSpelledVariously(names) && isAlias(keyword, names));
  }
  return names.some((name) => isNamed(keyword, name));
}

/** Whether a name is one of several that mean the same somewhere. */
function isSpelledVariously(name: string): boolean {
  variouslySpelled ??= new Set(
    allKeywords.flatMap(({ name: own, aliasOf }) =>
      aliasOf === undefined ? [] : [own, aliasOf.slice(aliasOf.lastIndexOf("/") + 1)],
    ),
  );
  return variouslySpelled.has(name);
}

let variouslySpelled: Set<string> | undefined;

const isAlias = perName((keyword: Keyword, name): boolean => {
  const main = mainPath(keyword);
  const named = keywordAt(main.slice(0, main.lastIndexOf("/") + 1) + name);
  return named !== undefined && mainPath(named) === main;
});

function mainPath({ aliasOf, path }: Keyword): string {
  return aliasOf ?? path;
}

/** What a statement sets, kept with it, as several parts of the reading and many rules ask. */
export class TakenSetting extends SourcedWord<SettingValue, EffectiveStatement> {
  readonly target: Version;

  constructor(value: SettingValue, from: EffectiveStatement, index: number, target: Version) {
    super(value, from, index);
    this.target = target;
  }
}

function takenOf(statement: EffectiveStatement, keyword: Keyword, target: Version): Setting | "refused" | undefined {
  const { setting } = statement;
  if (setting?.target === target) return setting;
  const notes = notesOf(statement.wording, keyword, target);
  if (notes.taken === "unasked") notes.taken = take(statement.wording, keyword, target);
  const { taken } = notes;
  if (taken === "refused" || taken === undefined) return taken;
  statement.setting = new TakenSetting(taken.value, statement, taken.index, target);
  return statement.setting;
}

function take(wording: Wording, keyword: Keyword, target: Version): Taken {
  if (wording.words.length === 0) return "refused";
  if (keyword.kind === "flag") return { value: true, index: 0 };
  const assigned = firstWord(wording, keyword, target);
  if (assigned === undefined) {
    const [argument] = keyword.arguments;
    const isComplete = keyword.missingArgument === "allowed" || argument === undefined || argument.optional === true;
    return isComplete ? { value: valueAlone(argument, target), index: 0 } : "refused";
  }
  const value = assignedValue(assigned, keyword, target);
  if (value === "refused" || value === undefined) return value;
  return { value: value.value, index: wording.words.indexOf(assigned.word) };
}

/** The value of a keyword that stands alone. */
function valueAlone(declared: Argument | undefined, target: Version): SettingValue {
  if (declared?.default === undefined) return true;
  const argument = argumentIn(declared, target);
  return checkValue(declared.default, argument, target) === undefined
    ? readArgument(declared.default, argument, target)
    : true;
}

function firstWord(wording: Wording, keyword: Keyword, target: Version): AssignedWord<SplitWord> | undefined {
  if (keyword.splitter === undefined) {
    const { values } = assignedOf(wording, keyword, target).assignment;
    const [first] = values;
    // Of numbers without a word of their own the last one counts.
    return first?.option?.positional ? values.findLast(({ option }) => option === first.option) : first;
  }
  const [argument] = keyword.arguments;
  const [, word] = wording.words;
  if (argument === undefined || word === undefined || argument.type === "options" || argument.type === "variant") {
    return undefined;
  }
  return { argument, word };
}

function otherArgument(from: EffectiveStatement, name: string, target: Version): Setting | undefined {
  const keyword = keywordIn(from.keyword, target);
  const assigned = assignedIn(from, keyword, target).assignment.values.find(({ argument }) => argument.name === name);
  const value = assigned && assignedValue(assigned, keyword, target);
  if (assigned === undefined || value === undefined || value === "refused") return undefined;
  return new TakenSetting(value.value, from, from.wording.words.indexOf(assigned.word), target);
}

/** `undefined`: it is as if the setting had never been given. */
function assignedValue(
  assigned: AssignedWord<AnyWord>,
  keyword: Keyword,
  target: Version,
): { readonly value: SettingValue } | "refused" | undefined {
  const argument = argumentIn(assigned.argument, target);
  return wordValue(assigned, keyword, target, () => fallbackOf(keyword, argument, target));
}

function fallbackOf(keyword: Keyword, argument: Argument, target: Version): SettingValue | undefined {
  const text = keyword.fallback ?? keyword.default;
  return text === undefined || checkValue(text, argument, target) !== undefined
    ? undefined
    : readArgument(text, argument, target);
}

/** The value in force where nothing is written; `undefined` where it is no plain value. Worked out once for each keyword. */
export function defaultOf(keyword: Keyword, target: Version): SettingValue | undefined {
  const known = defaults.get(keyword);
  if (known?.target === target) return known.value;
  const value = readDefault(keyword, target);
  defaults.set(keyword, { target, value });
  return value;
}

const defaults = new WeakMap<Keyword, { readonly target: Version; readonly value: SettingValue | undefined }>();

function readDefault(keyword: Keyword, target: Version): SettingValue | undefined {
  const { kind, arguments: all, default: text } = keywordIn(keyword, target);
  if (text === undefined) return undefined;
  if (kind === "flag") return text !== "off" && text !== "false";
  const argument = all[0] && argumentIn(all[0], target);
  if (argument === undefined || checkValue(text, argument, target) !== undefined) return undefined;
  return readArgument(text, argument, target);
}

/** What is in force for a keyword: its value and, where it is written, the setting. */
export interface InForce<T extends SettingValue = SettingValue> {
  readonly value: T;
  readonly setting?: Setting<T>;
}

/** Where a keyword at `path` is looked for: in its own block, then in those that its record inherits from, by their path. */
export interface Scope {
  readonly block: SettingBlock;
  readonly path: string;
  readonly target: Version;
  /** The block at a path such as `global_defs` or `virtual_server`: that around this one, where there are several. */
  readonly outer: (path: string) => SettingBlock | undefined;
}

/** The block's own setting, else the nearest inherited one, else the default. */
export function inForce({ block, path, target, outer }: Scope): InForce | undefined {
  const keyword = keywordAt(path);
  if (keyword === undefined) return undefined;
  const own = settingOf(block, keyword.name, target);
  if (own) return { value: own.value, setting: own };
  const inherited = ancestorsOf(keyword);
  for (const ancestor of inherited) {
    const [owner, name] = splitPath(ancestor);
    const from = owner === splitPath(path)[0] ? block : outer(owner);
    const setting = from && settingOf(from, name, target);
    if (setting) return { value: setting.value, setting };
  }
  for (const each of [keyword, ...inherited.map(keywordAt)]) {
    const value = each && defaultOf(each, target);
    if (value !== undefined) return { value };
    // DNS_CHECK pauses for as long as its delay_loop.
    const sibling = each?.default === undefined ? undefined : keywordAt(`${splitPath(path)[0]}/${each.default}`);
    const other = sibling && inForce({ block, path: sibling.path, target, outer });
    if (other !== undefined) return { value: other.value };
  }
  return undefined;
}

/** Where else the value may come from, the nearest first. Worked out once for each keyword. */
function ancestorsOf(keyword: Keyword): readonly string[] {
  const { inherits } = keyword;
  if (inherits === undefined) return noAncestors;
  let known = ancestors.get(keyword);
  if (known === undefined) {
    known = inherits.flatMap((path) => {
      const other = keywordAt(path);
      return [path, ...(other ? ancestorsOf(other) : [])];
    });
    ancestors.set(keyword, known);
  }
  return known;
}

const noAncestors: readonly string[] = [];
const ancestors = new WeakMap<Keyword, readonly string[]>();

/** A keyword inside a block that lies in others, each known by its path. */
export function scopeIn(inner: EffectiveStatement, path: string, target: Version): Scope {
  const outer = (wanted: string): EffectiveStatement | undefined => {
    let block: EffectiveStatement | undefined = inner;
    while (block !== undefined && block.keyword.path !== wanted) block = block.parent;
    return block;
  };
  return { block: outer(splitPath(path)[0]) ?? { children: [] }, path, target, outer };
}

/** A keyword of `global_defs`, whose blocks count as one. */
export function inGlobals(block: SettingBlock, name: string, target: Version): Scope {
  return { block, path: `global_defs/${name}`, target, outer: () => undefined };
}

/** Kept, as there are no more paths than the schema has keywords, and each statement asks. */
function splitPath(path: string): readonly [string, string] {
  let parts = splitPaths.get(path);
  if (parts === undefined) {
    const slash = path.lastIndexOf("/");
    parts = [path.slice(0, Math.max(slash, 0)), path.slice(slash + 1)];
    splitPaths.set(path, parts);
  }
  return parts;
}

const splitPaths = new Map<string, readonly [string, string]>();

type Read<T extends SettingValue> = (
  block: SettingBlock,
  keyword: string | readonly string[],
  target: Version,
  argument?: string,
) => Setting<T> | undefined;

function typed<T extends SettingValue>(is: (value: SettingValue) => value is T): Read<T> {
  return (block, keyword, target, argument) => {
    const setting = settingOf(block, keyword, target, argument);
    return setting && is(setting.value) ? (setting as Setting<T>) : undefined;
  };
}

function typedInForce<T extends SettingValue>(is: (value: SettingValue) => value is T) {
  return (scope: Scope): InForce<T> | undefined => {
    const found = inForce(scope);
    return found !== undefined && is(found.value) ? (found as InForce<T>) : undefined;
  };
}

const isNumber = (value: SettingValue): value is number => typeof value === "number";
const isText = (value: SettingValue): value is string => typeof value === "string";
const isSwitch = (value: SettingValue): value is boolean => typeof value === "boolean";
const isAddress = (value: SettingValue): value is IpAddress => typeof value === "object";

/** In the argument's unit: seconds with their fraction where it takes a decimal number. */
export const numberSetting = typed(isNumber);
/** A text, or one of the schema's words in its own case (`TCP` for `tcp`). */
export const textSetting = typed(isText);
export const flagSetting = typed((value): value is true => value === true);
/** A flag, or a boolean; the keyword alone means true. */
export const switchSetting = typed(isSwitch);

function typedIn<T extends SettingValue>(is: (value: SettingValue) => value is T) {
  return (settings: Settings, name: string): Setting<T> | undefined => {
    const setting = settings.get(name);
    return setting !== undefined && is(setting.value) ? (setting as Setting<T>) : undefined;
  };
}

export const numberIn = typedIn(isNumber);
export const textIn = typedIn(isText);
export const flagIn = typedIn((value): value is true => value === true);
export const switchIn = typedIn(isSwitch);

export const numberInForce = typedInForce(isNumber);
export const addressInForce = typedInForce(isAddress);
export const switchInForce = typedInForce(isSwitch);
