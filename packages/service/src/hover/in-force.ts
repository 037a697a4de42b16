import { type EffectiveWord, statementsOf } from "@kalint/daemon";
import { say } from "@kalint/schema";
import type { Document } from "../document.js";
import { code } from "../markdown.js";

/** A longer definition is shown by its first lines. */
const mostLines = 10;

/** What words with references are once they are replaced, on each host that reads them. */
export function valueInForce(document: Document, offset: number): string | undefined {
  const values = new Map<string, string[]>();
  for (const host of document.hosts) {
    const lines = wordsAt(host.effective, document.path, offset);
    if (lines.length === 0 || lines.flat().some(({ unknown }) => unknown !== undefined)) continue;
    const { configId = "" } = host.effective;
    const shown = lines.slice(0, mostLines).map((words) => code(words.map(({ value }) => value).join(" ")));
    const value = [...shown, ...(lines.length > mostLines ? ["…"] : [])].join(", ");
    values.set(value, [...(values.get(value) ?? []), configId]);
  }
  if (values.size === 0) return undefined;
  const [only] = values.keys();
  if (values.size === 1) return say`In force: ${only!}`;
  return [...values].map(([value, ids]) => say`- ${value} on ${ids.join(", ")}`).join("\n");
}

type Reading = Parameters<typeof statementsOf>[0];

/** By line: a reference may stand for several. */
function wordsAt(effective: Reading, file: string, offset: number): readonly (readonly EffectiveWord[])[] {
  const isHere = ({ place, expanded }: EffectiveWord): boolean =>
    expanded === true && place.file === file && place.start <= offset && offset <= place.end;
  return [...statementsOf(effective)]
    .flatMap(({ words, lines }) => [words, ...lines.map((line) => line.words)])
    .map((words) => words.filter(isHere))
    .filter((words) => words.length > 0);
}
