/** What commander itself says, in the reader's language: the headings of its help, and its errors. */
import { say } from "@kalint/schema";
import { Help, type HelpConfiguration } from "commander";
import { displayWidth } from "./render/width.js";
import { hasHan, wrap } from "./render/wrap.js";

export const helpLayout: HelpConfiguration = {
  displayWidth,
  styleTitle: (title) => headings()[title] ?? title,
  optionDescription: (option) =>
    new Help().optionDescription(option).replace(/\(default: ([^()]{0,200})\)$/, translatedDefault),
  /** commander ends lines at blanks, and Chinese has none. */
  boxWrap(text, width) {
    if (hasHan(text)) return wrap(text, width).join("\n");
    return Help.prototype.boxWrap.call(this, text, width);
  },
};

/** A default that an option declares; others are part of its text. */
function translatedDefault(_: string, value: string): string {
  return say`(default: ${value})`;
}

const headings = (): Readonly<Record<string, string>> => ({
  "Usage:": say`Usage:`,
  "Arguments:": say`Arguments:`,
  "Options:": say`Options:`,
  "Commands:": say`Commands:`,
});

/** An error as commander words it, `error: ` included. */
export function translatedError(error: string): string {
  const text = error.replace(/^error: /, "");
  for (const [wording, translate] of wordings) {
    const found = wording.exec(text);
    if (found === null) continue;
    const similar = /\n\(Did you mean (?:one of )?(.*)\?\)/.exec(text)?.[1];
    return [translate(...found.slice(1)), ...(similar === undefined ? [] : [suggested(similar)]), ""].join("\n");
  }
  return text;
}

function suggested(similar: string): string {
  return similar.includes(", ") ? say`(Did you mean one of ${similar}?)` : say`(Did you mean ${similar}?)`;
}

const wordings: readonly (readonly [RegExp, (...values: readonly string[]) => string])[] = [
  [/^missing required argument '(.*)'/, (name) => say`missing required argument '${name}'`],
  [/^option '(.*)' argument missing/, (flags) => say`option '${flags}' argument missing`],
  [/^unknown option '(.*)'/, (flag) => say`unknown option '${flag}'`],
  [/^unknown command '(.*)'/, (name) => say`unknown command '${name}'`],
  [
    /^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\./,
    (name, expected, got) =>
      expected === "1"
        ? say`too many arguments for '${name}'. Expected ${expected} argument but got ${got}.`
        : say`too many arguments for '${name}'. Expected ${expected} arguments but got ${got}.`,
  ],
];
