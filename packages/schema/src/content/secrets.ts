/** Where a text holds passwords and keys, so that no output shows them. */
import { allKeywords } from "../lookup.js";
import { once } from "../once.js";
import { blanksIn, firstPlaceholder, firstTemplateTag } from "./placeholders.js";

/** Half-open UTF-16 offsets. */
export interface SecretSpan {
  readonly start: number;
  readonly end: number;
}

/** The keywords that have a secret among their arguments, with how many words stand before it. */
const secretKeywords = once(
  () =>
    new Map(
      allKeywords.flatMap(({ name, arguments: all = [] }) => {
        const at = all.findIndex(({ secret }) => secret === true);
        return at < 0 ? [] : [[name, at]];
      }),
    ),
);

/** Words that slips of the hand make of them, in comments too: `auth_pas`, `#auth_password`. */
const slip = "auth_?pa\\w*|passw\\w*";

/**
 * A keyword where a statement starts, or behind the sign that makes a comment of it, with the rest of its line. Bounded, so
 * that no line costs a square.
 */
const statement = once(
  () =>
    new RegExp(
      `(^|[{}])([ \\t]*[#!])?[ \\t]*(?:@\\S{1,100}[ \\t]+)?(${[...secretKeywords().keys()].join("|")}|${slip})[ \\t]+(?=.)`,
      "i",
    ),
);

/** `$NAME=value`: secret by its name, or because a secret is written as a reference to it. */
const definition = /^[ \t]*(?:@\S+[ \t]+)?\$([A-Za-z_]\w*)=([^\r\n]*)/gm;
const secretName = /pass|secret|psk/i;

/** Each value with all words up to a comment or a brace: of a password with a blank nobody knows where it ends. */
export function secretsIn(text: string): readonly SecretSpan[] {
  // No value is one whose line, and no definition whose name or whose use, has none of these.
  if (!/pas|key|secret|psk/i.test(text)) return [];
  const spans: SecretSpan[] = [];
  const names = new Set<string>();
  let lineStart = 0;
  for (const line of text.split(/\r?\n|\r/)) {
    const found = /pas|key/i.test(line) ? valueIn(line) : undefined;
    if (found !== undefined) {
      spans.push({ start: lineStart + found.start, end: lineStart + found.start + found.value.length });
      for (const [, name] of found.value.matchAll(/\$\{?([A-Za-z_]\w*)/g)) if (name) names.add(name);
    }
    lineStart += line.length + (text.startsWith("\r\n", lineStart + line.length) ? 2 : 1);
  }
  for (const match of text.matchAll(definition)) {
    const [all, name = "", value = ""] = match;
    if (value === "" || !(names.has(name) || secretName.test(name))) continue;
    const end = match.index + all.length;
    spans.push({ start: end - value.length, end });
  }
  return spans.sort((one, other) => one.start - other.start);
}

function valueIn(line: string): { readonly start: number; readonly value: string } | undefined {
  const match = statement().exec(line);
  if (match === null) return undefined;
  const [all, , comment, keyword = ""] = match;
  const start = match.index + all.length;
  const rest = line.slice(start);
  // A comment of several words speaks of passwords; a single word is what was in force yesterday.
  if (comment !== undefined && /\S[ \t]+\S/.test(rest)) return undefined;
  // Before a key there is its number, and `key` is a word of other blocks too.
  const before = secretKeywords().get(keyword.toLowerCase()) ?? 0;
  const skipped = new RegExp(`^(?:\\d{1,20}[ \\t]{1,200}){${before}}`).exec(rest)?.[0];
  if (skipped === undefined) return undefined;
  const value = rest.slice(skipped.length, valueEnd(rest, skipped.length)).trimEnd();
  if (value === "" || value.startsWith("file:")) return undefined;
  // What nobody has filled in is no secret, and a finding names it.
  if (isPlaceholder(value)) return undefined;
  return { start: start + skipped.length, value };
}

/** With a keyword before it, for a bracket where a line starts is no placeholder. */
function isPlaceholder(value: string): boolean {
  const line = `${keywordBefore} ${value}`;
  const found = blanksIn(line)[0] ?? firstTemplateTag(line) ?? firstPlaceholder(line, () => false);
  const quotes = value.startsWith('"') ? 1 : 0;
  return found !== undefined && found.start === keywordBefore.length + 1 + quotes && found.end === line.length - quotes;
}

const keywordBefore = "    auth_pass";

/** Up to a brace or a comment outside of strings. No expression, because V8 keeps a way back for each letter of a long value. */
function valueEnd(line: string, start: number): number {
  for (let at = start; at < line.length; at++) {
    const sign = line[at]!;
    if (sign === "{" || sign === "}") return at;
    if ((sign === "#" || sign === "!") && at > start && isBlank(line[at - 1]!)) return at;
    if (sign === '"') {
      const close = line.indexOf('"', at + 1);
      if (close === -1) return line.length;
      at = close;
    }
  }
  return line.length;
}

function isBlank(sign: string): boolean {
  return sign === " " || sign === "\t";
}

/** The text with a star for each character of a secret: offsets, lines and columns stay. */
export function maskSecrets(text: string): string {
  let result = "";
  let at = 0;
  for (const { start, end } of secretsIn(text)) {
    if (start < at) continue;
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\s"]/g, "*");
    at = end;
  }
  return at === 0 ? text : result + text.slice(at);
}
