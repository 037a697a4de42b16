import { normalised } from "./code.js";
import { longestTag, type Tag } from "./tags.js";

/** Tags of Ruby (Puppet's and Chef's ERB) or of Puppet's own language (EPP). `<%%` and `%%>` are text. */
export function scanErb(text: string, code: "ruby" | "puppet"): readonly Tag[] {
  const tags: Tag[] = [];
  const opening = /<%(?!%)/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const start = match.index;
    const close = text.slice(start, start + longestTag).search(/(?<!%)%>/);
    if (close < 0) continue;
    const end = start + close + 2;
    opening.lastIndex = end;
    const whole = text.slice(start + 2, end - 2);
    const trims = {
      ...(whole.startsWith("-") && { trimsBefore: "blanks" as const }),
      ...(whole.endsWith("-") && { trimsAfter: "line-end" as const }),
    };
    const inner = whole.replace(/^-/, "").replace(/-$/, "");
    if (inner.startsWith("#")) tags.push({ start, end, kind: "silent", ...trims });
    else if (inner.startsWith("=")) tags.push({ start, end, ...outputOf(normalised(inner)), ...trims });
    else {
      const action = code === "ruby" ? rubyAction(inner) : puppetAction(normalised(inner));
      tags.push({ start, end, ...action, ...trims });
    }
  }
  return tags;
}

/** `<%= wrap do %>` takes the text that follows. */
function outputOf(code: string): Pick<Tag, "kind" | "block"> {
  return /\bdo(?: ?\|[^|]*\|)?$/.test(code) ? { kind: "open", block: "wrapped" } : { kind: "value" };
}

/** Statements end with a line, too; one may go on where its line ends in an operator or comma. */
function rubyAction(code: string): Omit<Tag, "start" | "end"> {
  const parts = code
    .split(/;|(?<![\\,.&|+*=(-][ \t]{0,9})\n/)
    .map(normalised)
    .filter((part) => part !== "" && !part.startsWith("#"));
  const [first = ""] = parts;
  if (/^(?:elsif|when|rescue|ensure)\b/.test(first)) return { kind: "middle" };
  if (/^else\b/.test(first)) return { kind: "middle", otherwise: true };
  let depth = 0;
  let opener: string | undefined;
  for (const part of parts) {
    if (opensRuby(part)) {
      depth += 1;
      opener ??= part;
    }
    if (/^end\b/.test(part) || part.endsWith(" end") || (/^\}|\}$/.test(part) && !part.includes("{"))) depth -= 1;
  }
  if (depth < 0) return { kind: "close" };
  if (depth === 0 || opener === undefined) return { kind: "silent" };
  const asked = /^(if|unless) (!|not )?(.*)$/.exec(opener);
  if (asked !== null) {
    const [, word, not, text = ""] = asked;
    const negated = (word === "unless") !== (not !== undefined);
    return { kind: "open", block: "choice", condition: { text: text.replace(/ then$/, ""), negated } };
  }
  // The first `when` of a `case` follows before any text.
  return { kind: "open", block: /^(?:case|begin)\b/.test(opener) ? "choice" : "loop" };
}

function opensRuby(code: string): boolean {
  if (/^(?:if|unless|case|while|until|for|begin|def)\b/.test(code)) return true;
  const isClosedHere = code.endsWith(" end") && /\bdo[ |]/.test(code);
  return isClosedHere || /\bdo(?: ?\|[^|]{0,200}\|)?$/.test(code) || /\{(?: ?\|[^|]*\|)?$/.test(code);
}

function puppetAction(code: string): Omit<Tag, "start" | "end"> {
  const closes = code.startsWith("}");
  const opens = code.endsWith("{");
  if (closes && opens) return /^\}\s*else\s*\{$/.test(code) ? { kind: "middle", otherwise: true } : { kind: "middle" };
  if (closes) return { kind: "close" };
  if (!opens) return { kind: "silent" };
  const asked = /^(if|unless) (! ?)?(.*)\{$/.exec(code);
  if (asked === null) return { kind: "open", block: /^case\b/.test(code) ? "choice" : "loop" };
  const negated = (asked[1] === "unless") !== (asked[2] !== undefined);
  return { kind: "open", block: "choice", condition: { text: asked[3]!.trimEnd(), negated } };
}
