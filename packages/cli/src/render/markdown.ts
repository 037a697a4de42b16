import type { Colours } from "./colours.js";
import { withCode } from "./colours.js";
import { wrap } from "./wrap.js";

/** Markdown as our rules and keywords use it (paragraphs, lists, fenced code, `code`), laid out for a terminal. */
export function renderMarkdown(markdown: string, width: number, colours: Colours, indent = "  "): string[] {
  const lines: string[] = [];
  let paragraph: string[] = [];
  let fenced = false;
  const flush = () => {
    if (paragraph.length > 0) lines.push(...renderParagraph(paragraph.join(" "), width, colours, indent));
    paragraph = [];
  };
  for (const line of markdown.trim().split("\n")) {
    if (line.trimStart().startsWith("```")) {
      flush();
      fenced = !fenced;
    } else if (fenced) lines.push(`${indent}  ${line}`.trimEnd());
    else if (line.trim() === "") {
      flush();
      if (lines.at(-1) !== "") lines.push("");
    } else {
      if (/^\s*(?:[-*]|\d+\.) /.test(line)) flush();
      paragraph.push(line.trim());
    }
  }
  flush();
  return lines;
}

/** Lines after the first of a list item stand under its text. */
function renderParagraph(text: string, width: number, colours: Colours, indent: string): string[] {
  const marker = /^(?:[-*]|\d+\.) /.exec(text)?.[0] ?? "";
  const hanging = indent + " ".repeat(marker.length);
  return wrap(text.slice(marker.length), width - hanging.length).map(
    (line, index) => (index === 0 ? indent + marker : hanging) + withCode(colours, line),
  );
}
