import { endOfCode, normalised } from "./code.js";
import { longestTag, type Tag } from "./tags.js";

const braceEnd = /~?\}/y;

/** Terraform's templatefile: `${ … }` and `%{ … }`; `$${` and `%%{` are text. */
export function scanTerraform(text: string): readonly Tag[] {
  const tags: Tag[] = [];
  const opening = /(?<![$%])[$%]\{/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const start = match.index;
    const end = endOfCode(text, start + 2, longestTag, { end: braceEnd, quotes: '"' });
    if (end === undefined) continue;
    opening.lastIndex = end;
    const code = text.slice(start + 2, end - 1);
    const trims = {
      ...(code.startsWith("~") && { trimsBefore: "all" as const }),
      ...(code.endsWith("~") && { trimsAfter: "all" as const }),
    };
    const inner = normalised(code.replace(/^~/, "").replace(/~$/, ""));
    tags.push({ start, end, ...(text[start] === "$" ? { kind: "value" as const } : directive(inner)), ...trims });
  }
  return tags;
}

function directive(code: string): Omit<Tag, "start" | "end"> {
  const asked = /^if (! ?)?(.*)$/.exec(code);
  if (asked !== null) {
    const condition = { text: asked[2]!, negated: asked[1] !== undefined };
    return { kind: "open", pair: "if", block: "choice", condition };
  }
  if (/^for\b/.test(code)) return { kind: "open", pair: "for", block: "loop" };
  if (code === "else") return { kind: "middle", otherwise: true };
  return /^end(?:if|for)$/.test(code) ? { kind: "close", pair: code.slice("end".length) } : { kind: "silent" };
}
