/**
 * What was read of blocks that an edit has moved is moved with them, in place: what others hold of an unchanged block (objects,
 * remarks, what was worked out of its lines) is still of it, and there is nothing to make again.
 */
import type { ReadFreeLine, ReadStatement } from "../read/statement.js";
import { ownHeaderPlace } from "../statements.js";
import type {
  DefinitionSite,
  EffectiveConfiguration,
  EffectiveStatement,
  Expansion,
  Mutable,
  Place,
  ReadingProblem,
} from "../types.js";

/** What lies at `from` or behind it has moved by so many characters and lines. */
export interface Move {
  readonly from: number;
  readonly by: number;
  readonly lines: number;
}

/** Moves what a reading holds of everything that lies behind the edit. */
export function moveIn(effective: EffectiveConfiguration, move: Move): void {
  const { statements, problems, definitions } = effective;
  // These may hold a place that something else holds too: each place moves once.
  const shared = new Set<Place>();
  addPlaces(problems, definitions, shared);
  const moving = statements.filter(({ place }) => place.start >= move.from);
  for (const problem of withCauses(problems) as ReadonlySet<Mutable<ReadingProblem>>) {
    if (problem.line !== null && problem.place.start >= move.from) problem.line += move.lines;
  }
  moveAll(moving, move, shared);
  for (const place of shared) movePlace(place, move);
}

function addPlaces(
  problems: readonly ReadingProblem[],
  definitions: readonly DefinitionSite[],
  places: Set<Place>,
): void {
  for (const { place } of definitions) places.add(place);
  for (const { place, word, expansions } of withCauses(problems)) {
    places.add(place);
    if (word) places.add(word.place);
    addExpansions(expansions, places);
  }
}

function addExpansions(expansions: readonly Expansion[], places: Set<Place>): void {
  for (const { place, defined } of expansions) {
    places.add(place);
    if (defined) places.add(defined);
  }
}

function withCauses(problems: readonly ReadingProblem[]): ReadonlySet<ReadingProblem> {
  const all = new Set<ReadingProblem>();
  for (const problem of problems) {
    for (let each: ReadingProblem | undefined = problem; each && !all.has(each); each = each.cause) all.add(each);
  }
  return all;
}

/** Each edit moves thousands of lines: by index, as the iterators of so many lists were a tenth of its garbage. */
function moveAll(statements: readonly EffectiveStatement[], move: Move, shared: Set<Place>): void {
  for (let index = 0; index < statements.length; index += 1) {
    const statement = statements[index] as ReadStatement;
    moveLine(statement, move, shared);
    const header = ownHeaderPlace(statement);
    if (header) movePlace(header, move);
    statement.end?.moveBy(move, shared);
    moveAll(statement.children, move, shared);
    const { lines } = statement;
    for (let at = 0; at < lines.length; at += 1) moveLine(lines[at]!, move, shared);
  }
}

function moveLine(line: ReadStatement | ReadFreeLine, move: Move, shared: Set<Place>): void {
  line.moveBy(move, shared);
  if (line.expansions.length > 0) addExpansions(line.expansions, shared);
}

function movePlace(place: Mutable<Place>, { from, by }: Move): void {
  if (place.start < from) return;
  place.start += by;
  place.end += by;
}
