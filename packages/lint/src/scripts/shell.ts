/** Something that only a shell would understand, by its offsets in the text. */
export interface ShellSign {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: "pipe" | "redirection" | "list" | "substitution" | "expansion" | "keyword";
  /** It is a part of the program's name: no such program is found. */
  readonly inProgram: boolean;
}

const keywords: ReadonlySet<string> = new Set([
  "if",
  "while",
  "for",
  "until",
  "case",
  "[[",
  "exit",
  "return",
  "source",
  "export",
  "!",
]);

/**
 * The first shell syntax in a command line that no shell reads. What stands in quotes is one parameter and does not
 * count, but for `$(…)` and backquotes in double quotes, which a shell would replace there too.
 */
export function findShellSign(text: string): ShellSign | undefined {
  let first = true;
  for (const word of barePieces(text)) {
    const kind = kindOf(word.text, first);
    if (kind)
      return word.text.length > 1 && word.text.endsWith(";")
        ? { ...word, start: word.end - 1, kind, inProgram: first }
        : { ...word, kind, inProgram: first };
    first = false;
  }
  return undefined;
}

function kindOf(word: string, first: boolean): ShellSign["kind"] | undefined {
  if (first && (keywords.has(word) || /^[A-Za-z_]\w*=/.test(word))) return "keyword";
  if (/\$\(|`/.test(word)) return "substitution";
  if (/^(\|\|?|\|&)$/.test(word)) return word === "||" ? "list" : "pipe";
  if (/^(&&|;|&)$/.test(word) || /[^\\];$/.test(word)) return "list";
  const glued = gluedSign(word, first);
  if (glued) return glued;
  // keepalived itself reads `</path`: it only tests that the file can be opened.
  if (/^(\d|&)?>>?/.test(word) || /^\d?<<?<?$/.test(word) || (!first && /^<\//.test(word))) return "redirection";
  if (/^[^<>]*[^=<>](?:>>|>(?:&\d|\.{0,2}\/|[\w.-]+\.(?:log|txt|out|err)$))/.test(word)) return "redirection";
  if (!first && /^<[\w.-]+$/.test(word)) return "redirection";
  // A home folder, a variable of the environment, a pattern for files.
  if (
    !first &&
    (/^~(\/|$)/.test(word) ||
      /\$(\{?[A-Za-z_]\w*|\?|\$|[1-9@*#])/.test(word) ||
      /^\/\S*\*|^[\w./-]*\*\.\w+$/.test(word))
  ) {
    return "expansion";
  }
  return undefined;
}

/**
 * A sign without blanks around it: at the start or the end of a word, or between two words of which the second is a
 * program's path. Inside other words it may be meant for the program, as in `grep -E up|down`; a program's own name has none.
 */
function gluedSign(word: string, first: boolean): ShellSign["kind"] | undefined {
  if (first && /^[^<>|&;]+[<>]/.test(word)) return "redirection";
  const sign =
    (first ? /^[^|&;]+(\|\||&&|\||;|&)/.exec(word)?.[1] : undefined) ??
    /[^\\|&;](\|\||&&)(?=[^|&;])/.exec(word)?.[1] ??
    /^(\|\||&&|\||;)(?=[^|&;])/.exec(word)?.[1] ??
    /[^\\|&;](\|\||&&|\||;)(?=\.{0,2}\/)/.exec(word)?.[1] ??
    /[^\\|&;](\|\||&&|\|)$/.exec(word)?.[1] ??
    // At the end of a web address it joins parameters.
    /^[^|&;=?]+(&)$/.exec(word)?.[1];
  if (sign === undefined) return undefined;
  return sign === "|" ? "pipe" : "list";
}

/** The words of a command line with quoted parts left out (an empty text where a word is quoted as a whole). */
function* barePieces(text: string): Iterable<{ readonly start: number; readonly end: number; readonly text: string }> {
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at]!)) {
      at += 1;
      continue;
    }
    const start = at;
    let quote = "";
    let bare = "";
    for (; at < text.length && (quote !== "" || !/\s/.test(text[at]!)); at += 1) {
      const character = text[at]!;
      if (character === "\\" && quote !== "'") {
        if (quote === "") bare += text.slice(at, at + 2);
        at += 1;
      } else if (quote === "" && (character === "'" || character === '"')) quote = character;
      else if (character === quote) quote = "";
      else if (quote === "" || (quote === '"' && (character === "`" || text.startsWith("$(", at)))) {
        bare += quote === '"' && character === "$" ? "$(" : character;
      }
    }
    yield { start, end: Math.min(at, text.length), text: bare };
  }
}
