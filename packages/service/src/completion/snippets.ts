import { checkValue } from "@kalint/daemon";
import { type Argument, isKnownIn, type Keyword, type Option, type Version } from "@kalint/schema";

/** The values that are likely at a place: of a keyword by its path, or of an option. */
export type Placeholders = (key: string) => (argument: Argument) => readonly string[];

/** A keyword with tab stops for what it needs (LSP snippet syntax); blocks come with their braces. */
export function keywordSnippet(keyword: Keyword, target: Version, values: Placeholders): string {
  const stops = tabStops();
  const head = headOf(keyword, stops, target, values);
  if (keyword.kind === "lines") return `${head} {\n\t$0\n}`;
  if (keyword.kind !== "block") return head;
  const needed = (keyword.children ?? [])
    .filter((child) => isStarter(child) && isKnownIn(child, target) && child.aliasOf === undefined)
    .map((child) => requiredLine(child, stops, target, values));
  return `${head} {\n${[...needed, "\t$0"].join("\n")}\n}`;
}

export function optionSnippet(option: Option, target: Version, likely: ReturnType<Placeholders>): string {
  return [literal(option.name), ...neededArguments(option.arguments, tabStops(), target, likely)].join(" ");
}

export function hasStops(snippet: string): boolean {
  return /(?<!\\)\$/.test(snippet);
}

/** Belongs into a new block: always needed, or needed but for the rare case that the schema names. */
export function isStarter(keyword: Keyword): boolean {
  return keyword.required !== undefined && /^(always|unless|in)\b/.test(keyword.required);
}

type TabStops = (placeholder: string, choices?: readonly string[]) => string;

function tabStops(): TabStops {
  let next = 1;
  return (placeholder, choices = []) => {
    const at = next++;
    return choices.length > 1
      ? `\${${at}|${choices.map((choice) => choice.replace(/[\\,|]/g, "\\$&")).join(",")}|}`
      : `\${${at}:${literal(choices[0] ?? placeholder)}}`;
  };
}

function requiredLine(keyword: Keyword, stops: TabStops, target: Version, values: Placeholders): string {
  const head = headOf(keyword, stops, target, values);
  if (keyword.kind === "lines" || keyword.kind === "block") return `\t${head} {\n\t\t${stops("")}\n\t}`;
  return `\t${head}`;
}

function headOf(keyword: Keyword, stops: TabStops, target: Version, values: Placeholders): string {
  const words = neededArguments(keyword.arguments, stops, target, values(keyword.path), keyword.default);
  return [literal(keyword.name), ...words].join(" ");
}

function neededArguments(
  list: readonly Argument[],
  stops: TabStops,
  target: Version,
  likely: ReturnType<Placeholders>,
  fallback?: string,
): string[] {
  return list.flatMap((argument) => {
    // A port is hardly ever left out, though it may be.
    if ((argument.optional && argument.type !== "port") || argument.type === "options") return [];
    if (argument.type === "variant")
      return neededArguments(argument.variants[0] ?? [], stops, target, likely, fallback);
    const values = likely(argument);
    return [
      stops(values[0] ?? placeholderOf(argument, fallback, target), ordered(choicesOf(argument, target), values)),
    ];
  });
}

/** The likely ones first. */
function ordered(choices: readonly string[], likely: readonly string[]): readonly string[] {
  const first = likely.filter((value) => choices.includes(value));
  return [...new Set([...first, ...choices])];
}

/** The default where it is a value, or nothing: the name of an argument, or `none`, would be an error at once. */
function placeholderOf(argument: Argument, fallback: string | undefined, target: Version): string {
  const given = argument.default ?? fallback;
  const isValue = given !== undefined && /^[\w.:/-]+$/.test(given) && checkValue(given, argument, target) === undefined;
  return isValue ? given : "";
}

function choicesOf(argument: Argument, target: Version): readonly string[] {
  switch (argument.type) {
    case "enum":
      return argument.values
        .filter(({ since }) => !since || isKnownIn({ since }, target))
        .map(({ value }) => value)
        .slice(0, 20);
    case "literal":
      return [argument.value];
    case "bool":
      return ["true", "false"];
    default:
      return [];
  }
}

function literal(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
