import { newestVersion, switchesOf, type Version } from "@kalint/schema";
import { type QuotedSplit, type SplitWord, splitQuoted } from "./text/words.js";
import type { EffectiveStatement } from "./types.js";

/** What a keyword with a script (or a regular expression) makes of its line. Offsets count in `statement.raw`. */
export type ScriptSplit =
  | {
      readonly kind: "script";
      /** The words of the line, the keyword first: the second is the command line, then user and group. */
      readonly words: readonly SplitWord[];
      /** Command and its parameters. */
      readonly command: readonly string[];
    }
  /** keepalived ignores the line. */
  | Exclude<QuotedSplit, { kind: "words" }>;

/** Splits the raw line of a keyword whose schema names a splitter, as the target does it. */
export function splitScript(statement: EffectiveStatement, target: Version = newestVersion): ScriptSplit {
  const switches = switchesOf(target);
  const escaped = statement.keyword.splitter === "escaped";
  const line = splitQuoted(statement.raw, escaped || !switches.scriptsKeepEscapes, switches);
  if (line.kind !== "words") return line;
  const text = line.words[1]?.value ?? "";
  if (escaped) return { kind: "script", words: line.words, command: text === "" ? [] : [text] };
  const command = splitQuoted(text, true, switches);
  if (command.kind !== "words") return command;
  return { kind: "script", words: line.words, command: command.words.map(({ value }) => value) };
}
