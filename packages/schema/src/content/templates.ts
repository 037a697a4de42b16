/** What tells that a text is a template, and of which language. */

/** The names of `templateLanguages`, as the syntax calls them. */
export type TagLanguage = "epp" | "erb" | "jinja" | "mustache" | "go" | "terraform" | "placeholders";

/** Tags that contain braces, `#` or `!`, which keepalived would read as its own signs. */
interface TagForm {
  readonly what: string;
  readonly language: TagLanguage;
  /** In a string it is meant for a shell or a definition, and its braces are text to keepalived as well. */
  readonly outsideStrings?: true;
  readonly tag: RegExp;
}

export interface FoundTag {
  readonly what: string;
  readonly language: TagLanguage;
  readonly start: number;
  readonly end: number;
}

/** In the order in which they are tried. A tag that is never closed is none, so its length is bounded. */
const forms: readonly TagForm[] = [
  {
    what: "an EPP template",
    language: "epp",
    tag: /<%-?\s{0,100}\|[^|%]{0,1000}\|\s{0,100}-?%>|<%-?\s[^%=]{0,1000}\{\s{0,100}-?%>/g,
  },
  { what: "an ERB template", language: "erb", tag: /<%(?:[^%]|%(?!>)){0,1000}%>/g },
  { what: "a Jinja template", language: "jinja", tag: /\{%[-+]?\s*[a-zA-Z](?:[^%]|%(?!\})){0,1000}%\}/g },
  { what: "a Jinja template", language: "jinja", tag: /\{#(?:[^#\n]|#(?!\})){0,1000}#\}/g },
  { what: "a Mustache template", language: "mustache", tag: /\{\{[#^/!>](?!\*)[^{}\n]{0,1000}\}\}/g },
  {
    what: "a Go template",
    language: "go",
    tag: /\{\{-?\s*(?:\/\*|`|\.(?:[\w\s}]|$)|\$|(?:range|if|else|end|with|template|define|block|printf|include|getenv|getv|key|ls|env\.Getenv)\b)[^\n]{0,1000}?\}\}/g,
  },
  {
    what: "a template",
    language: "jinja",
    tag: /\{\{[^\n{}][^\n]{0,1000}?\}\}|\{\{\{[^\n{}]{1,1000}\}\}\}/g,
  },
  {
    what: "a Terraform template",
    language: "terraform",
    tag: /%\{[ \t]*(?:~[ \t]*)?(?:if|else|endif|for|endfor)\b[^}\n]{0,1000}\}/g,
  },
  // "${NAME}", and "${NAME a b}" with arguments, are keepalived's own; "${NAME:-x}", "${a.b}" and "${f(x)}" are not. Behind
  // a name a quote or the sign of a comment is a slip of the hand.
  {
    what: "a template with '${…}' expressions",
    language: "terraform",
    outsideStrings: true,
    tag: /\$\{[A-Za-z_]\w*[.([][^}\n]{0,1000}\}/g,
  },
  {
    what: "a template with '${…}' expressions",
    language: "placeholders",
    outsideStrings: true,
    tag: /\$\{(?:[A-Za-z_]\w*[^\w \t}\n"!#]|[^\w\n}"' \t])[^}\n]{0,1000}\}/g,
  },
];

/** The first tag of the first form that the text uses outside comments. `leaves` are the keywords that never open a block. */
export function findTemplateTag(text: string, leaves: ReadonlySet<string>): FoundTag | undefined {
  if (!/\{[{%#]|<%|%\{|\$\{/.test(text)) return findBracedName(text, leaves);
  for (const { what, language, outsideStrings, tag } of forms) {
    tag.lastIndex = 0;
    for (let match = tag.exec(text); match !== null; match = tag.exec(text)) {
      const start = match.index;
      const hidden = hiddenBy(text, start);
      if (hidden === undefined || (hidden === "string" && !outsideStrings)) {
        return { what, language, start, end: start + match[0].length };
      }
      if (hidden === "comment") tag.lastIndex = lineEnd(text, start);
    }
  }
  return findBracedName(text, leaves);
}

/**
 * `interface {name}`: after a keyword that opens no block a name in braces without blanks is filled in by a program. Words are
 * bounded: V8 keeps a way back for each letter, and in one of ten megabytes has no room for them.
 */
function findBracedName(text: string, leaves: ReadonlySet<string>): FoundTag | undefined {
  // Most texts hold no such name, and need not be searched.
  if (!/\{[A-Za-z_]/.test(text)) return undefined;
  for (const match of text.matchAll(
    /^[ \t]{0,200}([A-Za-z_]{1,64})[ \t]{1,200}(\{[A-Za-z_][\w.]{0,100}\})[ \t]{0,200}$/gm,
  )) {
    if (!leaves.has(match[1]!)) continue;
    const start = match.index + match[0].indexOf("{");
    return { what: "a template", language: "placeholders", start, end: start + match[2]!.length };
  }
  return undefined;
}

/** keepalived reads no more bytes as one line. */
const longestLine = 1022;

/** What began before `offset` on its line and still goes on there. */
function hiddenBy(text: string, offset: number): "comment" | "string" | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  if (offset - start > longestLine) return "comment";
  const line = text.slice(start, offset);
  if (/^(?:[^"#!\\]|\\.|"[^"]*(?:"|$))*[#!]/.test(line)) return "comment";
  return /^(?:[^"\\]|\\.|"[^"]*")*"[^"]*$/.test(line) ? "string" : undefined;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end;
}
