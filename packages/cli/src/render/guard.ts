import type { Sink } from "../surroundings.js";
import { harmless } from "./width.js";

/** What `--watch` writes before each run. */
export const clearScreen = "\u001b[2J\u001b[3J\u001b[H";

/**
 * A sink that lets no text of someone else's steer the terminal: file names, config-ids and file contents may hold
 * control characters, and become pictures of them. Colours, tabs and line ends stay.
 */
export function guarded(sink: Sink): Sink {
  return {
    write(text) {
      if (text === clearScreen) sink.write(text);
      else sink.write(withoutControls(typeof text === "string" ? text : Buffer.from(text).toString("utf8")));
    },
    isTerminal: sink.isTerminal,
    get columns() {
      return sink.columns;
    },
  };
}

/** Colours, tabs and line ends. ESC is written as a variable, because it is meant. */
const kept = new RegExp(`(${"\u001b"}\\[[0-9;]*m|\\t|\\r?\\n)`);

/** The same for one text, where it goes into a log. */
export function withoutControls(text: string): string {
  return text
    .split(kept)
    .map((part, index) => (index % 2 === 1 ? part : harmless(part)))
    .join("");
}
