/** Lines that define a name, here or on another host. */
import { type MappedText, originOf } from "@kalint/syntax";
import { type Definition, readDefinition } from "./definitions.js";
import type { LineReader } from "./line-reader.js";
import { type Position, placeIn } from "./reports.js";
import { holeFor } from "./unknown.js";

export function define(reading: LineReader, content: MappedText, position: Position): boolean {
  const found = readDefinition(content.text);
  if (!found) return false;
  const { start, end } = originOf(content, 0, content.text.length);
  const definition: Definition = {
    name: found.name,
    value: found.value,
    multiline: found.multiline,
    place: placeIn(position, start, end),
  };
  reading.definitions.set(found.name, definition);
  reading.defined.push({ name: found.name, place: definition.place!, value: found.value, multiline: found.multiline });
  if (found.multiline) reading.pending.definition = definition;
  return true;
}

/** What only another host defines has a value that this one does not know. */
export function noteForeign(reading: LineReader, content: MappedText, position: Position): void {
  const blank = content.text.search(/[ \t{}]\$/);
  const found = blank < 0 ? undefined : readDefinition(content.text.slice(blank + 1));
  if (found === undefined || reading.definitions.has(found.name)) return;
  const { start, end } = originOf(content, 0, content.text.length);
  const value = holeFor(reading.unknown, `$${found.name}`);
  reading.definitions.set(found.name, {
    name: found.name,
    value,
    multiline: false,
    place: placeIn(position, start, end),
    foreign: true,
  });
}

/** A name that is not defined here may be defined in a file that was not read. */
export function noteUnread(reading: LineReader, text: string): void {
  for (const [, name] of text.matchAll(/\$\{?([A-Za-z_][A-Za-z0-9_]*)/g)) {
    if (!name || reading.definitions.has(name)) continue;
    reading.definitions.set(name, {
      name,
      value: holeFor(reading.unknown, `$${name}`),
      multiline: false,
      place: undefined,
      foreign: true,
    });
  }
}
