/** Places in the files that were read. */
import { type LineTable, lineTable, positionAt } from "@kalint/syntax";
import { createMemory } from "./memo.js";
import type { EffectiveConfiguration, Place, SourceFile } from "./types.js";

/** The file that a place lies in, among those that were read. */
export function fileOf(effective: EffectiveConfiguration, place: Pick<Place, "file">): SourceFile | undefined {
  const [main] = effective.files;
  if (main?.path === place.file) return main;
  let byPath = files.get(effective);
  if (byPath === undefined) {
    // Of a path that comes twice the first counts.
    byPath = new Map(effective.files.map((file) => [file.path, file] as const).reverse());
    files.set(effective, byPath);
  }
  return byPath.get(place.file);
}

const files = createMemory<EffectiveConfiguration, ReadonlyMap<string, SourceFile>>();

/** Line tables live as long as their files, which never change. */
const tables = createMemory<SourceFile, LineTable>();

/** The line of an offset, from 1. */
export function lineAt(file: SourceFile, offset: number): number {
  let table = tables.get(file);
  if (table === undefined) {
    table = lineTable(file.text);
    tables.set(file, table);
  }
  return positionAt(table, offset).line + 1;
}

/** Whether two places are of one word: words begin apart. */
export function isSamePlace(one: Pick<Place, "file" | "start">, other: Pick<Place, "file" | "start">): boolean {
  return one.start === other.start && one.file === other.file;
}
