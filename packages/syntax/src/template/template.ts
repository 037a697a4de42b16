/** A text with the tags of a template language, and what can come of it. */
import type { Span } from "../tree.js";
import { trimsOf } from "./mask.js";
import { renderingsOf } from "./renderings.js";
import { structureOf } from "./structure.js";
import { type Tag, type TemplateLanguage, tagsOf } from "./tags.js";

export interface Template {
  readonly text: string;
  readonly language: TemplateLanguage;
  readonly tags: readonly Tag[];
  /** A part of a block that has no beginning, or a beginning without an end: nobody can render this. */
  readonly unpaired: Span | undefined;
  /** Masks (`maskOf`) of different renderings, the one with the first arm of everything first. Made on demand. */
  readonly renderings: readonly string[];
  /** Where each loop begins. */
  readonly loops: readonly number[];
}

export function readTemplate(text: string, language: TemplateLanguage): Template {
  const tags = tagsOf(text, language);
  const structure = structureOf(text, tags);
  let renderings: readonly string[] | undefined;
  return {
    text,
    language,
    tags,
    unpaired: structure.unpaired,
    get renderings() {
      renderings ??= renderingsOf(text, structure, trimsOf(text, tags));
      return renderings;
    },
    loops: structure.blocks.filter(({ block }) => block === "loop").map(({ start }) => start),
  };
}
