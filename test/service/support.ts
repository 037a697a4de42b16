import { memoryHost } from "@kalint/daemon";
import { clustersOf, createQueries } from "@kalint/project";
import { type Document, inclusionOf, newestVersion, openDocument, type Version } from "@kalint/service";

export interface Marked {
  readonly document: Document;
  /** The texts without marks, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Where `<|>` stood. */
  readonly offset: number;
  /** What stood between `«` and `»`, by file. */
  readonly spans: readonly { readonly file: string; readonly start: number; readonly end: number }[];
}

/**
 * A document with its cursor at `<|>`. `#- path` starts another file of the same folder; the document is the one with
 * the cursor, or the first one. `«` and `»` mark places that the test expects.
 */
export function openMarked(marked: string, target: Version = newestVersion): Marked {
  const parts = marked.split(/^#- (\S+)\n/m);
  const files = new Map<string, string>();
  if (parts[0] !== "" || parts.length === 1) files.set("keepalived.conf", parts[0] ?? "");
  for (let index = 1; index < parts.length; index += 2) files.set(parts[index] ?? "", parts[index + 1] ?? "");

  const spans: { file: string; start: number; end: number }[] = [];
  const texts: Record<string, string> = {};
  let path = [...files.keys()][0] ?? "keepalived.conf";
  let offset = 0;
  for (const [file, text] of files) {
    let plain = "";
    const opened: number[] = [];
    for (const part of text.split(/(<\|>|«|»)/)) {
      if (part === "<|>") [path, offset] = [file, plain.length];
      else if (part === "«") opened.push(plain.length);
      else if (part === "»") spans.push({ file, start: opened.pop() ?? 0, end: plain.length });
      else plain += part;
    }
    texts[file] = plain;
  }
  const host = memoryHost(texts);
  const queries = createQueries({ host });
  const all = Object.entries(texts).map(([file, text]) => openDocument(text, file, { target, host }));
  const inclusion = () => inclusionOf(path, all);
  const configurations = Object.keys(texts).filter((file) => file.endsWith(".conf"));
  const found = clustersOf({ paths: configurations, host, queries, target });
  const clusters = () => found;
  const document = openDocument(texts[path] ?? "", path, { target, host, queries, inclusion, clusters });
  return { document, offset, spans, files: texts };
}
