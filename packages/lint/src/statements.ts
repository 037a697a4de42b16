/** How rules name statements, and what they claim of a check that names no line of its own. */
import { type EffectiveStatement, type HostConfiguration, type Place, perHost, statementsOf } from "@kalint/daemon";
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

/** What a finding about a block says it lacks: a line that begins with one of the keywords, or any line at all. */
export function lackIn(
  statement: EffectiveStatement | undefined,
  keywords?: readonly string[],
): Pick<Finding, "lacks"> {
  if (statement === undefined) return {};
  const { place, end } = statement;
  if (end === undefined || end.place.file !== place.file) return {};
  return { lacks: { within: { ...place, end: end.place.end }, ...(keywords && { keywords }) } };
}

/** The block at whose keyword or name a finding stands. */
export function blockAt(host: HostConfiguration, { file, start }: Place): EffectiveStatement | undefined {
  return blocksByWord(host).get(`${file}:${start}`);
}

const blocksByWord = perHost((host): ReadonlyMap<string, EffectiveStatement> => {
  const blocks = [...statementsOf(host.effective)].filter(({ end }) => end !== undefined);
  return new Map(
    blocks.flatMap((block) =>
      block.words.slice(0, 2).map(({ place }) => [`${place.file}:${place.start}`, block] as const),
    ),
  );
});

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

/** Whether a place begins within another. */
export function lies(place: Place, around: Place): boolean {
  return place.file === around.file && around.start <= place.start && place.start < around.end;
}
