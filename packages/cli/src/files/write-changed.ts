import { resolve } from "node:path";
import { say } from "@kalint/schema";
import type { ChangedFile } from "../check/fix.js";
import type { NodeHost } from "./host.js";
import { reasonOf } from "./text.js";

interface UnwrittenFile extends ChangedFile {
  readonly problem: string;
}

/** Writes what has changed; gives what could not be written, and why. Only a run that writes loads the writer. */
export async function writeChanged(
  directory: string,
  host: NodeHost,
  changed: readonly ChangedFile[],
): Promise<readonly UnwrittenFile[]> {
  const { replaceText } = await import("./write.js");
  return changed.flatMap((file) => {
    const { path, before, after } = file;
    try {
      replaceText(resolve(directory, path), before, after, host.encodingOf(path));
      return [];
    } catch (error) {
      return [{ ...file, problem: say`${path}: cannot be written: ${reasonOf(error)}` }];
    }
  });
}
