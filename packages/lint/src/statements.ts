/** What rules say of statements, and the edits that take them away or add to them. */
import { type EffectiveStatement, fileOf, type HostConfiguration, headerPlace } from "@kalint/daemon";
import { lineEndAt } from "./edits.js";
import { quote } from "./suggest.js";
import type { Finding, Fix } from "./types.js";

/** How messages name a block: `virtual_server 10.0.0.1 80`. */
export function nameOf(statement: EffectiveStatement): string {
  const [keyword, ...rest] = statement.words.map(({ value }) => value);
  return rest.length === 0 ? keyword! : `${keyword} ${quote(rest.join(" ")).slice(1, -1)}`;
}

/** The claim of a check at the end of a block: it names the line of the closing brace, or none where there is no brace. */
export function atEndOf(statement: EffectiveStatement): Pick<Finding, "daemon"> {
  const { end } = statement;
  return { daemon: { line: end === undefined || end.missing ? null : end.line } };
}

/** The claim of a check that runs once everything has been read, which names no line; none is made after a fatal stop. */
export function afterReading(host: HostConfiguration): Pick<Finding, "daemon"> {
  return host.effective.fatal ? {} : { daemon: { line: null } };
}

/** Puts a line before the first statement of a block. `safe: false`: it is a choice. */
export function insertInto(host: HostConfiguration, block: EffectiveStatement, line: string): readonly Fix[] {
  const first = block.children[0];
  const text = first && fileOf(host.effective, first.place)?.text;
  if (text === undefined || isExpanded(first!) || isExpanded(block) || first!.place.file !== block.place.file)
    return [];
  const { file, start } = headerPlace(first!);
  const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  if (indent.trim() !== "") return [];
  const inserted = `${line}${lineEndAt(text, start)}${indent}`;
  return [{ title: `add \`${line}\``, safe: false, edits: [{ file, start, end: start, text: inserted }] }];
}

function isExpanded(statement: EffectiveStatement): boolean {
  return (
    statement.words.some((word) => word.expanded) ||
    statement.expansions.some(({ kind }) => kind === "definition" || kind === "repetition")
  );
}
