import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "../usage.js";
import { reasonOf, replaceText } from "./text.js";

/**
 * Writes a file that a command makes, new or over an old one: beside it and then renamed, folders included, so that a
 * reader never sees a part. `name` is as the user gave it; a new file gets `mode`, cut by the umask.
 */
export function placeText(directory: string, name: string, text: string, mode = 0o666): void {
  const path = resolve(directory, name);
  try {
    const before = statSync(path, { throwIfNoEntry: false });
    if (before?.isFile()) {
      replaceText(path, text, "utf8");
      return;
    }
    // A device or a pipe cannot be replaced; a folder gives its reason.
    if (before) {
      writeFileSync(path, text);
      return;
    }
    mkdirSync(dirname(path), { recursive: true });
    const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.kalint`);
    try {
      writeFileSync(temporary, text, { mode, flag: "wx" });
      renameSync(temporary, path);
    } finally {
      rmSync(temporary, { force: true });
    }
  } catch (error) {
    throw new UsageError(`${name}: cannot be written: ${reasonOf(error)}`);
  }
}
