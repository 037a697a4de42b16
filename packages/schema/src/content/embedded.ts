import { hasRootBlock } from "./root-block.js";

/** A configuration within a file of another language. Half-open UTF-16 offsets. */
export interface EmbeddedConfiguration {
  readonly start: number;
  readonly end: number;
  readonly in: "YAML" | "shell" | "Markdown";
  /** The shell replaces `$NAME` and `${NAME}` in it: its heredoc is not quoted. */
  readonly isExpanded: boolean;
}

/**
 * The configurations in the literals of a YAML file (Kubernetes' ConfigMaps, cloud-init), in the heredocs of shell scripts and in
 * the fences of Markdown: texts in which keepalived would find one of its blocks. Of one inside another only the inner one.
 */
export function embeddedConfigurations(text: string): readonly EmbeddedConfiguration[] {
  if (!hasRootBlock(text)) return [];
  const found = [...literalsIn(text), ...heredocsIn(text), ...fencesIn(text)].filter(({ start, end }) =>
    hasRootBlock(text.slice(start, end)),
  );
  return found
    .filter((one) => !found.some((other) => other !== one && one.start <= other.start && other.end <= one.end))
    .sort((one, other) => one.start - other.start);
}

function* literalsIn(text: string): Iterable<EmbeddedConfiguration> {
  for (const { 0: line, 1: indent, index } of text.matchAll(
    /^([ \t]*(?:-[ \t]+){0,8})["']?[\w./-]{1,200}["']?:[ \t]+[|>][-+\d]{0,3}[ \t]*\r?$/gm,
  )) {
    const start = lineEnd(text, index + line.length);
    let end = start;
    // The key of a list's item begins behind the hyphen, and so do the keys beside it.
    while (end < text.length) {
      const next = lineEnd(text, end);
      const content = text.slice(end, next);
      if (content.trim() !== "" && blanksOf(content) <= indent!.length) break;
      end = next;
    }
    yield { start, end, in: "YAML", isExpanded: false };
  }
}

function* heredocsIn(text: string): Iterable<EmbeddedConfiguration> {
  // A word that ends none of the heredocs is not looked for again.
  const endless = new Set<string>();
  for (const match of text.matchAll(/<<(-?)[ \t]*(\\?)(["']?)(\w{1,100})\3/g)) {
    const [whole, dash, backslash, quote, word = ""] = match;
    if (endless.has(word)) continue;
    endless.add(word);
    const start = lineEnd(text, match.index + whole.length);
    for (let at = start; at < text.length; at = lineEnd(text, at)) {
      const line = text.slice(at, lineEnd(text, at)).replace(/\r?\n$/, "");
      // In a YAML literal the whole script is indented.
      if ((dash === "-" ? line.replace(/^\t+/, "") : line.replace(/^ +/, "")) !== word) continue;
      yield { start, end: at, in: "shell", isExpanded: backslash === "" && quote === "" };
      endless.delete(word);
      break;
    }
  }
}

function* fencesIn(text: string): Iterable<EmbeddedConfiguration> {
  const fence = /^[ \t]*(`{3,}(?!`)|~{3,}(?!~))[^`\n]*$/gm;
  for (let open = fence.exec(text); open !== null; open = fence.exec(text)) {
    const start = lineEnd(text, open.index);
    const close = new RegExp(`^[ \\t]*${open[1]![0]}{${open[1]!.length},}[ \\t]*\\r?$`, "gm");
    close.lastIndex = start;
    const found = close.exec(text);
    if (found === null) return;
    yield { start, end: found.index, in: "Markdown", isExpanded: false };
    fence.lastIndex = found.index + found[0].length;
  }
}

/** Offset behind the end of the line that holds `offset`. */
function lineEnd(text: string, offset: number): number {
  const feed = text.indexOf("\n", offset);
  return feed < 0 ? text.length : feed + 1;
}

function blanksOf(line: string): number {
  return line.length - line.trimStart().length;
}
