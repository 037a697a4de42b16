import type { Keyword } from "@kalint/schema";
import { changeBetween, type Steps } from "@kalint/syntax";
import { evaluateInSteps, sourceFile } from "../evaluate.js";
import { takeOverLists } from "../statements.js";
import type { EffectiveConfiguration, EffectiveStatement, EvaluateOptions, Place } from "../types.js";
import { type Cut, cutsOf, keepCuts } from "./cuts.js";
import { type Move, moveIn } from "./moved.js";

/** A reading that was made from an earlier one. */
export interface AgainResult {
  readonly effective: EffectiveConfiguration;
  /** How many lines were read for it. */
  readonly lines: number;
}

/**
 * The reading of a file that was edited, made from the one of before: only root blocks that the edit touches are read, the
 * others are taken over, moved to where they are now, which uses `before` up. The same value as `evaluate` gives; `undefined`
 * where other blocks may be read differently too. Between root blocks only these pass: definitions, of which the edited blocks must hold none, names
 * that no second block may have, and what a block that is not closed swallows.
 */
export function* evaluateAgainInSteps(
  options: EvaluateOptions,
  before: EffectiveConfiguration,
): Steps<AgainResult | undefined> {
  const cuts = cutsOf(before);
  const [source] = before.files;
  const text = options.host.read(options.path);
  if (cuts === undefined || source === undefined || text === undefined || isUsedUp(before)) return undefined;
  const change = changeBetween(source.text, text);
  const first = cuts.findLast(({ end }) => end < change.start) ?? start;
  const last = cuts.find(({ offset }) => offset > change.end);
  if (first === start && last === undefined) return undefined;
  const to = last?.offset ?? source.text.length;
  const by = text.length - source.text.length;
  const part = yield* readPart(options, before, text.slice(0, to + by), first);
  const partCuts = cutsOf(part);
  // Somebody who could not wait may have taken it over meanwhile.
  if (isUsedUp(before) || partCuts === undefined || part.definitions.length > 0) return undefined;

  const isBefore = ({ start: offset }: Place) => offset < first.offset;
  const isBehind = ({ start: offset }: Place) => offset >= to;
  const isBetween = (place: Place) => !isBefore(place) && !isBehind(place);
  if (before.definitions.some(({ place }) => isBetween(place))) return undefined;
  const statements = (lies: (place: Place) => boolean) => before.statements.filter(({ place }) => lies(place));
  const [kept, old, behind] = [statements(isBefore), statements(isBetween), statements(isBehind)];
  if (shareName([...old, ...part.statements], [...kept, ...behind])) return undefined;
  const problemsBefore = before.problems.filter(({ place }) => isBefore(place));
  const problemsBehind = before.problems.filter(({ place }) => isBehind(place));

  const linesBehind =
    newlinesIn(text, change.start, change.end + by) - newlinesIn(source.text, change.start, change.end);
  const move: Move = { from: to, by, lines: linesBehind };
  usedUp.add(before);
  if (by !== 0 || linesBehind !== 0) moveIn(before, move);
  const { isCut: _, fatal: __, ...whole } = before;
  const oldLines = (last?.index ?? before.lines) - first.index;
  const effective: EffectiveConfiguration = {
    ...whole,
    statements: kept.concat(part.statements, behind),
    problems: problemsBefore.concat(part.problems, problemsBehind),
    files: [options.sourceFile?.({ path: options.path, text }) ?? sourceFile({ path: options.path, text })],
    lines: before.lines + part.lines - oldLines,
  };
  takeOverLists(before, effective, { old, now: part.statements, next: behind[0] });
  const cutsAbove = cuts.filter(({ offset }) => offset < first.offset);
  const cutsOfPart = partCuts.map((cut) => ({ ...cut, index: cut.index + first.index }));
  const cutsBehind = cuts.filter(({ offset }) => offset >= to);
  const movedCuts = cutsBehind.map((cut) => movedCut(cut, move, part.lines - oldLines));
  keepCuts(effective, cutsAbove.concat(cutsOfPart, movedCuts));
  return { effective, lines: part.lines };
}

const usedUp = new WeakSet<EffectiveConfiguration>();

/** Whether blocks of a reading have been taken over by a later one, and may have moved since. */
export function isUsedUp(effective: EffectiveConfiguration): boolean {
  return usedUp.has(effective);
}

type Statements = readonly EffectiveStatement[];

/** The beginning of the file. */
const start: Cut = { offset: 0, end: 0, index: 0, line: 1 };

function readPart(
  options: EvaluateOptions,
  before: EffectiveConfiguration,
  text: string,
  { offset, line }: Cut,
): Steps<EffectiveConfiguration> {
  const definitions = before.definitions.filter(({ place }) => place.start < offset);
  return evaluateInSteps({
    ...options,
    host: { ...options.host, read: (path) => (path === options.path ? text : options.host.read(path)) },
    sourceFile: (source) => sourceFile(source),
    from: { offset, lines: line - 1, definitions },
  });
}

/** Whether a block of one list and one of the other are of one kind, and have one name. */
function shareName(some: Statements, others: Statements): boolean {
  const kinds = new Map<string, Keyword[]>();
  for (const each of some) {
    const known = kinds.get(nameOf(each));
    if (known) known.push(each.keyword);
    else kinds.set(nameOf(each), [each.keyword]);
  }
  return others.some((each) => kinds.get(nameOf(each))?.some(({ path }) => path === each.keyword.path));
}

function nameOf({ wording: { words } }: EffectiveStatement): string {
  return words[1]?.value ?? "";
}

function movedCut({ offset, end, index, line }: Cut, { by, lines }: Move, indexes: number): Cut {
  return { offset: offset + by, end: end + by, index: index + indexes, line: line + lines };
}

function newlinesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
