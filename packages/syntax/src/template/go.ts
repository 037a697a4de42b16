import { endOfCode, normalised } from "./code.js";
import { longestTag, type Tag } from "./tags.js";

const curlyEnd = /\}?\}\}/y;
const doubleEnd = /\}\}/y;

/** Go templates, Mustache and Handlebars: all of them have `{{ … }}`, and none uses the other's first signs. */
export function scanCurly(text: string): readonly Tag[] {
  const tags: Tag[] = [];
  const next = /\{\{/g;
  let quoted = false;
  for (;;) {
    const from = next.lastIndex;
    const opening = next.exec(text);
    const limit = opening?.index ?? text.length;
    const unquote = quoted ? /`\s*-?\}\}/.exec(text.slice(from, limit)) : null;
    if (unquote !== null) {
      const start = from + unquote.index;
      const end = start + unquote[0].length;
      tags.push({ start, end, kind: "silent" });
      quoted = false;
      next.lastIndex = end;
      continue;
    }
    if (opening === null) return tags;
    const start = opening.index;
    // {{`{{ .Name }}`}}: what one rendering puts out is the template of the next.
    const quote = /^\{\{-?\s*`(?=[^`]*\{\{)/.exec(text.slice(start, start + longestTag));
    if (quote !== null && !quoted) {
      const end = start + quote[0].length;
      tags.push({ start, end, kind: "silent" });
      quoted = true;
      next.lastIndex = end;
      continue;
    }
    const triple = text.startsWith("{{{", start);
    const end = endOfCode(text, start + (triple ? 3 : 2), longestTag, {
      end: triple ? curlyEnd : doubleEnd,
      quotes: quoted ? "\"'" : "\"'`",
      rawQuotes: "`",
    });
    if (end === undefined) continue;
    tags.push(tagOf(text, start, end));
    next.lastIndex = end;
  }
}

function tagOf(text: string, start: number, end: number): Tag {
  const code = text.slice(start + 2, end - 2);
  const trims = {
    ...(/^-\s/.test(code) && { trimsBefore: "all" as const }),
    ...(/\s-$/.test(code) && { trimsAfter: "all" as const }),
  };
  const inner = normalised(code.replace(/^-(?=\s)/, "").replace(/(?<=\s)-$/, ""));
  return { start, end, ...actionOf(inner), ...trims };
}

function actionOf(code: string): Omit<Tag, "start" | "end"> {
  const [word = ""] = /^(?:[#^/!>&~]|\/\*|\w+)?/.exec(code) ?? [];
  const rest = code.slice(word.length).trim();
  switch (word) {
    case "if":
    case "with":
      return { kind: "open", block: "choice", condition: condition(rest) };
    case "range":
      return { kind: "open", block: "loop" };
    case "define":
      return { kind: "open", block: "aside" };
    case "block":
      return { kind: "open", block: "choice" };
    case "else":
      return rest === "" ? { kind: "middle", otherwise: true } : { kind: "middle" };
    case "end":
      return { kind: "close" };
    case "break":
    case "continue":
      return { kind: "silent" };
    case "#":
      return section(rest);
    case "^":
      return rest === ""
        ? { kind: "middle", otherwise: true }
        : { kind: "open", block: "choice", condition: { text: rest, negated: true } };
    case "/":
      return code.startsWith("/*") ? { kind: "silent" } : { kind: "close" };
    case "!":
      return { kind: "silent" };
    default:
      return /^\$\w*(?:\s*,\s*\$\w+)?\s*:?=/.test(code) ? { kind: "silent" } : { kind: "value" };
  }
}

/** `{{#name}}` is a list or a condition; Handlebars names what it does. */
function section(code: string): Omit<Tag, "start" | "end"> {
  const helper = /^(if|unless|with|each) (.*)$/.exec(code);
  if (helper === null || helper[1] === "each") return { kind: "open", block: "loop" };
  return { kind: "open", block: "choice", condition: { text: helper[2]!, negated: helper[1] === "unless" } };
}

function condition(code: string): NonNullable<Tag["condition"]> {
  const negated = /^not\s+/.exec(code);
  return { text: code.slice(negated?.[0].length ?? 0), negated: negated !== null };
}
