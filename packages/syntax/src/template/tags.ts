/** The tags of a template: where they stand, and what each does. */
import type { Span } from "../tree.js";
import { scanErb } from "./erb.js";
import { scanCurly } from "./go.js";
import { scanJinja } from "./jinja.js";
import { scanPlaceholders } from "./placeholders.js";
import { scanTerraform } from "./terraform.js";

/** `placeholders`: what envsubst, configure scripts and hands fill in, such as `${NAME}`, `@NAME@` and `<name>`. */
export const templateLanguages = ["jinja", "go", "mustache", "erb", "epp", "terraform", "placeholders"] as const;

export type TemplateLanguage = (typeof templateLanguages)[number];

/**
 * What a tag does. `value`: it gives text that nobody knows; `silent`: it gives none; `open`, `middle` and `close` are the
 * parts of a block.
 */
export interface Tag extends Span {
  readonly kind: "value" | "silent" | "open" | "middle" | "close";
  /**
   * Of an `open`: what becomes of the text up to the next part. `aside`: it is not put out at this place; `wrapped`: nobody
   * knows what is made of it.
   */
  readonly block?: "choice" | "loop" | "aside" | "wrapped";
  /** Of an `open` and a `close`: the word that tells which belong together, where the language has one for each kind of block. */
  readonly pair?: string;
  /** Of a `middle`: taken where none before it was. */
  readonly otherwise?: true;
  /** What an `open` choice asks, and whether it asks for the contrary. */
  readonly condition?: { readonly text: string; readonly negated: boolean };
  /** The white space beside the tag that it removes. */
  readonly trimsBefore?: Trim;
  readonly trimsAfter?: Trim;
}

/** `all` white space, only `blanks` up to the beginning of the line, or one `line-end`. */
export type Trim = "all" | "blanks" | "line-end";

/** No tag is looked for beyond so many characters: one that is never closed is none. */
export const longestTag = 4000;

const scanners: Readonly<Record<TemplateLanguage, (text: string) => readonly Tag[]>> = {
  jinja: scanJinja,
  go: scanCurly,
  mustache: scanCurly,
  erb: (text) => scanErb(text, "ruby"),
  epp: (text) => scanErb(text, "puppet"),
  terraform: scanTerraform,
  placeholders: scanPlaceholders,
};

/** In order, none inside another. */
export function tagsOf(text: string, language: TemplateLanguage): readonly Tag[] {
  return scanners[language](text);
}
