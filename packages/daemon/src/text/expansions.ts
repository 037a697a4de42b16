/** Lines that come of other lines: those of `~SEQ` and `~LST`, and those of definitions of several lines. */
import { hasHole, type MappedText, originOf, sliceMapped, substituted } from "@kalint/syntax";
import type { Expansion } from "../types.js";
import type { Replaced } from "./definitions.js";
import type { Content, LineReader, RunningDefinition, RunningRepetition } from "./line-reader.js";
import { readRepetition } from "./repetitions.js";
import { type Position, placeIn } from "./reports.js";

export function isRepetition(reading: LineReader, text: string): boolean {
  if (text.startsWith("~SEQ")) return reading.switches.sequences && (reading.switches.lists || text[4] !== "x");
  return reading.switches.lists && text.startsWith("~LST");
}

export function repeat(reading: LineReader, content: MappedText, position: Position): void {
  const repetition = readRepetition(content.text, reading.definitions, reading.switches);
  if ("problem" in repetition) {
    // How often a line is repeated may be unknown.
    if (reading.unknown.length > 0 && hasHole(content.text)) return;
    const { start, end } = originOf(content, 0, content.text.length);
    reading.reports.problem("bad-repetition", position, start, end, { detail: { reason: repetition.problem } });
    return;
  }
  const { start, end } = originOf(content, 0, repetition.textStart);
  const text = sliceMapped(content, repetition.textStart);
  reading.repetitions.push({ ...position, repetition, text, place: placeIn(position, start, end), index: 0 });
}

export function nextRepetition(reading: LineReader, current: RunningRepetition): Content {
  const values = current.repetition.values(current.index)!;
  for (const [at, name] of current.repetition.names.entries()) {
    const known = reading.definitions.get(name);
    reading.definitions.set(name, {
      name,
      value: values[at]!,
      multiline: known?.multiline ?? false,
      place: current.place,
    });
  }
  const step: Expansion = {
    kind: "repetition",
    name: current.repetition.names.map((name, at) => `${name}=${values[at]}`).join(" "),
    place: current.place,
  };
  current.index += 1;
  if (!current.repetition.values(current.index)) reading.repetitions.pop();
  const { source, line } = current;
  return { content: current.text, source, line, expansions: [...current.expansions, step], from: "expansion" };
}

export function noteReplaced(reading: LineReader, replaced: Replaced, position: Position): Position {
  for (const { message, start, end } of replaced.problems) {
    reading.reports.problem("bad-definition", position, start, end, { detail: { reason: message } });
  }
  if (replaced.endless) {
    const { definition, start, end } = replaced.endless;
    reading.reports.problem("expansion-limit", position, start, end, {
      daemon: false,
      detail: { definition: definition.name },
    });
    definition.endless = true;
  }
  const steps = replaced.substitutions.map(
    ({ definition, start, end }): Expansion => ({
      kind: "definition",
      name: definition.name,
      place: placeIn(position, start, end),
      ...(definition.place ? { defined: definition.place } : {}),
    }),
  );
  const result: Position = {
    source: position.source,
    line: position.line,
    expansions: [...position.expansions, ...steps],
  };
  if (!replaced.changed) return result;
  const within = replaced.rests.find(({ substitution: { definition } }) =>
    position.expansions.some(({ kind, name }) => kind === "definition" && name === definition.name),
  );
  if (within) {
    // The lines of a definition lead back to it: keepalived would never come to an end.
    const { definition, start, end } = within.substitution;
    reading.reports.problem("expansion-limit", position, start, end, {
      daemon: false,
      detail: { definition: definition.name },
    });
    definition.endless = true;
    return result;
  }
  for (const { text, substitution } of replaced.rests) {
    if (reading.running) reading.definitionStack.push(reading.running);
    reading.depth = reading.repetitions.length;
    reading.running = {
      ...result,
      text,
      place: placeIn(position, substitution.start, substitution.end),
      depth: reading.depth,
    };
  }
  return result;
}

export function nextOfDefinition(reading: LineReader, current: RunningDefinition): Content {
  const lineEnd = current.text.indexOf("\n");
  const text = lineEnd < 0 ? current.text : current.text.slice(0, lineEnd);
  if (lineEnd >= 0) reading.running = { ...current, text: current.text.slice(lineEnd + 1) };
  else {
    reading.running = reading.definitionStack.pop();
    reading.depth = reading.running?.depth ?? 0;
  }
  const { source, line, expansions } = current;
  return {
    content: substituted(text, current.place.start, current.place.end),
    source,
    line,
    expansions,
    from: "expansion",
  };
}
