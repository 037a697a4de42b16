import { type Colours, withCode } from "../render/colours.js";
import { harmless, padCells } from "../render/width.js";
import { wrap } from "../render/wrap.js";
import type { Part } from "./document.js";

const labelWidth = 10;

/** For a terminal. */
export function textOf(parts: readonly Part[], width: number, colours: Colours): string {
  return `${parts.flatMap((part) => textLines(part, width, colours)).join("\n")}\n`;
}

function textLines(part: Part, width: number, colours: Colours): string[] {
  switch (part.kind) {
    case "title":
      return [colours.bold(part.text)];
    case "file":
      return ["", colours.bold(colours.underline(harmless(part.text)))];
    case "section":
      return ["", colours.bold(part.text)];
    case "text":
      return ["", ...wrap(harmless(part.text), width).map((line) => withCode(colours, line))];
    case "diff":
      return [
        "",
        ...part.text
          .trimEnd()
          .split("\n")
          .map((line) => `  ${harmless(line)}`),
      ];
    case "entry":
      return [
        "",
        `  ${harmless(part.head)}`,
        ...part.lines.flatMap(([label, text]) => labelled(label, text, width, colours)),
      ];
  }
}

function labelled(label: string, text: string, width: number, colours: Colours): string[] {
  return wrap(harmless(text), width - labelWidth).map((line, index) => {
    const head = index === 0 ? colours.dim(padCells(`    ${label}`, labelWidth)) : " ".repeat(labelWidth);
    return `${head} ${withCode(colours, line)}`.trimEnd();
  });
}

/** For a ticket or a wiki. */
export function markdownOf(parts: readonly Part[]): string {
  const blocks = parts.map(markdownBlock).join("\n\n");
  return `${blocks.replace(/(\n {2}- [^\n]*)\n\n- /g, "$1\n- ")}\n`;
}

function markdownBlock(part: Part): string {
  switch (part.kind) {
    case "title":
      return `# ${part.text}`;
    case "file":
      return `## ${escaped(part.text)}`;
    case "section":
      return `### ${part.text}`;
    case "text":
      return escaped(part.text);
    case "diff":
      return `${fenceFor(part.text)}diff\n${part.text.trimEnd()}\n${fenceFor(part.text)}`;
    case "entry":
      return [
        `- **${escaped(part.head.replace(/ {2,}/g, " · "))}**`,
        ...part.lines.map(([label, text]) => `  - ${label}: ${escaped(text)}`),
      ].join("\n");
  }
}

/** What Markdown would take for its own, outside code. */
function escaped(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") && part.length > 1 ? part : part.replace(/[\\*_<>[\]]/g, "\\$&")))
    .join("");
}

/** Longer than every run of backticks in the text. */
function fenceFor(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return "`".repeat(longest + 1);
}
