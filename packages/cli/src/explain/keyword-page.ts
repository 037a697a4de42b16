import {
  type Argument,
  describeArgument,
  type Keyword,
  keywordSignature,
  type LineGrammar,
  lineGrammars,
  newestVersion,
  nextVersion,
  oldestVersion,
  optionSignature,
  type RemovedKeyword,
  releaseName,
  say,
  type Version,
} from "@kalint/schema";
import type { Colours } from "../render/colours.js";
import { renderMarkdown } from "../render/markdown.js";
import { padCells } from "../render/width.js";
import { wrap } from "../render/wrap.js";

/** A keyword's page for the terminal. */
export function renderKeyword(keyword: Keyword, width: number, colours: Colours): string {
  const grammar = keyword.lines === undefined ? undefined : lineGrammars[keyword.lines];
  const sections = [
    [colours.bold(keyword.path)],
    [`    ${keywordSignature(keyword)}`],
    renderMarkdown(keyword.summary, width, colours, ""),
    argumentLines(keyword.arguments, width, colours),
    keyword.note === undefined ? [] : renderMarkdown(keyword.note, width, colours, ""),
    facts(keyword).flatMap(([name, text]) => entry(name, text, width, colours)),
    grammar === undefined ? [] : grammarLines(grammar, width, colours),
    childLines(keyword, width, colours),
    (keyword.differences ?? []).flatMap(({ version, note }) => entry(releaseName(version), note, width, colours)),
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join("\n"))
    .join("\n\n")}\n`;
}

export function renderRemoved(keyword: RemovedKeyword, width: number, colours: Colours): string {
  const life = say`In keepalived from ${keyword.since} until before ${keyword.removed}; newer releases do not know it.`;
  const replacement = keyword.replacement === undefined ? [] : [say`Instead: ${keyword.replacement}`];
  return [
    colours.bold(keyword.path),
    "",
    ...renderMarkdown(keyword.summary, width, colours, ""),
    "",
    ...[life, ...replacement].flatMap((text) => renderMarkdown(text, width, colours, "")),
    "",
  ].join("\n");
}

/** Name and text in two columns. */
function entry(name: string, text: string, width: number, colours: Colours): string[] {
  const column = 14;
  return wrap(text, width - column).map((line, index) => {
    const head = index === 0 ? colours.dim(padCells(name, column - 1)) : " ".repeat(column - 1);
    return `${head} ${line}`;
  });
}

function argumentLines(list: readonly Argument[], width: number, colours: Colours): string[] {
  return list.flatMap((argument) => {
    if (argument.type === "variant") return argument.variants.flatMap((form) => argumentLines(form, width, colours));
    if (argument.type === "options") {
      return argument.options.flatMap((option) => entry(optionSignature(option), option.summary ?? "", width, colours));
    }
    const text = plain(describeArgument(argument, newestVersion));
    return text === ""
      ? []
      : entry(argument.name, `${argument.optional ? say`optional; ` : ""}${text}`, width, colours);
  });
}

/** Without the marks of Markdown. */
function plain(text: string): string {
  return text.replaceAll("`", "");
}

function facts(keyword: Keyword): [string, string][] {
  const block = keyword.path.split("/").slice(0, -1).join("/");
  const rows: [string, string | undefined][] = [
    [say`allowed in`, block === "" ? say`the file itself` : block],
    [say`default`, keyword.default],
    [say`required`, keyword.required === "always" ? say`yes` : keyword.required],
    [say`allowed`, keyword.context],
    [say`inherits`, keyword.inherits?.join(", ")],
    [say`alias of`, keyword.aliasOf],
    [say`read by`, keyword.processes.join(", ")],
    [say`since`, keyword.since === oldestVersion ? undefined : sinceText(keyword.since)],
    [say`removed`, keyword.removed],
    [say`deprecated`, deprecation(keyword)],
    [say`needs`, keyword.features.length === 0 ? undefined : say`a build with ${keyword.features.join(", ")}`],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== "");
}

function sinceText(since: Version): string {
  return since === nextVersion ? say`next: in no release yet, the newest is ${newestVersion}` : since;
}

function deprecation({ deprecated }: Keyword): string | undefined {
  if (deprecated === undefined) return undefined;
  const since = deprecated.since === undefined ? say`yes` : say`since ${deprecated.since}`;
  return deprecated.replacement === undefined ? since : say`${since}; instead: ${deprecated.replacement}`;
}

function grammarLines(grammar: LineGrammar, width: number, colours: Colours): string[] {
  const options = grammar.options.flatMap((option) =>
    entry(optionSignature(option), option.summary ?? "", width, colours),
  );
  return [
    colours.bold(say`Each line`),
    ...wrap(grammar.summary, width),
    ...argumentLines(grammar.positional, width, colours),
    ...options,
  ];
}

function childLines(keyword: Keyword, width: number, colours: Colours): string[] {
  const names = [...new Set((keyword.children ?? []).map((child) => child.name))];
  if (names.length === 0) return [];
  return [colours.bold(say`Keywords inside`), ...wrap(names.join("  "), width - 2).map((line) => `  ${line}`)];
}
