import { type MarkupContent, MarkupKind } from "vscode-languageserver";

/** A text in the first of the formats that a client takes and we have; `undefined`: it does not say which. */
export function toMarkup(markdown: string, formats: readonly MarkupKind[] | undefined): MarkupContent {
  return formats === undefined || formats.includes(MarkupKind.Markdown)
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainText(markdown) };
}

/** Markdown as we write it, without its marks: fences, code, bold words, escapes. */
function plainText(markdown: string): string {
  let fence: string | undefined;
  return markdown
    .split("\n")
    .flatMap((line) => {
      const ticks = /^`{3,}/.exec(line)?.[0];
      if (fence === undefined && ticks === undefined) return [plainLine(line)];
      if (fence !== undefined && ticks !== fence) return [line];
      fence = fence === undefined ? ticks : undefined;
      return [];
    })
    .join("\n");
}

function plainLine(line: string): string {
  return codeParts(line)
    .map(({ text, isCode }) => (isCode ? text : text.replaceAll("**", "").replace(/\\([!-/:-@[-`{-~])/g, "$1")))
    .join("");
}

/** Code is between runs of as many backticks, with a space inside where it begins or ends with one. */
function codeParts(line: string): readonly { readonly text: string; readonly isCode: boolean }[] {
  const parts: { readonly text: string; readonly isCode: boolean }[] = [];
  let at = 0;
  for (;;) {
    const start = line.indexOf("`", at);
    const run = start === -1 ? "" : /^`+/.exec(line.slice(start))![0];
    const end = run === "" ? -1 : line.indexOf(run, start + run.length);
    if (end === -1) return [...parts, { text: line.slice(at), isCode: false }];
    const code = line.slice(start + run.length, end);
    parts.push({ text: line.slice(at, start), isCode: false });
    const isPadded = code.startsWith(" ") && code.endsWith(" ") && code.trim() !== "";
    parts.push({ text: isPadded ? code.slice(1, -1) : code, isCode: true });
    at = end + run.length;
  }
}
