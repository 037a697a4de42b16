import {
  type Argument,
  dependsOnBuild,
  type Keyword,
  keywordIn,
  type LineGrammar,
  lineGrammars,
  longestInterfaceName,
  namesOfNoInterface,
  type Option,
  optionIn,
  type Version,
} from "@kalint/schema";
import { perBlock, perHost } from "../memo.js";
import { type GreedyBlock, greedyBlockOf, greedyBlocks } from "../read/braces.js";
import { firstLinesOf, statementsIn, statementsOf } from "../statements.js";
import type { EffectiveConfiguration, EffectiveLine, EffectiveStatement, EffectiveWord } from "../types.js";
import { isTaken } from "./argument.js";
import type { Assignment } from "./assign.js";
import { type ArgumentReading, argumentsOf, freeArgumentsOf, withWords } from "./notes.js";

/** A place where arguments stand: behind a keyword, or on a free line of its block. */
export class ArgumentLine {
  readonly statement: EffectiveStatement;
  /** The statement's keyword as the target takes it. */
  readonly keyword: Keyword;
  readonly target: Version;
  /** What is given to which argument, the same for all lines of this text: for who passes over most lines. */
  readonly reading: ArgumentReading;
  readonly grammar: LineGrammar | undefined;
  /** Set for a line of a block of free lines. */
  readonly line: EffectiveLine | undefined;
  /** The block that the line was swallowed by, because one of its braces is missing. */
  readonly stray: GreedyBlock | undefined;

  constructor(
    statement: EffectiveStatement,
    keyword: Keyword,
    target: Version,
    reading: ArgumentReading,
    free?: { readonly grammar: LineGrammar; readonly line: EffectiveLine; readonly stray: GreedyBlock | undefined },
  ) {
    this.statement = statement;
    this.keyword = keyword;
    this.target = target;
    this.reading = reading;
    this.grammar = free?.grammar;
    this.line = free?.line;
    this.stray = free?.stray;
  }

  /** The words that were given to arguments: without the keyword, all of a free line. */
  get words(): readonly EffectiveWord[] {
    return this.line === undefined ? this.statement.words.slice(1) : this.line.words;
  }

  /** The same as `reading`, with the places of this line. */
  get assignment(): Assignment {
    return withWords(this.reading.assignment, this.reading.words, this.words);
  }
}

/** Every place with arguments that this host reads, in order. Script lines, which are split in another way, are left out. */
export const argumentLines = perHost((host): readonly ArgumentLine[] => {
  const lines: ArgumentLine[] = [];
  collectLines(statementsOf(host.effective), host.effective.target, greedyBlocks(host), () => true, lines);
  return lines;
});

/** One place with arguments: that of a statement, or of a line of its block. */
export function argumentLineOf(
  statement: EffectiveStatement,
  target: Version,
  line?: EffectiveLine,
): ArgumentLine | undefined {
  const lines: ArgumentLine[] = [];
  collectLines([statement], target, noBlocks, () => true, lines);
  return lines.find((each) => each.line === line);
}

function collectLines(
  statements: readonly EffectiveStatement[],
  target: Version,
  greedy: readonly GreedyBlock[],
  isWanted: (reading: ArgumentReading, stray: GreedyBlock | undefined) => boolean,
  found: ArgumentLine[],
): void {
  for (const statement of statements) {
    const keyword = keywordIn(statement.keyword, target);
    if (keyword.splitter === undefined) {
      const reading = argumentsOf(statement, keyword, target);
      if (isWanted(reading, undefined)) found.push(new ArgumentLine(statement, keyword, target, reading));
    }
    const grammar = keyword.lines === undefined ? undefined : lineGrammars[keyword.lines];
    if (grammar === undefined) continue;
    const block = greedyBlockOf(greedy, statement);
    for (const line of statement.lines) {
      const stray = block && line.place.start >= block.from ? block : undefined;
      const reading = freeArgumentsOf(line, keyword, target);
      if (isWanted(reading, stray))
        found.push(new ArgumentLine(statement, keyword, target, reading, { grammar, line, stray }));
    }
  }
}

/** What rules look at on a line with arguments; most lines have none of it. */
export interface SortedLines {
  /** An argument is missing. */
  readonly missing: readonly ArgumentLine[];
  /** There are words that nobody looks at. */
  readonly surplus: readonly ArgumentLine[];
  /** There are words where only an option can be. */
  readonly unknown: readonly ArgumentLine[];
  /** An option is named by a name that is going out of use, in some release. */
  readonly deprecated: readonly ArgumentLine[];
  /** An argument does not take its value, or the line was swallowed by a block. */
  readonly refused: readonly ArgumentLine[];
  /** An interface is named. */
  readonly interfaces: readonly ArgumentLine[];
  /** A word of the schema's own stands for a value. */
  readonly worded: readonly ArgumentLine[];
}

type Trait = keyof SortedLines;

/** The lines of a host that have something to look at: for what need not look at each line. */
export const sortedLines = perHost((host): SortedLines => {
  const { statements, target } = host.effective;
  const greedy = greedyBlocks(host);
  // Only a brace that is missing makes a line stray.
  const found =
    greedy.length > 0
      ? notable(statementsOf(host.effective), target, greedy)
      : isQuiet(host.effective)
        ? []
        : statements.flatMap((root) => notableIn(root, target));
  const sorted: Record<Trait, ArgumentLine[]> = {
    missing: [],
    surplus: [],
    unknown: [],
    deprecated: [],
    refused: [],
    interfaces: [],
    worded: [],
  };
  for (const line of found) {
    for (const trait of traitsOf(line.reading, target)) sorted[trait].push(line);
    if (line.stray !== undefined && !traitsOf(line.reading, target).includes("refused")) sorted.refused.push(line);
  }
  return sorted;
});

/** Whether no line has a trait, as far as that is known without going through them all. */
function isQuiet(effective: EffectiveConfiguration): boolean {
  return firstLinesOf(effective)?.every((line) => isQuietLine(line, effective.target)) ?? false;
}

function isQuietLine(line: EffectiveStatement | EffectiveLine, target: Version): boolean {
  const isFree = !("keyword" in line);
  const keyword = keywordIn(isFree ? line.parent.keyword : line.keyword, target);
  if (isFree ? keyword.lines === undefined : keyword.splitter !== undefined) return true;
  const reading = isFree ? freeArgumentsOf(line, keyword, target) : argumentsOf(line, keyword, target);
  return traitsOf(reading, target).length === 0;
}

const notableIn = perBlock((root, target) => notable(statementsIn(root), target, noBlocks));

const noBlocks: readonly GreedyBlock[] = [];

function notable(
  statements: readonly EffectiveStatement[],
  target: Version,
  greedy: readonly GreedyBlock[],
): readonly ArgumentLine[] {
  const found: ArgumentLine[] = [];
  collectLines(
    statements,
    target,
    greedy,
    (reading, stray) => stray !== undefined || traitsOf(reading, target).length > 0,
    found,
  );
  return found;
}

/** Asked once for all lines of a text. */
function traitsOf(reading: ArgumentReading, target: Version): readonly Trait[] {
  reading.traits ??= readTraits(reading, target);
  return reading.traits;
}

function readTraits({ assignment }: ArgumentReading, target: Version): readonly Trait[] {
  const { values, missing, surplus, unknown, optionWords } = assignment;
  const found = new Set<Trait>();
  if (missing !== undefined) found.add("missing");
  if (surplus.length > 0) found.add("surplus");
  if (unknown.length > 0) found.add("unknown");
  if (optionWords.some(({ word, option }) => deprecationOf(option, word.value) !== undefined)) found.add("deprecated");
  for (const assigned of values) {
    const { argument, word } = assigned;
    if (!isTaken(assigned, target)) found.add("refused");
    if (argument.type === "interface") found.add("interfaces");
    if ("words" in argument && argument.words?.some(({ value }) => value === word.value)) found.add("worded");
  }
  return found.size === 0 ? noTraits : [...found];
}

/** Of the name by which an option is called. */
export function deprecationOf(option: Option, name: string): Option["deprecated"] {
  const alias = option.aliases?.find((each) => each.name === name);
  return alias ? alias.deprecated : option.deprecated;
}

const noTraits: readonly Trait[] = [];

/** Whether `keepalived -t` shows that it does not accept a value here. */
export function reportsBadValue(
  { keyword, grammar, target }: ArgumentLine,
  argument: Argument,
  option?: Option,
): boolean {
  const own = argument.badValue ?? (option && optionIn(option, target).badValue);
  const reaction = own ?? (grammar ? grammar.badValue : keyword.badValue);
  // Numbers all go through functions that report by themselves. Source: keepalived 2.4.3, lib/parser.c.
  if (grammar && isNumeric(argument)) return true;
  if (argument.type === "interface" && keyword.path === "garp_group/interface") return false;
  // Of other interfaces keepalived says that the host has none of that name.
  if (argument.type === "interface" && grammar) return linkGrammars.has(grammar.name) || option?.name === "vrf";
  if (!isNumeric(argument) && dependsOnBuild(keyword)) return false;
  return reaction !== undefined && reaction !== "logged" && reaction !== "silent";
}

/**
 * Whether a word is behind the name of an interface that no host has: keepalived reports the name, and looks at no further
 * word of a line in a block (vrrp/vrrp_ipaddress.c, vrrp_iproute.c, vrrp_iprule.c, vrrp_track.c).
 */
export function isBehindNoInterface(site: ArgumentLine, { place }: EffectiveWord): boolean {
  if (site.line === undefined) return false;
  return site.assignment.values.some(
    ({ argument, word }) =>
      argument.type === "interface" &&
      word.place.start < place.start &&
      (!canNameInterface(word.value) || /[,;=]/.test(word.value)),
  );
}

/** Whether some host can have an interface of this name: it is not too long or reserved, and holds no sign that none has. */
export function canNameInterface(name: string): boolean {
  return name.length <= longestInterfaceName && /^[^\s/:$<>{}[\]\\"']+$/.test(name) && !namesOfNoInterface.has(name);
}

/** These say of a name that is too long that it is unknown; elsewhere the machine's lack of it comes first. */
const linkGrammars: ReadonlySet<string> = new Set(["if_up_down_delay", "linkbeat_interface"]);

function isNumeric({ type }: Argument): boolean {
  return type === "uint" || type === "int" || type === "decimal" || type === "duration" || type === "port";
}
