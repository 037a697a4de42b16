/** What a configuration defines by name, and where those names are used. */
import type { Argument, Keyword, LineGrammar, SymbolKind } from "@kalint/schema";
import { lineGrammars } from "@kalint/schema";
import { createMemory } from "../memo.js";
import { hasLongName } from "../read/headers.js";
import { rootOf, statementsWith } from "../statements.js";
import type { SplitWord } from "../text/words.js";
import type {
  EffectiveConfiguration,
  EffectiveLine,
  EffectiveStatement,
  EffectiveWord,
  SymbolDefinition,
  SymbolReference,
} from "../types.js";

const defining: Readonly<Record<string, SymbolKind>> = {
  vrrp_instance: "vrrp_instance",
  vrrp_sync_group: "vrrp_sync_group",
  vrrp_script: "vrrp_script",
  vrrp_track_process: "vrrp_track_process",
  track_file: "track_file",
  vrrp_track_file: "track_file",
  track_group: "track_group",
  bfd_instance: "bfd_instance",
  virtual_server_group: "virtual_server_group",
};

/** Blocks that the daemon skips define nothing. */
export function definitionsOf(effective: EffectiveConfiguration): readonly SymbolDefinition[] {
  const definitions: SymbolDefinition[] = [];
  for (const statement of effective.statements) {
    const definition = definitionIn(statement);
    if (definition && (!statement.skipped || isKnownToOthers(statement))) definitions.push(definition);
  }
  return definitions;
}

function definitionIn(statement: EffectiveStatement): SymbolDefinition | undefined {
  const kind = defining[statement.keyword.path];
  return kind && namedIn(statement, kind);
}

const namedBefore = createMemory<EffectiveStatement, SymbolDefinition>();

/** The same value in each reading that takes the block over. */
function namedIn(statement: EffectiveStatement, kind: SymbolKind): SymbolDefinition | undefined {
  const known = namedBefore.get(statement);
  const name = statement.words[1];
  if (known !== undefined || name === undefined) return known;
  const definition = { kind, name: name.value, place: name.place, statement };
  namedBefore.set(statement, definition);
  return definition;
}

/** A malformed neighbour counts for the BFD process alone: those that follow the instance do not look at it. */
export function isKnownToOthers({ keyword, skipped, words }: EffectiveStatement): boolean {
  const name = words[1];
  return keyword.path === "bfd_instance" && skipped === "bad-header" && name !== undefined && !hasLongName(name.value);
}

export function referencesOf(
  effective: EffectiveConfiguration,
  definitions: readonly SymbolDefinition[],
): readonly SymbolReference[] {
  const firstOf = firstByName(definitions);
  const { statements } = effective;
  const references: SymbolReference[] = [];
  /** So many blocks, and definitions among them, are above the statement's. */
  let [above, defined] = [0, 0];
  for (const statement of statementsWith(effective, isNaming)) {
    for (const root = rootOf(statement); statements[above] !== root; above += 1)
      if (definitions[defined]?.statement === statements[above]) defined += 1;
    for (const naming of namesAt(statement)) {
      const first = firstOf.get(naming.to)?.get(naming.word.value);
      const isDefined = first !== undefined && (!naming.before || first < defined);
      references.push(referenceTo(naming, isDefined ? definitions[first] : undefined));
    }
  }
  return references;
}

/** By kind and name, which of the definitions is the first. */
function firstByName(definitions: readonly SymbolDefinition[]): ReadonlyMap<SymbolKind, ReadonlyMap<string, number>> {
  const firstOf = new Map<SymbolKind, Map<string, number>>();
  for (let index = 0; index < definitions.length; index += 1) {
    const { kind, name } = definitions[index]!;
    const names = firstOf.get(kind);
    if (names === undefined) firstOf.set(kind, new Map([[name, index]]));
    else if (!names.has(name)) names.set(name, index);
  }
  return firstOf;
}

/** The same value as long as the name means the same definition. */
function referenceTo(naming: NamingWord, definition: SymbolDefinition | undefined): SymbolReference {
  const { word, to, before, from, last } = naming;
  if (last !== undefined && last.definition === definition) return last;
  const { value: name, place } = word;
  const made: SymbolReference =
    definition === undefined
      ? { kind: to, name, place, from, before }
      : { kind: to, name, place, from, before, definition };
  naming.last = made;
  return made;
}

/** Whether a line of this keyword, or of its block of free lines, can have a word that names something. */
function isNaming({ arguments: given, lines }: Keyword): boolean {
  const grammar = lines === undefined ? undefined : lineGrammars[lines];
  return mayName(given) || (grammar !== undefined && mayName(argumentsOfLine(grammar)));
}

/** The words of a statement and of the free lines of its block that name something. */
function namesAt(statement: EffectiveStatement): readonly NamingWord[] {
  const known = names.get(statement);
  if (known) return known;
  const found = findNames(statement);
  names.set(statement, found);
  return found;
}

const names = createMemory<EffectiveStatement, readonly NamingWord[]>();

function findNames(statement: EffectiveStatement): readonly NamingWord[] {
  const { keyword, lines } = statement;
  const own = mayName(keyword.arguments) ? namesOn(statement, keyword.arguments, 1) : noNames;
  const grammar = keyword.lines === undefined ? undefined : lineGrammars[keyword.lines];
  const named = grammar && argumentsOfLine(grammar);
  return named && mayName(named) ? [...own, ...lines.flatMap((line) => namesOn(line, named, 0))] : own;
}

/** The words of a line, from one on, that name something. */
function namesOn(
  from: EffectiveStatement | EffectiveLine,
  given: readonly Argument[],
  first: number,
): readonly NamingWord[] {
  const { words } = from.wording;
  const uses = usesIn(given, words, first);
  // Most virtual servers name no group.
  if (uses.length === 0) return noNames;
  return uses.map(({ word, to, before }) => ({
    to,
    before,
    word: from.words[words.indexOf(word)]!,
    from,
    last: undefined,
  }));
}

interface NamingWord extends Omit<Use, "word"> {
  readonly word: EffectiveWord;
  readonly from: EffectiveStatement | EffectiveLine;
  /** What it was in the reading before. */
  last: SymbolReference | undefined;
}

const noNames: readonly NamingWord[] = [];

/** Whether any word of such a line can be a name. Worked out once: most keywords have no such argument. */
function mayName(given: readonly Argument[]): boolean {
  let answer = naming.get(given);
  if (answer === undefined) {
    answer = given.some((argument) => {
      if (argument.type === "variant") return argument.variants.some(mayName);
      if (argument.type === "options") return argument.options.some((option) => mayName(option.arguments));
      return argument.type === "reference";
    });
    naming.set(given, answer);
  }
  return answer;
}

const naming = new WeakMap<readonly Argument[], boolean>();

/** A free line's arguments, its options as the last of them; the same list for each line. */
function argumentsOfLine(grammar: LineGrammar): readonly Argument[] {
  let named = lineArguments.get(grammar);
  if (named === undefined) {
    const first: readonly Argument[] = grammar.words ? [{ ...grammar.words, variadic: true }] : grammar.positional;
    named = [...first, { name: "options", type: "options", options: grammar.options }];
    lineArguments.set(grammar, named);
  }
  return named;
}

const lineArguments = new WeakMap<LineGrammar, readonly Argument[]>();

interface Use {
  readonly word: SplitWord;
  readonly to: SymbolKind;
  readonly before: boolean;
}

/** The words from one on that name something, by their arguments. */
function usesIn(given: readonly Argument[], words: readonly SplitWord[], from = 0): readonly Use[] {
  const uses: Use[] = [];
  let at = from;
  for (const argument of given) {
    if (at >= words.length) break;
    if (argument.type === "reference") {
      const last = argument.variadic ? words.length : at + 1;
      for (; at < last; at += 1)
        uses.push({ word: words[at]!, to: argument.to, before: argument.defined === "before" });
    } else if (argument.type === "variant") {
      const { value } = words[at]!;
      const literal = argument.variants.find(([first]) => first?.type === "literal" && first.value === value);
      if (literal) uses.push(...usesIn(literal, words, at));
      break;
    } else if (argument.type === "options") {
      for (; at < words.length; at += 1) {
        const option = argument.options.find(({ name }) => name === words[at]!.value);
        if (option?.arguments.some(({ type }) => type === "reference")) {
          uses.push(...usesIn(option.arguments, words.slice(at + 1)));
        }
        // `lvs_sync_daemon eth0 VI_1`: the schema counts the keyword as word 0.
        const byPlace = option ? undefined : argument.options.find(({ word }) => word === at - from + 1);
        if (byPlace) uses.push(...usesIn(byPlace.arguments, words.slice(at, at + 1)));
      }
    } else at += 1;
  }
  return uses;
}
