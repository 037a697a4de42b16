import { resolve } from "node:path";
import { statOf } from "@kalint/disk";
import { rootOf, rootOfFile } from "@kalint/project";
import { absolute } from "../configuration.js";
import { standardInput } from "./find.js";
import type { NodeHost } from "./host.js";

/** What the command line says of how far reading may go. */
export interface Reach {
  /** Folders outside the repository into which includes are followed. */
  readonly includeRoot?: readonly string[];
  /** The files are this machine's own: nothing is outside. */
  readonly thisHost?: boolean;
}

/**
 * Confines reading to the repositories that the arguments lie in: to the git work tree of each, else to the folder that
 * was named. A file that was named itself is read wherever a link leads.
 */
export function confine(host: NodeHost, directory: string, given: readonly string[], reach: Reach): void {
  if (reach.thisHost) return;
  const current = absolute(directory, ".");
  for (const argument of given) {
    const path = absolute(directory, argument);
    // What is not there is perhaps a glob, which counts from the current folder.
    const kind = argument === standardInput ? undefined : statOf(path)?.kind;
    if (kind === undefined) host.allow(rootOf(host, current));
    else if (kind === "directory") host.allow(rootOf(host, path));
    else {
      host.allow(path);
      host.allow(rootOfFile(host, current, path));
    }
  }
  for (const folder of reach.includeRoot ?? []) host.allow(resolve(directory, folder));
  host.confine();
}
