import type { Argument, Keyword, Option } from "@kalint/schema";

/** How a keyword is written: `priority <priority>`, `state MASTER|BACKUP`, `vrrp_instance <name> { … }`. */
export function keywordSignature(keyword: Keyword): string {
  const head = [keyword.name, ...keyword.arguments.map(argumentSignature)].join(" ");
  return keyword.kind === "block" || keyword.kind === "lines" ? `${head} { … }` : head;
}

export function optionSignature(option: Option): string {
  return [...(option.positional ? [] : [option.name]), ...option.arguments.map(argumentSignature)].join(" ");
}

function argumentSignature(argument: Argument): string {
  const repeated = `${plainSignature(argument)}${argument.variadic ? "…" : ""}`;
  return argument.optional ? `[${repeated}]` : repeated;
}

function plainSignature(argument: Argument): string {
  switch (argument.type) {
    case "literal":
      return argument.value;
    case "bool":
      return "true|false";
    case "enum": {
      const choice = argument.values.map(({ value }) => value).join("|");
      return choice.length <= 40 ? choice : `<${argument.name}>`;
    }
    case "variant":
      return `(${argument.variants.map((form) => form.map(argumentSignature).join(" ")).join(" | ")})`;
    case "options":
      return argument.options.map((option) => `[${optionSignature(option)}]`).join(" ");
    default:
      return `<${argument.name}>`;
  }
}

/** What may be written for an argument: `whole number from 1 to 255`. Empty where its signature says all. */
export function describeArgument(argument: Argument): string {
  const facts = [
    kindOfValue(argument),
    argument.default === undefined ? "" : `default ${argument.default}`,
    argument.since === undefined ? "" : `since ${argument.since}`,
    argument.note?.replace(/\.$/, "") ?? "",
  ];
  return facts.filter((fact) => fact !== "").join("; ");
}

function kindOfValue(argument: Argument): string {
  switch (argument.type) {
    case "uint":
    case "int":
      return `whole number from ${argument.min} to ${argument.exactMax ?? argument.max}${unitOf(argument.unit)}`;
    case "decimal":
      return `number from ${argument.min} to ${argument.exactMax ?? argument.max}${unitOf(argument.unit)}, at most ${argument.maxDecimals} decimals`;
    case "duration":
      return `time, such as 500ms or 1.5s; without a unit in ${argument.bare.unit}, from ${argument.bare.min} to ${argument.bare.max}`;
    case "enum":
      return `one of ${argument.values.map(({ value }) => value).join(", ")}`;
    case "bool":
      return "true, on or yes; false, off or no";
    case "ip":
    case "ip-mask":
    case "ip-range":
    case "host-or-ip":
      return `${argument.family === "any" ? "IPv4 or IPv6" : argument.family === "ipv4" ? "IPv4" : "IPv6"} ${addressForms[argument.type]}`;
    case "port":
      return `port from ${argument.min} to ${argument.max}`;
    case "reference":
      return `name of a ${argument.to}`;
    case "literal":
    case "variant":
    case "options":
      return "";
    default:
      return textOf(argument);
  }
}

const addressForms = {
  ip: "address",
  "ip-mask": "address with its prefix length",
  "ip-range": "address or range",
  "host-or-ip": "address or host name",
} as const;

function textOf(argument: Extract<Argument, { maxLength?: number; values?: unknown; grammar?: string }>): string {
  const name = argument.type === "other" ? "" : argument.type.replace(/-/g, " ");
  const length =
    "maxLength" in argument && argument.maxLength !== undefined ? `at most ${argument.maxLength} bytes` : "";
  return [name, length].filter((part) => part !== "").join(", ");
}

function unitOf(unit: string | undefined): string {
  if (unit === undefined) return "";
  return ` ${{ s: "seconds", ms: "milliseconds", us: "microseconds" }[unit] ?? unit}`;
}
