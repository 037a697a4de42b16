import type { Document } from "../document.js";
import { filesOf } from "../names.js";
import type { Completion } from "./complete.js";

/** The ids behind an `@` that begins a line; `undefined` where the cursor is behind none. */
export function completeCondition(document: Document, offset: number): readonly Completion[] | undefined {
  const { text } = document;
  const before = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const typed = /^[ \t]*@\^?([\w.-]*)$/.exec(before)?.[1];
  if (typed === undefined) return undefined;
  const start = offset - typed.length;
  const rest = /^[\w.-]*/.exec(text.slice(offset, offset + 100))?.[0] ?? "";
  return idsIn(document, offset).map((id) => ({
    label: id,
    kind: "name",
    text: id,
    detail: "config-id",
    insert: { start, end: offset },
    replace: { start, end: offset + rest.length },
    rank: 1,
  }));
}

/** Those of the other lines and of the hosts of the same cluster, which might as well be named here. */
function idsIn(document: Document, offset: number): readonly string[] {
  const ids = filesOf(document).flatMap(({ path, text }) =>
    Array.from(text.matchAll(/^[ \t]*@\^?([\w.-]+)/gm))
      .filter((match) => path !== document.path || offset < match.index || match.index + match[0].length < offset)
      .map((match) => match[1]!),
  );
  const hosts = document.clusters
    .filter(({ hosts }) => hosts.some(({ effective }) => effective.path === document.path))
    .flatMap((cluster) => cluster.hosts.flatMap(({ effective }) => effective.configId ?? []));
  return [...new Set([...ids, ...hosts])].toSorted();
}
