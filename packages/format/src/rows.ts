import type { PlacedToken, SourceLine } from "./lines.js";
import type { Style } from "./options.js";
import { OrderedLine } from "./ordered-line.js";

/** A line of the result. */
export interface Row {
  /** The first is never lifted. */
  readonly cells: readonly PlacedToken[];
  /** Lines that stay as they are, instead of cells. */
  readonly verbatim: SourceLine | undefined;
  /** Levels of indentation. */
  readonly depth: number;
  /** Blank lines before it: at first those of the source. */
  blankLines: number;
  /** Columns to begin in, where that is not its level's. */
  column: number | undefined;
  /** The line that it is made of, where that is an ordered one: what is asked of most rows can be answered without their cells. */
  readonly ordered: OrderedLine | undefined;
}

/** A row of one ordered line. */
export class OrderedRow implements Row {
  column: number | undefined = undefined;
  private made: readonly PlacedToken[] | undefined = undefined;

  constructor(
    readonly ordered: OrderedLine,
    public blankLines: number,
  ) {}

  get verbatim(): undefined {
    return undefined;
  }

  get depth(): number {
    return this.ordered.depth;
  }

  /** Whether the cells were asked for, so that their gaps may have been changed. */
  get isOpened(): boolean {
    return this.made !== undefined;
  }

  get cells(): readonly PlacedToken[] {
    if (this.made !== undefined) return this.made;
    const { tokens } = this.ordered;
    for (let at = 1; at < tokens.length; at++) {
      tokens[at]!.gap = " ";
      tokens[at]!.free = tokens[at]!.kind !== "open";
    }
    this.made = tokens;
    return tokens;
  }
}

/** Wider blocks are easier to read in lines of their own, whoever wrote them on one. */
const widestBlock = 100;

/** Puts one statement on a row, `{` and `}` where the style wants them, wherever the daemon reads the same afterwards. */
export function rowsOf(text: string, lines: readonly SourceLine[], style: Style): Row[] {
  const rows: Row[] = [];
  let cells: PlacedToken[] = [];
  let blankLines = 0;
  /** The last token of the last plain line, while a `{` may still join it. */
  let last: PlacedToken | undefined;
  let lifted: PlacedToken | undefined;

  const begin = (token: PlacedToken, extraDepth = 0): void => {
    cells = [token];
    const depth = token.depth + extraDepth;
    rows.push({ cells, verbatim: undefined, depth, blankLines, column: undefined, ordered: undefined });
    blankLines = 0;
  };
  const join = (gap: string, token: PlacedToken, free = false): void => {
    token.gap = gap;
    token.free = free;
    cells.push(token);
  };

  const addRigid = (line: SourceLine): void => {
    line.tokens.forEach((token, at) => {
      const before = line.tokens[at - 1];
      if (before === undefined) begin(token);
      else join(gapWithin(text, before, token), token, isFree(before, token));
    });
    last = undefined;
  };
  const addPlain = (line: SourceLine, index: number): void => {
    const kept = style.oneLineBlocks === "keep" ? endOfOneLineBlocks(line) : undefined;
    let keptUntil = -1;
    for (let at = 0; at < line.tokens.length; at++) {
      const token = line.tokens[at]!;
      const before = line.tokens[at - 1];
      if (token === lifted) {
        lifted = undefined;
        last = undefined;
        continue;
      }
      if (at <= keptUntil) join(gapWithin(text, before!, token), token, isFree(before!, token));
      else if (token.kind === "open" && isWord(last) && joinsKeyword(style, before === last)) join(" ", token);
      else if (token.kind === "comment" && at > 0 && before === lastToken(cells)) {
        const lifts = isLifted(cells[cells.length - 1]!);
        join(lifts ? " " : gapWithin(text, before!, token), token, lifts || isFree(before!, token));
      } else if (isWord(token) && isWord(before)) join(gapWithin(text, before!, token), token, isFree(before!, token));
      else begin(token, lifted === undefined ? 0 : 1);
      if (kept?.[at] !== undefined && at > keptUntil) keptUntil = kept[at]!;
      last = token;
      const next = line.tokens[at + 1];
      if (style.braces === "same-line" && isWord(token) && (next === undefined || next.kind === "comment")) {
        const open = openBehindComments(lines, index, next !== undefined);
        if (open === "none") last = undefined;
        else if (open !== "next") {
          lifted = open;
          join(" ", { ...open, start: -1, end: -1 });
        }
      }
    }
  };

  lines.forEach((line, index) => {
    if (line.kind === "blank") blankLines++;
    else if (lifted === undefined && comesToOneRow(lines, index, style)) {
      rows.push(new OrderedRow(line as OrderedLine, blankLines));
      cells = [];
      blankLines = 0;
      last = undefined;
    } else if (line.kind === "plain") addPlain(line, index);
    else if (line.kind === "rigid") addRigid(line);
    else {
      rows.push({ cells: [], verbatim: line, depth: 0, blankLines, column: undefined, ordered: undefined });
      cells = [];
      blankLines = 0;
      last = undefined;
    }
  });
  return rows;
}

/** Whether a row ends inside a block that it opens: comments behind the `{` do not count. */
export function endsInOpen(row: Row): boolean {
  if (row.ordered !== undefined) return row.ordered.ends === "open";
  const { cells } = row;
  for (let at = cells.length - 1; at >= 0; at--) {
    const { kind } = cells[at]!;
    if (kind !== "comment") return kind === "open";
  }
  return false;
}

/** Whether a row is a `}`, perhaps with something behind it. */
export function beginsWithClose(row: Row): boolean {
  return row.ordered === undefined ? row.cells[0]?.kind === "close" : row.ordered.ends === "close";
}

/** Whether a row is nothing but a comment. */
export function isComment(row: Row): boolean {
  return row.ordered === undefined && row.cells.length === 1 && row.cells[0]!.kind === "comment";
}

/** Whether a `{` stands here that comes from a later line. */
export function isLifted({ start }: PlacedToken): boolean {
  return start === -1;
}

function lastToken(cells: readonly PlacedToken[]): PlacedToken | undefined {
  for (let at = cells.length - 1; at >= 0; at--) if (!isLifted(cells[at]!)) return cells[at]!;
  return undefined;
}

function joinsKeyword({ braces }: Style, onItsLine: boolean): boolean {
  return braces === "same-line" || (braces === "keep" && onItsLine);
}

/** For the first word of each statement that ends on this line with its block: the index of its `}`. */
function endOfOneLineBlocks({ tokens }: SourceLine): (number | undefined)[] | undefined {
  if (tokens[tokens.length - 1]?.kind === "word" || !tokens.some(({ kind }) => kind === "close")) return undefined;
  const ends: (number | undefined)[] = [];
  const opened: number[] = [];
  let first = 0;
  tokens.forEach((token, at) => {
    if (token.kind === "open") {
      opened.push(first);
      first = at + 1;
    } else if (token.kind === "close") {
      const begin = opened.pop();
      if (begin !== undefined && isWord(tokens[begin]) && token.end - tokens[begin]!.start <= widestBlock) {
        ends[begin] = at;
      }
      first = at + 1;
    }
  });
  return ends;
}

/** Whether a line is ordered and comes to one row as it is: no `{` joins it, or leaves it. */
function comesToOneRow(lines: readonly SourceLine[], index: number, { braces }: Style): boolean {
  const line = lines[index]!;
  if (!(line instanceof OrderedLine)) return false;
  if (line.ends === "open") return braces !== "next-line";
  return line.ends === "close" || braces !== "same-line" || openBehindComments(lines, index, false) === "none";
}

/**
 * The `{` that follows a statement which ends on line `index`: "next" where it is the very next token and may join that line as it stands,
 * the token itself where comments lie between, over which it has to be lifted.
 */
function openBehindComments(
  lines: readonly SourceLine[],
  index: number,
  hasComment: boolean,
): PlacedToken | "next" | "none" {
  let comments = hasComment;
  for (let at = index + 1; at < lines.length; at++) {
    const line = lines[at]!;
    if (line instanceof OrderedLine) return "none";
    const { kind, tokens } = line;
    if (kind === "blank") continue;
    if (kind !== "plain") return "none";
    const first = tokens[0]!;
    if (first.kind === "comment") comments = true;
    else if (first.kind === "open") return comments ? first : "next";
    else return "none";
  }
  return "none";
}

/**
 * Between two tokens of one line. Words that touch are kept touching: to the splitter of script lines they are one word. So are a word
 * and a comment: in `k@!v361` the author may have meant both as one.
 */
function gapWithin(text: string, before: PlacedToken, token: PlacedToken): string {
  if (!isFree(before, token)) return text.slice(before.end, token.start);
  if (before.end < token.start) return " ";
  if (before.kind === "open" && token.kind === "close") return "";
  return isBrace(before) || isBrace(token) ? " " : "";
}

/** Whether the blanks between two tokens of one line are layout. Touching words stay so. */
function isFree(before: PlacedToken, token: PlacedToken): boolean {
  if (token.held || (token.guarded && token.kind !== "comment")) return false;
  return isBrace(before) || isBrace(token) || before.end < token.start;
}

function isWord(token: PlacedToken | undefined): boolean {
  return token?.kind === "word" || token?.kind === "string";
}

function isBrace({ kind }: PlacedToken): boolean {
  return kind === "open" || kind === "close";
}
