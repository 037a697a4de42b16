/**
 * Lines as they were read. The words of a line are those of all lines of its text (`Wording`); with their places they are
 * made when somebody asks: of the many lines of a long file few are.
 */
import type { Keyword } from "@kalint/schema";
import { type MappedText, originOf } from "@kalint/syntax";
import { type Memories, memories } from "../memo.js";
import type { LogicalLine } from "../text/logical-lines.js";
import type { SplitWord, Wording } from "../text/words.js";
import type { EffectiveLine, EffectiveStatement, EffectiveWord, Expansion, Mutable, Place } from "../types.js";
import type { TakenSetting } from "../values/settings.js";

/** By how much a line moves. */
interface Shift {
  readonly by: number;
  readonly lines: number;
}

class ReadLine {
  readonly wording: Wording;
  line: number;
  readonly expansions: readonly Expansion[];
  readonly file: string;
  /** Of the line's text, as in `MappedText`. */
  private origin: MappedText["origin"];
  // What was asked for is no part of the value: two lines are equal whoever has asked.
  #words: readonly EffectiveWord[] | undefined;
  #place: Place | undefined;

  constructor({ line, expansions, source, origin }: LogicalLine, wording: Wording) {
    this.wording = wording;
    this.line = line;
    this.expansions = expansions;
    this.file = source.path;
    this.origin = origin;
    this.#words = undefined;
    this.#place = undefined;
  }

  get words(): readonly EffectiveWord[] {
    this.#words ??= placedWords(this.wording.words, this.mapped, this.file);
    return this.#words;
  }

  get place(): Place {
    this.#place ??= placeOfText(this.mapped, this.file);
    return this.#place;
  }

  get raw(): string {
    return this.wording.text;
  }

  endOf(word: SplitWord): number {
    return typeof this.origin === "number" ? this.origin + word.end : originOf(this.mapped, word.start, word.end).end;
  }

  /** Moves the line; what is among `others` is moved by somebody else. */
  moveBy({ by, lines }: Shift, others: ReadonlySet<Place>): void {
    this.line += lines;
    this.origin = movedOrigin(this.origin, by);
    // Each edit moves thousands of lines: no lists are made for it.
    if (this.#place !== undefined && !others.has(this.#place)) movePlace(this.#place, by);
    const words = this.#words;
    if (words === undefined) return;
    for (let index = 0; index < words.length; index += 1) {
      const { place } = words[index]!;
      if (!others.has(place)) movePlace(place, by);
    }
  }

  private get mapped(): MappedText {
    return { text: this.wording.text, origin: this.origin };
  }
}

/** A statement while its block is being read, and from then on. */
export class ReadStatement extends ReadLine implements Mutable<EffectiveStatement> {
  readonly keyword: Keyword;
  children: ReadStatement[];
  lines: ReadFreeLine[];
  readonly parent: ReadStatement | undefined;
  setting: TakenSetting | undefined;
  end: BlockEnd | undefined;
  declare skipped?: NonNullable<EffectiveStatement["skipped"]>;
  declare unread?: true;
  #memories: Memories | undefined;

  constructor(keyword: Keyword, line: LogicalLine, wording: Wording, parent: ReadStatement | undefined) {
    super(line, wording);
    this.keyword = keyword;
    this.children = keyword.kind === "block" ? [] : none;
    this.lines = keyword.kind === "lines" ? [] : none;
    this.parent = parent;
    this.end = undefined;
    this.setting = undefined;
    this.#memories = undefined;
  }

  /** Lists that grew have room for more. */
  endLists(): void {
    if (this.children.length > 0) this.children = this.children.slice();
    if (this.lines.length > 0) this.lines = this.lines.slice();
  }

  get [memories](): Memories | undefined {
    return this.#memories;
  }

  set [memories](kept: Memories | undefined) {
    this.#memories = kept;
  }
}

/** Most statements hold nothing. */
const none = Object.freeze([]) as unknown as never[];

/** The `}` of a block, or the end of the file in its place. */
export class BlockEnd implements Mutable<NonNullable<EffectiveStatement["end"]>> {
  line: number;
  readonly missing: boolean;
  private readonly file: string;
  private start: number;
  private end: number;
  #place: Place | undefined;

  constructor({ line, source, text, origin }: LogicalLine, missing: boolean) {
    const place =
      typeof origin === "number"
        ? { start: origin, end: origin + text.length }
        : originOf({ text, origin }, 0, text.length);
    this.line = line;
    this.missing = missing;
    this.file = source.path;
    this.start = missing ? place.end : place.start;
    this.end = place.end;
    this.#place = undefined;
  }

  get place(): Place {
    this.#place ??= { file: this.file, start: this.start, end: this.end };
    return this.#place;
  }

  /** As `ReadLine` does. */
  moveBy({ by, lines }: Shift, others: ReadonlySet<Place>): void {
    this.line += lines;
    this.start += by;
    this.end += by;
    if (this.#place !== undefined && !others.has(this.#place)) movePlace(this.#place, by);
  }
}

export class ReadFreeLine extends ReadLine implements Mutable<EffectiveLine> {
  readonly parent: ReadStatement;

  constructor(line: LogicalLine, wording: Wording, parent: ReadStatement) {
    super(line, wording);
    this.parent = parent;
  }
}

export function placedWords(words: readonly SplitWord[], text: MappedText, file: string): readonly EffectiveWord[] {
  return words.map((word) => placedWord(word, text, file));
}

function placedWord({ value, start: from, end: to, quoted, unknown }: SplitWord, text: MappedText, file: string) {
  const { start, end, expanded } = originOf(text, from, to);
  const word: Mutable<EffectiveWord> = { value, place: { file, start, end } };
  if (expanded) word.expanded = true;
  if (quoted) word.quoted = true;
  if (unknown !== undefined) word.unknown = unknown;
  return word;
}

export function placeOfText(text: MappedText, file: string): Place {
  const { start, end } = originOf(text, 0, text.text.length);
  return { file, start, end };
}

/** The stretches of a text that something was substituted in may belong to other texts, too. */
function movedOrigin(origin: MappedText["origin"], by: number): MappedText["origin"] {
  if (typeof origin === "number") return origin + by;
  return origin.map((each) => ({ ...each, start: each.start + by, end: each.end + by }));
}

function movePlace(place: Mutable<Place>, by: number): void {
  place.start += by;
  place.end += by;
}
