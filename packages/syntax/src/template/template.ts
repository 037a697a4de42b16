/** A text with the tags of a template language, and what can come of it. */
import type { Span } from "../tree.js";
import { trimsOf, withoutTags } from "./mask.js";
import { type Renderings, renderingsOf } from "./renderings.js";
import { structureOf } from "./structure.js";
import { type Tag, type TemplateLanguage, tagsOf } from "./tags.js";

/** How a text is read: the language of its tags (`none`: it has none), and which part of it, where the rest is something else. */
export interface TemplateReading {
  readonly language: TemplateLanguage | "none";
  readonly within?: Span;
}

export interface Template {
  readonly text: string;
  readonly language: TemplateReading["language"];
  readonly tags: readonly Tag[];
  /** A part of a block that has no beginning, or a beginning without an end: nobody can render this. */
  readonly unpaired: Span | undefined;
  /** Different renderings, the one with the first arm of everything first. Made on demand. */
  readonly renderings: Renderings;
  /** The mask that shows all arms at once, one below the other, as they are written. Made on demand. */
  readonly shown: string;
  /** Where each loop begins. */
  readonly loops: readonly number[];
}

export function readTemplate(text: string, { language, within }: TemplateReading): Template {
  const { start, end } = within ?? { start: 0, end: text.length };
  const all = language === "none" ? [] : tagsOf(text, language);
  const tags = all.filter((tag) => start <= tag.start && tag.end <= end);
  const outside = [
    ...(start > 0 ? [{ start: 0, end: start }] : []),
    ...(end < text.length ? [{ start: end, end: text.length }] : []),
  ];
  const structure = structureOf(text, tags);
  return new TaggedText(text, language, tags, structure, outside);
}

class TaggedText implements Template {
  readonly unpaired: Span | undefined;
  readonly loops: readonly number[];
  readonly #structure: ReturnType<typeof structureOf>;
  readonly #outside: readonly Span[];
  // Of a hundred masks of a long text nothing is kept that nobody looks at.
  #renderings: WeakRef<Renderings> | undefined;
  #shown: string | undefined;

  constructor(
    readonly text: string,
    readonly language: Template["language"],
    readonly tags: readonly Tag[],
    structure: ReturnType<typeof structureOf>,
    outside: readonly Span[],
  ) {
    this.unpaired = structure.unpaired;
    this.loops = structure.blocks.filter(({ block }) => block === "loop").map(({ start }) => start);
    this.#structure = structure;
    this.#outside = outside;
  }

  get renderings(): Renderings {
    const known = this.#renderings?.deref();
    if (known) return known;
    const made = renderingsOf(this.text, this.#structure, [...trimsOf(this.text, this.tags), ...this.#outside]);
    this.#renderings = new WeakRef(made);
    return made;
  }

  get shown(): string {
    this.#shown ??= withoutTags(this.text, this.tags, this.#outside);
    return this.#shown;
  }
}
