import { say } from "../locale/say.js";
import { wordsThatOpenNothing } from "../lookup.js";
import { binaryData } from "./binary.js";
import { nouns } from "./nouns.js";
import { findProgram } from "./programs.js";
import { findTemplateTag, type TagLanguage } from "./templates.js";

/** A text that keepalived cannot mean, or not as it is written. Offsets are half-open and count UTF-16 units. */
export interface ForeignContent {
  readonly kind: "binary" | "conflict" | "program" | "template";
  /** What it is, as a noun and in English: "a shell script", "a Jinja template". */
  readonly what: string;
  /** The part of the text that shows it. */
  readonly start: number;
  readonly end: number;
  /** One sentence without a full stop, fit to follow a path and a colon. */
  readonly reason: string;
}

/**
 * Says what a text is that is no plain keepalived configuration, and `undefined` for all others, fragments and empty texts among them.
 * Only what is certain counts: a configuration full of mistakes is still one. Template forms that keepalived reads as words or
 * as references to definitions (`$NAME`, `${NAME}`, `@NAME@`, `<name>`) change nothing in the structure of a text and are no reason.
 */
export function foreignContent(text: string): ForeignContent | undefined {
  if (last?.text === text) return last.content;
  const content = lately.has(text) ? lately.get(text) : contentOf(text);
  last = { text, content };
  if (text.length <= longestKept && !lately.has(text)) {
    if (lately.size === mostKept) lately.clear();
    lately.set(text, content);
  }
  return content;
}

/** Several ask of the same text, one after the other, and of many short ones at different times of a run. */
let last: { readonly text: string; readonly content: ForeignContent | undefined } | undefined;
const lately = new Map<string, ForeignContent | undefined>();
const longestKept = 20_000;
const mostKept = 500;

function contentOf(text: string): ForeignContent | undefined {
  const binary = binaryData(text);
  if (binary !== undefined) {
    return said({ kind: "binary", ...binary }, () => say`this is ${nouns[binary.what]()}, not text`);
  }
  // An expression tries each line of the text; the signs themselves are found at once, or not.
  const isTorn = ["<<<<<<<", ">>>>>>>", "|||||||"].some((sign) => text.includes(sign));
  const conflict = !isTorn ? null : /^(?:<{7}|>{7}|\|{7})(?:[ \t].*)?$/m.exec(text);
  if (conflict !== null) {
    const what = "a text with merge-conflict marks";
    const [sign, line] = [conflict[0].slice(0, 7), lineOf(text, conflict.index)];
    const found = { kind: "conflict", what, start: conflict.index, end: endOf(conflict) } as const;
    return said(found, () => say`merge-conflict marks ('${sign}' on line ${line})`);
  }
  const program = findProgram(text);
  if (program !== undefined) {
    return said(
      { kind: "program", ...program },
      () => say`this is ${nouns[program.what]()}, not a keepalived configuration`,
    );
  }
  const tag = findTemplateTag(text, wordsThatOpenNothing);
  if (tag === undefined) return undefined;
  const { start, end, what } = tag;
  const shown = text.slice(start, end).split("\n")[0]!.trim();
  const short = shown.length > 40 ? `${shown.slice(0, 39)}…` : shown;
  const line = lineOf(text, start);
  return said({ kind: "template", what, start, end }, () => say`this is ${nouns[what]()} ('${short}' on line ${line})`);
}

/** The reason is worded when it is read: the same text may be asked of before the language is known. */
function said(content: Omit<ForeignContent, "reason">, reason: () => string): ForeignContent {
  return {
    ...content,
    get reason() {
      return reason();
    },
  };
}

/** The language whose tags a text has, outside of comments. */
export function templateLanguageIn(text: string): TagLanguage | undefined {
  return findTemplateTag(text, wordsThatOpenNothing)?.language;
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}
