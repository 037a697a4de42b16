import assert from "node:assert/strict";
import { type FormatOptions, formatText } from "@kalint/format";
import { parse } from "@kalint/syntax";
import { sameWords } from "../../packages/cli/src/format/same-words.js";
import { rootBlocksForTests } from "./check-syntax.js";
import { daemonReading } from "./daemon-reading.js";

/** Formats, and checks what must hold for every text: a second time changes nothing, the daemon reads the same, comments stay in order, and `kalint format` would write it. */
export function checkFormat(text: string, options: FormatOptions = {}): string {
  const formatted = formatText(text, { ...options, rootBlocks: rootBlocksForTests });
  const again = formatText(formatted, { ...options, rootBlocks: rootBlocksForTests });
  if (again !== formatted) assert.deepEqual({ text, formatted: again }, { text, formatted });
  const before = daemonReading(text);
  const after = daemonReading(formatted);
  if (before.join("\n") !== after.join("\n")) {
    assert.deepEqual({ text, formatted, reading: after }, { text, formatted, reading: before });
  }
  const commentsAfter = commentsOf(formatted);
  const commentsBefore = commentsOf(text);
  if (commentsBefore.join("\n") !== commentsAfter.join("\n")) {
    assert.deepEqual({ text, comments: commentsAfter }, { text, comments: commentsBefore });
  }
  if (!sameWords(text, formatted)) assert.fail(`kalint format would not write ${JSON.stringify({ text, formatted })}`);
  return formatted;
}

function commentsOf(text: string): readonly string[] {
  return parse(text)
    .tokens.filter(({ kind }) => kind === "comment")
    .map(({ start, end }) => text.slice(start, end).trimEnd());
}
