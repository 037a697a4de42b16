/** How keywords, options and arguments are written, and what may be written for an argument: for people, as Markdown. */
import { argumentIn } from "./lookup.js";
import type { Argument, EnumValue, Keyword, LineGrammar, Option, Version } from "./types.js";
import { oldestVersion } from "./versions.js";
import { booleanWords } from "./words.js";

/** How a keyword is written: `priority <priority>`, `state MASTER|BACKUP`, `vrrp_instance <name> { … }`. */
export function keywordSignature(keyword: Keyword): string {
  const head = [keyword.name, ...keyword.arguments.map(argumentSignature)].join(" ");
  return keyword.kind === "block" || keyword.kind === "lines" ? `${head} { … }` : head;
}

export function optionSignature(option: Option): string {
  const parts = option.arguments.map(argumentSignature);
  return [...(option.positional ? [] : [option.name]), ...parts].join(" ");
}

export function argumentSignature(argument: Argument): string {
  const plain = plainSignature(argument);
  const repeated = argument.variadic ? `${plain}…` : plain;
  return argument.optional && argument.type !== "options" ? `[${repeated}]` : repeated;
}

const longestChoice = 60;

function plainSignature(argument: Argument): string {
  switch (argument.type) {
    case "variant": {
      const forms = argument.variants.map((form) => form.map(argumentSignature).join(" "));
      return argument.optional ? forms.join(" | ") : `(${forms.join(" | ")})`;
    }
    case "options": {
      const forms = argument.options.map((option) => `[${optionSignature(option)}]`).join(" ");
      return forms.length <= longestChoice ? forms : "<options>…";
    }
    case "literal":
      return argument.value;
    case "enum": {
      const choice = argument.values.map(({ value }) => value).join("|");
      return choice.length <= longestChoice ? choice : `<${argument.name}>`;
    }
    case "bool":
      return "true|false";
    default:
      return `<${argument.name}>`;
  }
}

/** A line of a block of free lines, as the arguments of a keyword would be written. */
export function lineArguments(grammar: LineGrammar, block: string): readonly Argument[] {
  if (grammar.words) return [wordsOfLine(grammar.words)];
  const lead: readonly Argument[] = grammar.variants
    ? [{ name: "line", type: "variant", variants: grammar.variants }]
    : grammar.positional;
  const options = grammar.options.filter((option) => !option.only || option.only.includes(block));
  return options.length === 0 ? lead : [...lead, { name: "options", type: "options", options, optional: true }];
}

const variadic = new WeakMap<Argument, Argument>();

/** Any number of words, as one argument: always the same one, so that it can be recognised. */
export function wordsOfLine(argument: Argument): Argument {
  const known = variadic.get(argument) ?? { ...argument, variadic: true, optional: true };
  variadic.set(argument, known);
  return known;
}

/** What may be written for an argument, as a phrase: `whole number from 1 to 255`. */
export function describeArgument(argument: Argument, target: Version): string {
  const facts = [kindOfValue(argumentIn(argument, target))];
  if (argument.default !== undefined) facts.push(`default ${inlineCode(argument.default)}`);
  if (argument.since && argument.since !== oldestVersion) facts.push(`since ${argument.since}`);
  const text = facts.filter((fact) => fact !== "").join("; ");
  const note = argument.note?.replace(/\.$/, "");
  return [text, note].filter(Boolean).join(". ");
}

function kindOfValue(argument: Argument): string {
  switch (argument.type) {
    case "uint":
    case "int":
    case "decimal":
    case "duration": {
      const { min, max, unit } = argument.type === "duration" ? argument.bare : argument;
      const most =
        "hostMax" in argument && argument.hostMax
          ? argument.hostMax
          : inlineCode(exactMaximum(argument) ?? String(max));
      const noun = argument.type === "uint" || argument.type === "int" ? "whole number" : "number";
      const words = "words" in argument && argument.words ? ` or ${choice(argument.words)}` : "";
      const units = argument.type === "duration" ? ", or with a unit (`s`, `ms`)" : "";
      return `${noun} from ${inlineCode(String(min))} to ${most}${unit ? ` (${unitName(unit)})` : ""}${units}${words}`;
    }
    case "port":
      return `port from ${inlineCode(String(argument.min))} to ${inlineCode(String(argument.max))}`;
    case "bool":
      return `one of ${booleanWords.map(inlineCode).join(", ")}`;
    case "enum":
      return `one of ${choice(argument.values)}${argument.caseSensitive ? "" : " in any case"}`;
    case "ip":
      return `${familyName(argument.family)} ${argument.multicast ? "multicast " : ""}address${alsoWords(argument)}`;
    case "ip-mask":
      return `${familyName(argument.family)} address, with a prefix length where needed${alsoWords(argument)}`;
    case "ip-range":
      return `${familyName(argument.family)} address or range of addresses`;
    case "host-or-ip":
      return `host name or ${familyName(argument.family)} address`;
    case "reference":
      return `name of a ${inlineCode(argument.to)}${argument.defined === "before" ? " defined above" : ""}`;
    case "interface":
      return "network interface, at most 15 characters";
    case "path":
      return "path";
    case "script":
      return "command with its arguments, quoted where it contains spaces";
    case "user":
    case "group":
      return `system ${argument.type}`;
    case "email":
      return "e-mail address";
    case "mac":
      return "hardware address";
    case "regex":
      return "regular expression";
    case "string":
      if (argument.exactLength !== undefined) return `text of ${argument.exactLength} characters`;
      return argument.maxLength === undefined ? "text" : `text of at most ${argument.maxLength} bytes`;
    case "hex":
      return argument.exactLength === undefined
        ? `hexadecimal digits${argument.wildcards ? `; ${inlineCode(argument.wildcards[0]!)} is any digit` : ""}`
        : `${argument.exactLength} hexadecimal digits`;
    case "variant":
    case "options":
    case "literal":
      return "";
    default: {
      const words = argument.values ?? [];
      const range =
        argument.max === undefined
          ? []
          : [`a number from ${inlineCode(String(argument.min ?? 0))} to ${inlineCode(String(argument.max))}`];
      return [...(words.length > 0 ? [choice(words)] : []), ...range].join(" or ");
    }
  }
}

function choice(values: readonly EnumValue[]): string {
  return values.map(({ value }) => inlineCode(value)).join(", ");
}

function alsoWords({ words }: { readonly words?: readonly EnumValue[] }): string {
  return words && words.length > 0 ? ` or ${choice(words)}` : "";
}

function exactMaximum(argument: Argument): string | undefined {
  return "exactMax" in argument ? argument.exactMax : undefined;
}

function unitName(unit: string): string {
  const names: Readonly<Record<string, string>> = { s: "seconds", ms: "milliseconds", us: "microseconds" };
  return names[unit] ?? unit;
}

export function familyName(family: "any" | "ipv4" | "ipv6"): string {
  return family === "any" ? "IPv4 or IPv6" : family === "ipv4" ? "IPv4" : "IPv6";
}

/** Text as Markdown code, whatever it holds. */
export function inlineCode(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}
