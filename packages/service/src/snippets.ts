import { type Argument, isKnownIn, type Keyword, type Option, type Version } from "@kalint/schema";

/** A keyword with tab stops for what it needs (LSP snippet syntax); blocks come with their braces. */
export function keywordSnippet(keyword: Keyword, target: Version): string {
  const stops = tabStops();
  const head = [literal(keyword.name), ...neededArguments(keyword.arguments, stops, target, keyword.default)].join(" ");
  if (keyword.kind === "lines") return `${head} {\n\t$0\n}`;
  if (keyword.kind !== "block") return head;
  const needed = (keyword.children ?? [])
    .filter((child) => isStarter(child) && isKnownIn(child, target) && child.aliasOf === undefined)
    .map((child) => requiredLine(child, stops, target));
  return `${head} {\n${[...needed, "\t$0"].join("\n")}\n}`;
}

export function optionSnippet(option: Option, target: Version): string {
  return [literal(option.name), ...neededArguments(option.arguments, tabStops(), target)].join(" ");
}

/** Says without a condition that the keyword must stand in its block. */
export function isNeeded(keyword: Keyword): boolean {
  return keyword.required === "always";
}

/** Belongs into a new block: always needed, or needed but for the rare case that the schema names. */
function isStarter(keyword: Keyword): boolean {
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

function requiredLine(keyword: Keyword, stops: TabStops, target: Version): string {
  const head = [literal(keyword.name), ...neededArguments(keyword.arguments, stops, target, keyword.default)].join(" ");
  if (keyword.kind === "lines" || keyword.kind === "block") return `\t${head} {\n\t\t${stops("")}\n\t}`;
  return `\t${head}`;
}

function neededArguments(list: readonly Argument[], stops: TabStops, target: Version, fallback?: string): string[] {
  return list.flatMap((argument) => {
    // A port is hardly ever left out, though it may be.
    if ((argument.optional && argument.type !== "port") || argument.type === "options") return [];
    if (argument.type === "variant") return neededArguments(argument.variants[0] ?? [], stops, target, fallback);
    return [stops(placeholderOf(argument, fallback), choicesOf(argument, target))];
  });
}

/** A number has no name that could be left as it is: the default, or nothing. */
function placeholderOf(argument: Argument, fallback: string | undefined): string {
  if (!["uint", "int", "decimal", "duration", "port"].includes(argument.type)) return argument.name;
  const given = argument.default ?? fallback;
  return given !== undefined && /^[\d.]+$/.test(given) ? given : "";
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
