import { printEffective } from "@kalint/daemon";
import { maskSecrets } from "@kalint/schema";
import { lineTable, positionAt } from "@kalint/syntax";
import type { Document } from "./document.js";

export interface EffectiveView {
  /** Every `@id` that the configuration names: each may be another host. */
  readonly configIds: readonly string[];
  /** The one that is shown. */
  readonly configId?: string;
  /** What keepalived holds of the files there, without includes, conditions and definitions. */
  readonly text: string;
}

/** What the host with this `@id` reads of a document and of what it includes; of the first id, where none is asked for. */
export function effectiveOf(document: Document, wanted?: string): EffectiveView {
  const { host, path, target, withoutFeatures, queries } = document;
  const asked = { path, target, withoutFeatures };
  const configIds = queries.configIds(asked);
  const configId = wanted ?? configIds[0];
  const effective = queries.effective({ ...asked, ...(configId !== undefined && { configId }) });
  const lineOf = ({ file, start }: { readonly file: string; readonly start: number }): number =>
    positionAt(lineTable(host.read(file) ?? ""), start).line + 1;
  const text = maskSecrets(printEffective(effective, { origins: true, masksPasswords: true, lineOf }));
  return { configIds, ...(configId !== undefined && { configId }), text };
}
