import type { Definition } from "./definitions.js";

/** The definition whose value goes on in the next line, where there is one. */
export interface Pending {
  definition: Definition | undefined;
}

export function appendToPending(pending: Pending, text: string): void {
  const definition = pending.definition!;
  if (text.endsWith("\\")) {
    const kept = text.slice(0, -1).replace(/(?<![ \t])[ \t]+$/, "");
    if (kept !== "") definition.value += `${kept}\n`;
    return;
  }
  endPending(pending);
  definition.value += text;
}

/** An empty line ends it, too. */
export function endPending(pending: Pending): void {
  if (pending.definition?.value === "") pending.definition.multiline = false;
  pending.definition = undefined;
}
