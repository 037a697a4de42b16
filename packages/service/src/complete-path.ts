import type { Span } from "@kalint/syntax";
import type { Completion } from "./complete.js";
import type { Document } from "./document.js";
import { directoryOf, joinPath } from "./paths.js";

/** Files and folders that an include line could name, seen from the document's directory. */
export function completeIncludePath(document: Document, path: Span, offset: number): readonly Completion[] {
  const typed = document.text.slice(path.start, Math.max(path.start, offset));
  const start = path.start + typed.lastIndexOf("/") + 1;
  const directory = joinPath(directoryOf(document.path), typed.slice(0, typed.lastIndexOf("/") + 1));
  const names = document.host.list(directory) ?? [];
  return names
    .filter((name) => !name.startsWith("."))
    .flatMap((name): Completion[] => {
      const kind = document.host.stat(joinPath(directory, name))?.kind;
      if (kind !== "file" && kind !== "directory") return [];
      const text = kind === "directory" ? `${name}/` : name;
      const place = { insert: { start, end: offset }, replace: { start, end: Math.max(offset, path.end) } };
      return [
        {
          label: text,
          kind: kind === "file" ? "file" : "folder",
          text,
          ...place,
          rank: name.endsWith(".conf") ? 1 : 2,
        },
      ];
    });
}
