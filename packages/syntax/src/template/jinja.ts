import { endOfCode, normalised } from "./code.js";
import { longestTag, type Tag } from "./tags.js";

const expressionEnd = /[-+]?\}\}/y;
const statementEnd = /[-+]?%\}/y;

/** Jinja2 and Ansible's use of it: `{{ … }}`, `{% … %}`, `{# … #}`, with `-` for the white space beside the tag. */
export function scanJinja(text: string): readonly Tag[] {
  const tags: Tag[] = [];
  const opening = /\{[{%#]/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const start = match.index;
    const sign = text[start + 1];
    const end =
      sign === "#"
        ? endOfComment(text, start)
        : endOfCode(text, start + 2, longestTag, { end: sign === "{" ? expressionEnd : statementEnd, quotes: "'\"" });
    if (end === undefined) continue;
    opening.lastIndex = end;
    const code = text.slice(start + 2, end - 2);
    const trims = {
      ...(code.startsWith("-") && { trimsBefore: "all" as const }),
      ...(code.endsWith("-") && { trimsAfter: "all" as const }),
    };
    const inner = normalised(code.replace(/^[-+]/, "").replace(/[-+]$/, ""));
    if (sign === "{") tags.push({ start, end, kind: "value", ...trims });
    else if (sign === "#") tags.push({ start, end, kind: "silent", ...trims });
    else {
      tags.push({ start, end, ...statement(inner), ...trims });
      if (/^(?:raw|verbatim)$/.test(inner)) opening.lastIndex = endOfRaw(text, end);
    }
  }
  return tags;
}

function statement(code: string): Omit<Tag, "start" | "end"> {
  const [name = "", rest = ""] = /^(\w*)(?:\s+([\s\S]*))?/.exec(code)?.slice(1) ?? [];
  switch (name) {
    case "if": {
      const negated = /^not\b\s*/.exec(rest);
      const condition = { text: rest.slice(negated?.[0].length ?? 0), negated: negated !== null };
      return { kind: "open", pair: name, block: "choice", condition };
    }
    case "for":
      return { kind: "open", pair: name, block: "loop" };
    case "elif":
      return { kind: "middle" };
    case "else":
      return { kind: "middle", otherwise: true };
    case "macro":
      return { kind: "open", pair: name, block: "aside" };
    case "set":
      return rest.includes("=") ? { kind: "silent" } : { kind: "open", pair: name, block: "aside" };
    case "call":
      return { kind: "open", pair: name, block: "wrapped" };
    case "endif":
    case "endfor":
    case "endmacro":
    case "endset":
    case "endcall":
      return { kind: "close", pair: name.slice("end".length) };
    case "include":
    case "extends":
      return { kind: "value" };
    default:
      return { kind: "silent" };
  }
}

function endOfComment(text: string, start: number): number | undefined {
  // A licence at the head of a file is longer than any tag.
  const end = text.indexOf("#}", start + 2);
  return end < 0 ? undefined : end + 2;
}

function endOfRaw(text: string, from: number): number {
  const found = text.slice(from).search(/\{%[-+]?\s*end(?:raw|verbatim)\s*[-+]?%\}/);
  return found < 0 ? text.length : from + found;
}
