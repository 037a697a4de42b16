import { type LineTable, lineTable, type Outline, positionAt, type Span, type SyntaxProblem } from "@kalint/syntax";
import type { LayoutSource } from "./depth.js";

/** What keeps a text, or a part of it, from being formatted. */
export interface Obstacle {
  readonly start: number;
  readonly end: number;
  readonly reason: Reason;
}

/** Why text stays as it is; lines count from 1. `unformatted` of schema says it. */
export type Reason =
  | { readonly kind: "blanks-before-mark"; readonly line: number }
  | { readonly kind: "no-lasting-layout" | "no-template-layout" }
  | { readonly kind: "unclosed-quote"; readonly line: number }
  /** `lines`: which stay; without them the whole text. */
  | {
      readonly kind: "unclosed-block" | "stray-close";
      readonly line: number;
      readonly lines?: readonly [number, number];
    };

/**
 * What leaves no part of a text that could be formatted: braces that do not pair up, where no root block around them does. Or
 * a byte order mark behind blanks: there it is a letter, and without them it would be the file's mark.
 */
export function obstacleIn(tree: LayoutSource): Obstacle | undefined {
  const { text, file } = tree;
  const mark = /^[ \t\r\n]+(?=\ufeff)/.exec(text)?.[0].length;
  if (mark !== undefined) {
    const line = positionAt(lineTable(text), mark).line + 1;
    return { start: mark, end: mark + 1, reason: { kind: "blanks-before-mark", line } };
  }
  const [first] = unpairedRegions(tree);
  if (first === undefined || file === undefined || !file.items.every((item) => isIn(first.region, item.start)))
    return undefined;
  return unpairedObstacle(tree, first);
}

/** The brace that stands in the way of the whole text. */
export function unpairedObstacle({ text }: Pick<Outline, "text">, { problem }: Unpaired): Obstacle {
  const { start, end } = placeOf(problem);
  return { start, end, reason: reasonOf(problem, lineTable(text)) };
}

/** The parts of a text that stay as they are: root blocks whose braces do not pair up, and lines with a problem of their own. */
export function regionsLeft(tree: LayoutSource): Obstacle[] {
  const { text, problems } = tree;
  if (problems.length === 0) return [];
  const lines = lineTable(text);
  const lineOf = (offset: number) => positionAt(lines, offset).line + 1;
  const regions = unpairedRegions(tree);
  const unpaired = regions.map(({ region, problem }): Obstacle => {
    return { ...region, reason: { ...reasonOf(problem, lines), lines: [lineOf(region.start), lineOf(region.end)] } };
  });
  const unterminated = problems.flatMap((problem): Obstacle[] => {
    const { start, end } = placeOf(problem);
    if (problem.kind !== "unterminated-string") return [];
    if (regions.some(({ region }) => isIn(region, start))) return [];
    return [{ start, end, reason: { kind: "unclosed-quote", line: lineOf(start) } }];
  });
  return [...unpaired, ...unterminated].sort((one, other) => one.start - other.start);
}

/**
 * Stretches with a brace too many or too few, each with the first problem in it: which block a line of it belongs to is a guess.
 * Under conditions (`@id`) braces may pair up for each host though not in the text; such lines are not taken apart, and the
 * rest is certain.
 */
export function unpairedRegions({ unpaired, problems }: Pick<Outline, "unpaired" | "problems">): readonly Unpaired[] {
  return unpaired.flatMap((region) => {
    const problem = problems.find((each) => {
      if ((each.kind !== "unclosed-block" && each.kind !== "stray-close") || each.conditional) return false;
      return isIn(region, placeOf(each).start);
    });
    return problem === undefined ? [] : [{ region, problem }];
  });
}

interface Unpaired {
  readonly region: Span;
  readonly problem: SyntaxProblem;
}

function isIn({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}

function reasonOf(problem: SyntaxProblem, lines: LineTable) {
  const line = positionAt(lines, placeOf(problem).start).line + 1;
  return { kind: problem.kind === "unclosed-block" ? "unclosed-block" : "stray-close", line } as const;
}

function placeOf(problem: SyntaxProblem): { start: number; end: number } {
  return problem.kind === "unclosed-block" ? problem.open : problem.at;
}
