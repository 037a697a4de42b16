import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { say } from "@kalint/schema";
import { UsageError } from "../usage.js";
import { type Encoding, encode, readText, reasonOf } from "./text.js";
import { createText, replaceText } from "./write.js";

interface PlaceOptions {
  /** Of a new file, cut by the umask. */
  readonly mode?: number;
  /** Why a file that is there already is not replaced. Without it every file is. */
  refusal?(old: string): string | undefined;
  /** Folders that are not there are made. */
  readonly makesFolders?: boolean;
  /** Of a new file; UTF-8 where absent. */
  readonly encoding?: Encoding;
}

/**
 * Writes a file that a command makes, new or over an old one; a reader never sees a part. `name` is as the user gave
 * it. Throws a UsageError that names it.
 */
export function placeText(directory: string, name: string, text: string, options: PlaceOptions = {}): void {
  const path = resolve(directory, name);
  try {
    const before = statSync(path, { throwIfNoEntry: false });
    if (before?.isFile()) {
      const old = readText(path);
      const refusal = options.refusal?.(old.text);
      if (refusal !== undefined) throw new UsageError(`${name}: ${refusal}`);
      // What is no UTF-8 is replaced as bytes.
      replaceText(path, old.text, old.encoding === "utf8" ? text : Buffer.from(text).toString("latin1"), old.encoding);
    } else if (before) {
      // A device or a pipe cannot be replaced; a folder gives its reason.
      writeFileSync(path, text);
    } else {
      if (options.makesFolders) mkdirSync(dirname(path), { recursive: true });
      else if (statSync(dirname(path), { throwIfNoEntry: false }) === undefined)
        throw new UsageError(say`${name}: there is no folder ${dirname(name)}: make it first`);
      createText(path, encode(text, options.encoding ?? "utf8"), options.mode);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(say`${name}: cannot be written: ${reasonOf(error)}`);
  }
}
