import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { UsageError } from "../usage.js";
import { readText, reasonOf } from "./text.js";
import { createText, replaceText } from "./write.js";

/**
 * Writes a file that a command makes, new or over an old one, folders included; a reader never sees a part. `name` is
 * as the user gave it; a new file gets `mode`, cut by the umask.
 */
export function placeText(directory: string, name: string, text: string, mode = 0o666): void {
  const path = resolve(directory, name);
  try {
    const before = statSync(path, { throwIfNoEntry: false });
    if (before?.isFile()) {
      const old = readText(path);
      // What cannot be told from its bytes is replaced as bytes.
      replaceText(path, old.text, old.encoding === "utf8" ? text : Buffer.from(text).toString("latin1"), old.encoding);
      return;
    }
    // A device or a pipe cannot be replaced; a folder gives its reason.
    if (before) {
      writeFileSync(path, text);
      return;
    }
    mkdirSync(dirname(path), { recursive: true });
    createText(path, text, mode);
  } catch (error) {
    throw new UsageError(`${name}: cannot be written: ${reasonOf(error)}`);
  }
}
