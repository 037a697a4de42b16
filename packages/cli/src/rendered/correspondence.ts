/** Which line of a template each line of a rendering comes from. */
import { readTemplate, type Tag, type TemplateLanguage } from "@kalint/syntax";

interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Origin extends Span {
  /** The words there are those of the rendering; otherwise it is the line after which they come. */
  readonly isExact: boolean;
}

export interface Correspondence {
  /** Where a place of the rendering comes from. */
  originOf(place: Span): Origin;
}

/** A line without the white space around it. */
interface Line extends Span {
  readonly text: string;
}

/** A line of a template as what may come of it: these texts, and anything between two of them. */
interface Pattern {
  readonly texts: readonly Line[];
  readonly line: Line;
  /** How little it says: 0 a line without tags, up to 1.5 one with tags, 2 one that a tag gives altogether. */
  readonly doubt: number;
  /** It is the first of a loop: the last pattern of that loop. */
  readonly loopsFrom?: number;
}

/** More than this is not compared: every place is then one of the template's first line. */
const mostComparisons = 4_000_000;

/** A loop's next turn is likelier than a way on through lines that say as little. */
const costs = { skip: 0.01, turn: -0.1, again: 0.02, back: 4, none: 8 } as const;

/**
 * Finds the cheapest way through the template that gives the rendering: forward line by line, back at the beginning of a loop's
 * next turn, and as few lines as possible that come from nowhere (another file, a macro).
 */
export function correspondenceOf(
  template: string,
  language: TemplateLanguage | "none",
  rendering: string,
): Correspondence {
  const patterns = patternsOf(template, language);
  const lines = linesOf(rendering);
  const ways =
    patterns.length * lines.length > mostComparisons || patterns.length === 0
      ? lines.map(() => ({ pattern: 0, isFound: false }))
      : cheapestWay(patterns, lines);
  return {
    originOf({ start, end }) {
      const index = lines.findLastIndex((line) => line.start <= start);
      const way = ways[Math.max(index, 0)];
      const pattern = patterns[way?.pattern ?? 0];
      if (pattern === undefined) return { start: 0, end: 0, isExact: false };
      const line = lines[index];
      if (way === undefined || !way.isFound || line === undefined || start >= line.end) {
        return { start: pattern.line.start, end: pattern.line.end, isExact: false };
      }
      const found = matchOf(pattern, line.text)!;
      const from = placeIn(pattern, found, start - line.start, "start");
      const until = end > line.end ? pattern.line.end : placeIn(pattern, found, end - line.start, "end");
      return { start: from, end: Math.max(from, until), isExact: true };
    },
  };
}

interface Way {
  readonly pattern: number;
  readonly isFound: boolean;
}

function cheapestWay(patterns: readonly Pattern[], lines: readonly Line[]): readonly Way[] {
  const width = patterns.length;
  /** By line and pattern: the pattern of the line before, and whether this line is found. */
  const before = lines.map(() => new Int32Array(width));
  const found = lines.map(() => new Uint8Array(width));
  let known = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  for (const [at, line] of lines.entries()) {
    const next = new Float64Array(width);
    const best = at === 0 ? 0 : leastIn(known);
    const cheapest = at === 0 ? 0 : known[best]!;
    /** The cheapest pattern before this one, with what it costs to skip those between. */
    let forward = at === 0 ? 0 : Number.POSITIVE_INFINITY;
    let from = 0;
    for (let index = 0; index < width; index += 1) {
      const pattern = patterns[index]!;
      const ways: [number, number][] = [[forward, from]];
      if (at > 0) ways.push([cheapest + costs.back, best]);
      if (at > 0 && pattern.doubt > 0) ways.push([known[index]! + costs.again, index]);
      if (at > 0 && pattern.loopsFrom !== undefined)
        ways.push([known[pattern.loopsFrom]! + costs.turn, pattern.loopsFrom]);
      const [cost, origin] = ways.reduce((least, way) => (way[0] < least[0] ? way : least));
      const stay = (at === 0 ? costs.skip * index : known[index]!) + costs.none;
      const here = matchOf(pattern, line.text) === undefined ? Number.POSITIVE_INFINITY : cost + pattern.doubt;
      const isFound = here < stay;
      next[index] = Math.min(here, stay);
      found[at]![index] = isFound ? 1 : 0;
      before[at]![index] = isFound ? origin : index;
      if (at > 0 && known[index]! < forward) [forward, from] = [known[index]!, index];
      forward += costs.skip;
    }
    known = next;
  }
  const ways: Way[] = [];
  let pattern = lines.length === 0 ? 0 : leastIn(known);
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    ways.push({ pattern, isFound: found[at]![pattern] === 1 });
    pattern = before[at]![pattern]!;
  }
  return ways.reverse();
}

function leastIn(numbers: Float64Array): number {
  return numbers.reduce((least, number, index) => (number < numbers[least]! ? index : least), 0);
}

/** Where each text of the pattern is in a line that it gives; `undefined` where it does not give it. */
function matchOf({ texts }: Pattern, line: string): readonly number[] | undefined {
  const [first, ...rest] = texts;
  if (rest.length === 0) return line === first!.text ? [0] : undefined;
  const last = rest.pop()!;
  if (!line.startsWith(first!.text) || !line.endsWith(last.text)) return undefined;
  const starts = [0];
  let at = first!.text.length;
  for (const { text } of rest) {
    const found = line.indexOf(text, at);
    if (found < 0) return undefined;
    starts.push(found);
    at = found + text.length;
  }
  const end = line.length - last.text.length;
  return end < at ? undefined : [...starts, end];
}

/** The offset in the template of one in the line; within what a tag gives it is the tag's start or end. */
function placeIn({ texts, line }: Pattern, starts: readonly number[], offset: number, side: "start" | "end"): number {
  for (const [index, text] of texts.entries()) {
    const start = starts[index]!;
    const isBefore = side === "start" ? offset < start : offset <= start && index > 0;
    if (isBefore) return side === "start" ? texts[index - 1]!.end : text.start;
    const end = start + text.text.length;
    if (side === "start" ? offset < end : offset <= end) return text.start + offset - start;
  }
  return line.end;
}

function linesOf(text: string): readonly Line[] {
  return [...text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => trimmed(line, index));
}

function trimmed(text: string, at: number): readonly Line[] {
  const shown = text.trim();
  if (shown === "") return [];
  const start = at + text.length - text.trimStart().length;
  return [{ text: shown, start, end: start + shown.length }];
}

function patternsOf(template: string, language: TemplateLanguage | "none"): readonly Pattern[] {
  const tags = language === "none" ? [] : readTemplate(template, { language }).tags;
  const patterns: Pattern[] = [];
  let next = 0;
  for (const line of linesOf(template)) {
    while (tags[next] !== undefined && tags[next]!.end <= line.start) next += 1;
    const own: Tag[] = [];
    for (let at = next; tags[at] !== undefined && tags[at]!.start < line.end; at += 1) own.push(tags[at]!);
    patterns.push(...patternOf(template, line, gapsOf(own)));
  }
  const loops = loopsOf(tags);
  return patterns.map((pattern, index) => {
    const { start } = pattern.line;
    const loop = loops.find((each) => each.start <= start && start < each.end);
    const before = patterns[index - 1]?.line.start ?? -1;
    if (loop === undefined || before >= loop.start) return pattern;
    return { ...pattern, loopsFrom: patterns.findLastIndex(({ line }) => line.start < loop.end) };
  });
}

/** The innermost first. */
function loopsOf(tags: readonly Tag[]): readonly Span[] {
  const loops: Span[] = [];
  const open: Tag[] = [];
  for (const tag of tags) {
    if (tag.kind === "open") open.push(tag);
    if (tag.kind !== "close") continue;
    const opened = open.pop();
    if (opened?.block === "loop") loops.push({ start: opened.start, end: tag.end });
  }
  return loops;
}

interface Gap extends Span {
  readonly isValue: boolean;
}

/** The tags of a line; those of blocks with all that is between the first and the last of them. */
function gapsOf(tags: readonly Tag[]): readonly Gap[] {
  const isBlock = ({ kind }: Tag) => kind === "open" || kind === "middle" || kind === "close";
  const first = tags.findIndex(isBlock);
  const last = tags.findLastIndex(isBlock);
  const gaps = tags.map((tag): Gap => ({ start: tag.start, end: tag.end, isValue: tag.kind === "value" }));
  if (first < 0 || first === last) return gaps;
  const whole = { start: tags[first]!.start, end: tags[last]!.end, isValue: true };
  return [...gaps.slice(0, first), whole, ...gaps.slice(last + 1)];
}

/** None for a line that puts nothing out. */
function patternOf(template: string, line: Line, gaps: readonly Gap[]): readonly Pattern[] {
  if (gaps.length === 0) return [{ texts: [line], line, doubt: 0 }];
  const texts: Line[] = [];
  let at = line.start;
  for (const { start, end } of gaps) {
    texts.push({ text: template.slice(at, Math.max(at, start)), start: at, end: Math.max(at, start) });
    at = end;
  }
  const until = Math.max(at, line.end);
  texts.push({ text: template.slice(at, until), start: at, end: until });
  const isSaid = texts.some(({ text }) => /\w/.test(text));
  if (!isSaid && texts.every(({ text }) => text.trim() === "") && !gaps.some(({ isValue }) => isValue)) return [];
  // White space beside a tag that gives nothing at the edge of a line is not there in the rendering.
  const first = texts[0]!;
  const last = texts.at(-1)!;
  if (first.text.trim() === "") texts[0] = { text: "", start: first.end, end: first.end };
  if (last.text.trim() === "") texts[texts.length - 1] = { text: "", start: last.start, end: last.start };
  const said = texts.reduce((sum, { text }) => sum + text.trim().length, 0);
  return [{ texts, line, doubt: isSaid ? 1 + 0.5 / (1 + said) : 2 }];
}
