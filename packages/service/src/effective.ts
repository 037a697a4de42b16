import { type Host, printEffective } from "@kalint/daemon";
import { askedOf, createQueries } from "@kalint/project";
import { maskSecrets } from "@kalint/schema";
import { lineTable, positionAt } from "@kalint/syntax";
import type { Document } from "./document.js";
import { directoryOf, relativePath } from "./paths.js";

export interface EffectiveView {
  /** Every `@id` that the configuration names: each may be another host. */
  readonly configIds: readonly string[];
  /** The one that is shown. */
  readonly configId?: string;
  /** What keepalived holds of the files there, without includes, conditions and definitions. */
  readonly text: string;
  /** The files that were read for it. */
  readonly files: readonly string[];
}

type Readable = Pick<Document, "host" | "path" | "target" | "withoutFeatures" | "buildOf" | "queries">;

/** What the host with this `@id` reads of a document and of what it includes; of the first id, where none is asked for. */
export function effectiveOf(document: Readable, wanted?: string): EffectiveView {
  const { host, path, queries } = document;
  const configIds = queries.configIds(askedOf(document, path));
  const configId = wanted ?? configIds[0];
  const effective = queries.effective(askedOf(document, path, configId));
  const lineOf = ({ file, start }: { readonly file: string; readonly start: number }): number =>
    positionAt(lineTable(host.read(file) ?? ""), start).line + 1;
  const pathOf = (file: string) => relativePath(directoryOf(path), file);
  const text = maskSecrets(printEffective(effective, { origins: true, masksPasswords: true, pathOf, lineOf }));
  const files = effective.files.map((file) => file.path);
  return { configIds, ...(configId !== undefined && { configId }), text, files };
}

/** The same where some files have other texts, such as those of an earlier commit; `undefined`: there was no such file. */
export function effectiveWith(
  { host: now, ...document }: Readable,
  texts: ReadonlyMap<string, string | undefined>,
  wanted?: string,
): EffectiveView {
  const host = replacing(now, texts);
  return effectiveOf({ ...document, host, queries: createQueries({ host }) }, wanted);
}

function replacing(host: Host, texts: ReadonlyMap<string, string | undefined>): Host {
  const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/"));
  return {
    ...host,
    read: (path) => (texts.has(path) ? texts.get(path) : host.read(path)),
    stat(path) {
      if (!texts.has(path)) return host.stat(path);
      const text = texts.get(path);
      return text === undefined ? undefined : (host.stat(path) ?? { kind: "file", executable: false });
    },
    list(folder) {
      const names = new Set(host.list(folder));
      for (const [path, text] of texts) {
        if (folderOf(path) !== folder) continue;
        const name = path.slice(folder.length + 1);
        if (text === undefined) names.delete(name);
        else names.add(name);
      }
      return names.size > 0 ? [...names] : host.list(folder);
    },
  };
}
