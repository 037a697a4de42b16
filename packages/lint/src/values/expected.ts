/** What an argument takes and what is wrong with a word, as messages say it. */
import { readAddress, type ValueProblem, wordsIn } from "@kalint/daemon";
import {
  type AddressArgument,
  type Argument,
  argumentIn,
  arrivalOf,
  booleanWords,
  familyName,
  isNameToReplace,
  type Keyword,
  largestNumber,
  type Option,
  say,
  type TextArgument,
  type Version,
} from "@kalint/schema";
import { anyOf } from "../suggest.js";

/** What would be a value, as it follows "takes": `a whole number from 1 to 255`. */
export function expectedOf(declared: Argument, target: Version): string {
  const argument = argumentIn(declared, target);
  switch (argument.type) {
    case "uint":
    case "int": {
      const number = say`a whole number${unitText(argument.unit)}${rangeText(argument.min, argument.max)}`;
      return argument.words ? say`${number} or ${anyOf(argument.words.map(({ value }) => value))}` : number;
    }
    case "port":
      return say`a whole number${rangeText(argument.min, argument.max)}`;
    case "decimal":
      return say`a number${unitText(argument.unit)}${rangeText(argument.min, argument.max)} with at most ${argument.maxDecimals} decimals`;
    case "duration":
      return say`a time such as 20ms or 0.5s${rangeText(argument.min, argument.max)} milliseconds`;
    case "literal":
      return argument.value;
    case "bool":
      return anyOf(booleanWords);
    case "enum":
      return anyOf(wordsIn(argument.values, target));
    case "ip":
    case "ip-mask":
    case "ip-range":
    case "host-or-ip":
      return addressText(argument);
    case "variant":
      return argument.variants
        .flatMap(([first]) => (first ? [expectedOf(first, target)] : []))
        .reduce((one, other) => say`${one} or ${other}`);
    case "options":
    case "reference":
      return withArticle(argumentName(argument));
    default:
      return textText(argument);
  }
}

/** What the word should have been: the same, or what of it the word fails. */
export function expectedBy(problem: ValueProblem, target: Version): string {
  const { argument } = problem;
  if (problem.kind === "text-too-long") {
    return say`${argument.type === "interface" ? say`an interface name` : say`a text`} of at most ${problem.maxLength} bytes`;
  }
  if (argument.type === "enum-or-uint" && (problem.kind === "out-of-range" || problem.kind === "not-a-number")) {
    return say`a whole number${rangeText(argument.min ?? 0, argument.max ?? Number.MAX_SAFE_INTEGER)}`;
  }
  if (problem.kind === "adjusted-number") return expectedOf(withoutAdjusted(argument), target);
  if (problem.kind === "unknown-word" && argument.type !== "enum-or-uint") return anyOf(problem.words);
  return expectedOf(argument, target);
}

/** The target's range without the numbers at its ends that keepalived does not take as they are. */
function withoutAdjusted(inTarget: Argument): Argument {
  const { until: _, ...argument } = inTarget;
  if (argument.type !== "uint" && argument.type !== "int" && argument.type !== "decimal") return inTarget;
  const { min, max, adjusted = [] } = argument;
  const step = argument.type === "decimal" ? 10 ** -argument.maxDecimals : 1;
  const isAdjusted = (number: number) => adjusted.some(({ value }) => value === number);
  return { ...argument, min: isAdjusted(min) ? min + step : min, max: isAdjusted(max) ? max - step : max };
}

/** What is wrong with the word, where that is not plain from what is expected. */
export function reasonOf(problem: ValueProblem, text: string, target: Version): string | undefined {
  if (isNameToReplace(text)) return say`it looks like a placeholder`;
  const { argument } = problem;
  switch (problem.kind) {
    case "adjusted-number":
      return say`keepalived turns it into ${problem.to}`;
    case "unknown-word":
      return problem.since && say`keepalived ${target} does not have it yet: ${arrivalOf(problem.since)}`;
    case "wrong-case":
      return say`upper and lower case differ`;
    case "bad-prefix-length":
      return say`a prefix length is 0 to ${problem.max}`;
    case "wrong-address-family":
      return say`it is an ${familyName(problem.family)} address`;
    case "no-multicast-address":
      return say`it is no multicast address`;
    case "bad-host-name":
      return say`no host name has an underscore`;
    case "not-an-address":
      return isExact(argument) ? tailReason(text) : addressReason(text.replace(/\/.*/, ""));
    case "text-too-long":
    case "wrong-digit-count":
      return say`it has ${problem.length}`;
    default:
      return undefined;
  }
}

function addressText({ type, family, multicast }: AddressArgument): string {
  if (type === "host-or-ip") return say`a host name or an IP address`;
  const name = family === "any" ? say`an IP` : say`an ${familyName(family)}`;
  const more =
    type === "ip-mask"
      ? say`, with or without a prefix length`
      : type === "ip-range"
        ? say`, a range or a network`
        : "";
  return say`${name}${multicast ? " multicast" : ""} address${more}`;
}

function isExact(argument: Argument): boolean {
  return argument.type === "host-or-ip" || (argument.type === "ip" && argument.exact === true);
}

/** What is behind an address that has to be alone. */
function tailReason(text: string): string | undefined {
  const tail = /[/-]/.exec(text);
  if (tail === null || readAddress(text.slice(0, tail.index)).value === undefined) return addressReason(text);
  return tail[0] === "/" ? say`no prefix length may follow it here` : say`a range is not possible here`;
}

function addressReason(text: string): string | undefined {
  if (/^\d+(\.\d+){3}$/.test(text)) {
    const part = text.split(".").find((each) => Number(each) > 255 || /^0\d/.test(each));
    if (part !== undefined) return Number(part) > 255 ? say`${part} is above 255` : say`${part} has a leading zero`;
  }
  if (/^\d+(\.\d+){0,2}\.?$/.test(text)) return say`four numbers are needed`;
  if (/^[\w.-]+$/.test(text) && /[a-z]/i.test(text)) return say`names are not looked up`;
  return undefined;
}

function textText(argument: TextArgument): string {
  const { min = 0, max = Number.MAX_SAFE_INTEGER, values = [] } = argument;
  const names = values.map(({ value }) => value);
  switch (argument.type) {
    case "hex":
      return argument.exactLength === undefined
        ? say`hexadecimal digits`
        : say`${argument.exactLength} hexadecimal digits`;
    case "mac":
      return say`a MAC address of six bytes`;
    case "uint-or-range":
      return say`a number${rangeText(min, max)}, or a range of them`;
    case "enum-or-uint":
      return say`${anyOf(names, ",")} or a number`;
    case "rt-name": {
      const numbers = rangeText(min, argument.max ?? largestNumber) || say` of 32 bits`;
      return say`${names.length > 0 ? anyOf(names, ",") : say`a name`} or a number${numbers}`;
    }
    case "other":
      return grammarText[argument.grammar ?? ""]?.() ?? withArticle(argumentName(argument));
    default:
      return withArticle(argumentName(argument));
  }
}

const grammarText: Readonly<Record<string, () => string>> = {
  realms: () => say`a realm, or two joined by /`,
  "ip-protocol": () => say`a protocol's name or number`,
  "mark-mask": () => say`a mark such as 5 or 0x10/0xff`,
  "mpls-labels": () => say`labels from 0 to 1048575, joined by /`,
  address64: () => say`four groups of hexadecimal digits`,
  "uint-range": () => say`a range such as 1000-2000`,
  "port-range": () => say`a port or a range of ports, from 1 to 65535`,
};

function unitText(unit: string | undefined): string {
  const names: Readonly<Record<string, string>> = {
    s: say`seconds`,
    ms: say`milliseconds`,
    us: say`microseconds`,
  };
  return unit === undefined ? "" : say` of ${names[unit] ?? unit}`;
}

/** Bounds that nobody reaches are dropped. */
function rangeText(min: number, max: number): string {
  const unbounded = max >= largestNumber;
  if (unbounded && min <= 0) return "";
  return unbounded ? say` of at least ${min}` : say` from ${min} to ${max}`;
}

function argumentName(argument: Argument): string {
  return argument.name.replace(/[<>]/g, "").replaceAll("_", " ");
}

function withArticle(name: string): string {
  return `${/^[aeio]/.test(name) ? "an" : "a"} ${name}`;
}

/** How messages call the holder of a value: `priority`, `smtp_server port`, `weight` of an option, `a line of virtual_ipaddress`. */
export function holderName(
  { keyword, line }: { readonly keyword: Keyword; readonly line?: unknown },
  argument: Argument,
  option?: Option,
): string {
  if (option && !option.positional) {
    return option.arguments.length > 1 ? `${option.name} ${argumentName(argument)}` : option.name;
  }
  if (line) return say`a line of ${keyword.name}`;
  const places = keyword.arguments.filter(({ type }) => type !== "options" && type !== "literal");
  const name = argumentName(argument);
  return places.length > 1 && name !== keyword.name ? `${keyword.name} (${name})` : keyword.name;
}
