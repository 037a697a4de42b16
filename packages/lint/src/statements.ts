/** How rules name statements, and what they claim of a check that names no line of its own. */
import type { EffectiveStatement, Place } from "@kalint/daemon";
import { quote } from "./suggest.js";
import type { Finding } from "./types.js";

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

/** Whether a place lies in a statement's block. */
export function holds({ place: { file, start }, end }: EffectiveStatement, place: Place): boolean {
  return (
    file === place.file &&
    start <= place.start &&
    end !== undefined &&
    end.place.file === file &&
    place.end <= end.place.end
  );
}
