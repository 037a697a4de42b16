import { lineTable, positionAt, type SyntaxProblem, type SyntaxTree } from "@kalint/syntax";

/** What keeps a text, or a part of it, from being formatted. */
export interface Obstacle {
  readonly start: number;
  readonly end: number;
  /** One sentence without a full stop, fit to follow a path and a colon. */
  readonly reason: string;
}

/**
 * A brace too many or too few: which block a line belongs to is then a guess. Under conditions (`@id`) braces may
 * pair up for each host though not in the text; such lines are not taken apart, and the rest is certain.
 * Or a byte order mark behind blanks: there it is a letter, and without them it would be the file's mark.
 */
export function obstacleIn({ text, problems }: SyntaxTree): Obstacle | undefined {
  const mark = /^[ \t\r\n]+(?=\ufeff)/.exec(text)?.[0].length;
  if (mark !== undefined) {
    const line = positionAt(lineTable(text), mark).line + 1;
    return { start: mark, end: mark + 1, reason: `there are blanks before the byte order mark (line ${line})` };
  }
  const problem = problems.find(
    (each) => (each.kind === "unclosed-block" || each.kind === "stray-close") && !each.conditional,
  );
  if (problem === undefined) return undefined;
  const { start, end } = placeOf(problem);
  const line = positionAt(lineTable(text), start).line + 1;
  const reason =
    problem.kind === "unclosed-block"
      ? `the braces do not pair up: the '{' of line ${line} is never closed`
      : `the braces do not pair up: the '}' of line ${line} closes nothing`;
  return { start, end, reason };
}

/** Lines with a problem of their own. */
export function regionsLeft({ text, problems }: SyntaxTree): Obstacle[] {
  const unterminated = problems.filter(({ kind }) => kind === "unterminated-string");
  if (unterminated.length === 0) return [];
  const lines = lineTable(text);
  return unterminated.map((problem) => {
    const { start, end } = placeOf(problem);
    const line = positionAt(lines, start).line + 1;
    return { start, end, reason: `line ${line} stays as it is: its '"' is never closed` };
  });
}

function placeOf(problem: SyntaxProblem): { start: number; end: number } {
  return problem.kind === "unclosed-block" ? problem.open : problem.at;
}
