/** What tells that a text is a template, and of which language. */
import { limits } from "../limits.js";
import type { Noun } from "./nouns.js";
import { type Tag, type TagShape, tagsOf } from "./tags.js";

/** The names of `templateLanguages`, as the syntax calls them. */
export type TagLanguage = "epp" | "erb" | "jinja" | "mustache" | "go" | "terraform" | "placeholders";

/** Tags that contain braces, `#` or `!`, which keepalived would read as its own signs. */
interface TagForm {
  readonly what: Noun;
  readonly language: TagLanguage;
  /** In a string it is meant for a shell or a definition, and its braces are text to keepalived as well. */
  readonly outsideStrings?: true;
  readonly tags: readonly (TagShape | RegExp)[];
}

interface FoundTag {
  readonly what: Noun;
  readonly language: TagLanguage;
  readonly start: number;
  readonly end: number;
}

/** In the order in which they are tried. A tag that is never closed is none, so its length is bounded. */
const forms: readonly TagForm[] = [
  {
    what: "an EPP template",
    language: "epp",
    tags: [/<%-?\s{0,100}\|[^|%]{0,1000}\|\s{0,100}-?%>|<%-?\s[^%=]{0,1000}\{\s{0,100}-?%>/g],
  },
  { what: "an ERB template", language: "erb", tags: [{ open: /<%/g, close: "%>", without: "" }] },
  { what: "a Jinja template", language: "jinja", tags: [{ open: /\{%[-+]?\s*[a-zA-Z]/g, close: "%}", without: "" }] },
  { what: "a Jinja template", language: "jinja", tags: [{ open: /\{#/g, close: "#}", without: "\n" }] },
  {
    what: "a Mustache template",
    language: "mustache",
    tags: [{ open: /\{\{[#^/!>](?!\*)/g, close: "}}", without: "{}\n" }],
  },
  {
    what: "a Go template",
    language: "go",
    tags: [
      {
        open: /\{\{-?\s*(?:\/\*|`|\.(?:[\w\s}]|$)|\$|(?:range|if|else|end|with|template|define|block|printf|include|getenv|getv|key|ls|env\.Getenv)\b)/g,
        close: "}}",
        without: "\n",
      },
    ],
  },
  {
    what: "a template",
    language: "jinja",
    tags: [
      { open: /\{\{[^\n{}]/g, close: "}}", without: "\n" },
      { open: /\{\{\{[^\n{}]/g, close: "}}}", without: "{}\n" },
    ],
  },
  {
    what: "a Terraform template",
    language: "terraform",
    tags: [{ open: /%\{[ \t]*(?:~[ \t]*)?(?:if|else|endif|for|endfor)\b/g, close: "}", without: "\n" }],
  },
  // "${NAME}", and "${NAME a b}" with arguments, are keepalived's own; "${NAME:-x}", "${a.b}" and "${f(x)}" are not. Behind
  // a name a quote or the sign of a comment is a slip of the hand.
  {
    what: "a template with '${…}' expressions",
    language: "terraform",
    outsideStrings: true,
    tags: [{ open: /\$\{[A-Za-z_]\w*[.([]/g, close: "}", without: "\n" }],
  },
  {
    what: "a template with '${…}' expressions",
    language: "placeholders",
    outsideStrings: true,
    tags: [{ open: /\$\{(?:[A-Za-z_]\w*[^\w \t}\n"!#]|[^\w\n}"' \t])/g, close: "}", without: "\n" }],
  },
];

/** The first tag of the first form that the text uses outside comments. `leaves` are the keywords that never open a block. */
export function findTemplateTag(text: string, leaves: () => ReadonlySet<string>): FoundTag | undefined {
  if (!/\{[{%#]|<%|%\{|\$\{/.test(text)) return findBracedName(text, leaves);
  for (const { what, language, outsideStrings, tags } of forms) {
    let first: Tag | undefined;
    for (const shape of tags) {
      const found = firstShown(text, shape, outsideStrings === true);
      if (found && !(first && first.start < found.start)) first = found;
    }
    if (first) return { what, language, ...first };
  }
  return findBracedName(text, leaves);
}

/** The first tag that stands in no comment, and in no string where one there is meant for others. */
function firstShown(text: string, shape: TagShape | RegExp, outsideStrings: boolean): Tag | undefined {
  const found = shape instanceof RegExp ? matchesOf(text, shape) : tagsOf(text, shape);
  let hiddenTo = 0;
  for (const tag of found) {
    if (tag.start < hiddenTo) continue;
    const hidden = hiddenBy(text, tag.start);
    if (hidden === undefined || (hidden === "string" && !outsideStrings)) return tag;
    const end = lineEnd(text, tag.start);
    const quote = hidden === "string" ? text.indexOf('"', tag.start) : -1;
    hiddenTo = quote === -1 ? end : Math.min(end, quote);
  }
  return undefined;
}

function* matchesOf(text: string, pattern: RegExp): Iterable<Tag> {
  for (const { 0: found, index } of text.matchAll(pattern)) yield { start: index, end: index + found.length };
}

/**
 * `interface {name}`: after a keyword that opens no block a name in braces without blanks is filled in by a program. Words are
 * bounded: V8 keeps a way back for each letter, and in one of ten megabytes has no room for them.
 */
function findBracedName(text: string, leaves: () => ReadonlySet<string>): FoundTag | undefined {
  // Most texts hold no such name, and need not be searched.
  if (!/\{[A-Za-z_]/.test(text)) return undefined;
  for (const match of text.matchAll(
    /^[ \t]{0,200}([A-Za-z_]{1,64})[ \t]{1,200}(\{[A-Za-z_][\w.]{0,100}\})[ \t]{0,200}$/gm,
  )) {
    if (!leaves().has(match[1]!)) continue;
    const start = match.index + match[0].indexOf("{");
    return { what: "a template", language: "placeholders", start, end: start + match[2]!.length };
  }
  return undefined;
}

/** What began before `offset` on its line and still goes on there. */
function hiddenBy(text: string, offset: number): "comment" | "string" | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  if (offset - start > limits.longestLine) return "comment";
  const line = text.slice(start, offset);
  if (/^(?:[^"#!\\]|\\.|"[^"]*(?:"|$))*[#!]/.test(line)) return "comment";
  return /^(?:[^"\\]|\\.|"[^"]*")*"[^"]*$/.test(line) ? "string" : undefined;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
}
