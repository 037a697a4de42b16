import { newestVersion, switchesOf, type Version } from "@kalint/schema";
import { mapped, type Steps, toEnd } from "@kalint/syntax";
import type { Host } from "./host.js";
import { removeComment } from "./text/comments.js";
import { readLinesInSteps } from "./text/lines.js";

/** A file that was read. */
interface ReadFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Every id that an `@id` or `@^id` line names in a file and in what it includes, in the order of reading. Includes that
 * only some hosts read are followed too: each id that is found is tried in turn.
 */
export function configIdsOf(options: { readonly path: string; readonly host: Host }): readonly string[] {
  // Most files name no host and include nothing: they need not be read for it.
  const main = options.host.read(options.path) ?? "";
  if (!main.includes("include") && !mayNameHosts(main)) return [];
  const switches = switchesOf(newestVersion);
  return toEnd(
    configIdsInSteps(function* (configId) {
      return (yield* readLinesInSteps({ ...options, switches, configId })).sources;
    }),
  );
}

/** Whether a text may have a line for some hosts: a sign that is not in the middle of a mail address. */
export function mayNameHosts(text: string): boolean {
  return text.includes("@") && /(?:^|[^\w.+-])@/.test(text);
}

/** The same, where the files that a host with an id reads are had anyway; with a pause before each reading. */
export function* configIdsInSteps(
  filesOf: (configId: string | undefined) => Steps<readonly ReadFile[]>,
): Steps<readonly string[]> {
  const found = new Set<string>();
  const tried = new Set<string>();
  const scanned = new Set<string>();
  const switches = switchesOf(newestVersion);
  let configId: string | undefined;
  let mayIncludeMore = false;
  do {
    yield;
    for (const { path, text } of yield* filesOf(configId)) {
      if (scanned.has(path)) continue;
      scanned.add(path);
      mayIncludeMore ||= text.includes("include");
      if (!text.includes("@")) continue;
      for (const line of text.split("\n")) {
        if (!line.includes("@")) continue;
        const code = removeComment(mapped(line, 0), switches.backslashOutlivesComment).line.text;
        for (const match of code.matchAll(/(?:^|[{}])[ \t]*@\^?([^ \t]+)/g)) {
          // An id with nothing behind it is no condition. Asked here, because asking in the expression tries every start again.
          if (/^[ \t]+[^ \t]/.test(code.slice(match.index + match[0].length))) found.add(match[1]!);
        }
      }
    }
    if (configId !== undefined) tried.add(configId);
    configId = [...found].find((id) => !tried.has(id));
  } while (mayIncludeMore && configId !== undefined && tried.size < 64 && scanned.size < 10_000);
  return [...found];
}

/** Whether a release opens the same files as the newest: those that know no include or condition open fewer. */
export function readsConditions(target: Version): boolean {
  const { conditions, negatedConditions, includes, definitions, sequences, lists } = switchesOf(target);
  return conditions && negatedConditions && includes && definitions && sequences && lists;
}
