import { type EffectiveWord, statementsOf } from "@kalint/daemon";
import { say } from "@kalint/schema";
import type { Document } from "../document.js";
import { code } from "../markdown.js";

/** What a word with references is once they are replaced, on each host that reads it. */
export function valueInForce(document: Document, offset: number): string | undefined {
  const values = new Map<string, string[]>();
  for (const host of document.hosts) {
    const word = wordAt(host.effective, document.path, offset);
    if (!word || word.unknown !== undefined) continue;
    const { configId = "" } = host.effective;
    values.set(word.value, [...(values.get(word.value) ?? []), configId]);
  }
  if (values.size === 0) return undefined;
  const [only] = values.keys();
  if (values.size === 1) return say`In force: ${code(only!)}`;
  return [...values].map(([value, ids]) => say`- ${code(value)} on ${ids.join(", ")}`).join("\n");
}

type Reading = Parameters<typeof statementsOf>[0];

function wordAt(effective: Reading, file: string, offset: number): EffectiveWord | undefined {
  const isHere = ({ place, expanded }: EffectiveWord): boolean =>
    expanded === true && place.file === file && place.start <= offset && offset <= place.end;
  for (const { words, lines } of statementsOf(effective)) {
    const found = words.find(isHere) ?? lines.flatMap((line) => line.words).find(isHere);
    if (found) return found;
  }
  return undefined;
}
