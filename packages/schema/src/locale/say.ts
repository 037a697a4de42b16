/** What kalint says, in the reader's language: English as the sources have it, another language by its catalogue. */
import type { CommandTemplate, MessageTemplate, RuleId } from "./texts.generated.js";

/** A rule's own texts, in Markdown. */
export interface RuleTexts {
  readonly summary: string;
  readonly why: string;
  readonly advice: string;
}

/** The texts of one language, by what they are in English. */
export interface Catalogue {
  readonly messages: Readonly<Partial<Record<MessageTemplate | CommandTemplate, string>>>;
  readonly rules: Readonly<Partial<Record<RuleId, RuleTexts>>>;
  /** Under which key `messages` has a template, where that is not the template itself: in bundles. */
  keyOf?(template: string): string;
  /** Puts a text and what follows it together, by the language's rules for blanks; one of the two is a value. */
  join(text: string, next: string): string;
}

let active: Catalogue | undefined;

/** What is said from now on is said in this language; without a catalogue in English. */
export function speak(catalogue: Catalogue | undefined): void {
  active = catalogue;
}

/**
 * The tag of every text that a person reads: ``say`no vrrp_script ${name} is defined` ``. Its template in the catalogue
 * is `no vrrp_script {0} is defined`; a translation may take the values in another order.
 */
export function say(parts: TemplateStringsArray, ...values: readonly unknown[]): string {
  const template = active && translation(parts);
  if (template !== undefined) {
    const pieces = template.split(/\{(\d+)\}/);
    return pieces.reduce((text, piece, index) => active!.join(text, index % 2 ? String(values[Number(piece)]) : piece));
  }
  let text = parts[0]!;
  for (let index = 0; index < values.length; index += 1) text += String(values[index]) + parts[index + 1];
  return text;
}

/** A text that is data, without values, in the reader's language. */
export function sayText(text: string): string {
  if (!active) return text;
  const { messages, keyOf } = active;
  return messages[(keyOf ? keyOf(text) : text) as MessageTemplate | CommandTemplate] ?? text;
}

/** A rule's texts; of a rule that the catalogue does not have, as it declares them. */
export function textsOf<Declared extends RuleTexts & { readonly id: string }>(rule: Declared): RuleTexts {
  return active?.rules[rule.id as RuleId] ?? rule;
}

const templates = new WeakMap<TemplateStringsArray, string>();

function translation(parts: TemplateStringsArray): string | undefined {
  let template = templates.get(parts);
  if (template === undefined) {
    template = parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`);
    templates.set(parts, template);
  }
  const { messages, keyOf } = active!;
  return messages[(keyOf ? keyOf(template) : template) as MessageTemplate | CommandTemplate];
}
