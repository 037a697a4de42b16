import { readInt, readUnsigned } from "@kalint/daemon";
import {
  type Argument,
  argumentIn,
  compareVersions,
  type EnumArgument,
  type EnumValue,
  type NumberArgument,
  type TextArgument,
  type Version,
} from "@kalint/schema";
import { anyOf, nearest } from "../suggest.js";
import { checkAddress } from "./addresses.js";
import { fileOfNames, isUsualName } from "./names.js";
import { checkDecimal, checkDuration, checkWhole, rangeText } from "./numbers.js";
import type { ValueProblem } from "./problem.js";
import { synonymOf } from "./synonyms.js";

const trueWords = ["true", "on", "yes"];
const falseWords = ["false", "off", "no"];

/** Why `text` is no value for the argument in the target release, or `undefined` where it is one or nobody can tell here. */
export function checkValue(text: string, declared: Argument, target: Version): ValueProblem | undefined {
  const argument = argumentIn(declared, target);
  switch (argument.type) {
    case "uint":
    case "int":
      return isWord(text, argument.words, target) ? undefined : checkNumber(text, argument);
    case "port":
      return checkWhole(text, argument);
    case "duration":
      return checkDuration(text, argument, target);
    case "literal":
      return text === argument.value ? undefined : { expected: argument.value };
    case "decimal":
      return checkDecimal(text, argument);
    case "bool":
      return checkWord(text, [...trueWords, ...falseWords], true);
    case "enum":
      return checkEnumeration(text, argument, target);
    case "ip":
    case "ip-mask":
    case "ip-range":
    case "host-or-ip":
      return isWord(text, argument.words, target) ? undefined : checkAddress(text, argument);
    case "variant":
    case "options":
    case "reference":
      return undefined;
    default:
      return checkText(text, argument, target);
  }
}

function isWord(text: string, words: readonly EnumValue[] | undefined, target: Version): boolean {
  return words?.some(({ value, since }) => value === text && !isYounger(since, target)) ?? false;
}

function checkNumber(text: string, argument: NumberArgument): ValueProblem | undefined {
  const problem = checkWhole(text, argument);
  if (problem === undefined) {
    const { value } = readInt(text, argument, argument.base);
    const changed = argument.adjusted?.find((each) => each.value === value && each.reported);
    return (
      changed && {
        expected: `a whole number${rangeText(argument.min, argument.max)}`,
        because: `keepalived turns it into ${changed.to}`,
      }
    );
  }
  return argument.words
    ? { ...problem, expected: `${problem.expected} or ${anyOf(argument.words.map(({ value }) => value))}` }
    : problem;
}

function checkEnumeration(text: string, argument: EnumArgument, target: Version): ValueProblem | undefined {
  const prefix = argument.prefixes?.find((each) => text.startsWith(each)) ?? "";
  const word = text.slice(prefix.length);
  const future = argument.values.find(({ value, since }) => value === word && isYounger(since, target));
  const known = argument.values.filter(({ since }) => !isYounger(since, target)).map(({ value }) => value);
  const found = checkWord(word, known, argument.caseSensitive);
  if (found === undefined) return undefined;
  const synonym = synonymOf(argument.name, word, known);
  const problem: ValueProblem =
    synonym === undefined || found.replacement?.safe
      ? found
      : { ...found, replacement: { text: synonym, safe: false } };
  if (future) return { ...problem, because: `keepalived ${target} does not have it yet: it came with ${future.since}` };
  return problem.replacement
    ? { ...problem, replacement: { ...problem.replacement, text: prefix + problem.replacement.text } }
    : problem;
}

function isYounger(since: Version | undefined, target: Version): boolean {
  return since !== undefined && compareVersions(target, since) < 0;
}

/** The right word in the wrong case has one reading; a near word has a probable one. */
function checkWord(text: string, words: readonly string[], caseSensitive: boolean): ValueProblem | undefined {
  if (words.includes(text)) return undefined;
  const same = words.find((word) => word.toLowerCase() === text.toLowerCase());
  if (same !== undefined && !caseSensitive) return undefined;
  const expected = anyOf(words);
  if (same !== undefined)
    return { expected, because: "upper and lower case differ", replacement: { text: same, safe: true } };
  const bare = text.replace(/[;,]$/, "");
  if (words.includes(bare)) return { expected, replacement: { text: bare, safe: true } };
  const [first, second] = nearest(text, words);
  const certain = first !== undefined && (second === undefined || second.distance > first.distance);
  return { expected, ...(certain && { replacement: { text: first.word, safe: false } }) };
}

function checkText(text: string, argument: TextArgument, target: Version): ValueProblem | undefined {
  const length = byteLength(text);
  // The length of a key counts after its spelling has been read, which a rule of its own looks at.
  if (argument.type !== "hmac-key" && argument.maxLength !== undefined && length > argument.maxLength) {
    const what = argument.type === "interface" ? "an interface name" : "a text";
    const problem = { expected: `${what} of at most ${argument.maxLength} bytes`, because: `it has ${length}` };
    return problem;
  }
  switch (argument.type) {
    case "hex":
      if (argument.exactLength !== undefined && text.length !== argument.exactLength) {
        return { expected: `${argument.exactLength} hexadecimal digits`, because: `it has ${text.length}` };
      }
      return isHexadecimal(text, argument.wildcards ?? "") ? undefined : { expected: "hexadecimal digits" };
    case "mac":
      return /^([0-9a-f]{1,2}:){4,5}[0-9a-f]{1,2}$/i.test(text)
        ? undefined
        : { expected: "a MAC address of six bytes", unclaimed: true };
    case "uint-or-range":
      return checkNumberRange(text, argument.min ?? 0, argument.max ?? Number.MAX_SAFE_INTEGER);
    case "enum-or-uint":
      return checkEnumerationOrNumber(text, argument, target);
    case "rt-name":
      return checkRoutingName(text, argument);
    case "other":
      return checkGrammar(text, argument.grammar);
    default:
      return undefined;
  }
}

function checkNumberRange(text: string, min: number, max: number): ValueProblem | undefined {
  const parts = /^(\d+)(?:-(\d+))?$/.exec(text);
  const [first, last] = [Number(parts?.[1]), Number(parts?.[2] ?? parts?.[1])];
  const right = parts !== null && first >= min && last <= max && first <= last;
  return right ? undefined : { expected: `a number${rangeText(min, max)}, or a range of them` };
}

function checkEnumerationOrNumber(text: string, argument: TextArgument, target: Version): ValueProblem | undefined {
  const { values = [], caseSensitive = true, min = 0, max = Number.MAX_SAFE_INTEGER } = argument;
  if (/^[+-]?\d/.test(text)) return checkWhole(text, { min, max });
  const problem = checkEnumeration(text, { type: "enum", name: argument.name, values, caseSensitive }, target);
  return (
    problem && {
      ...problem,
      expected: `${anyOf(
        values.map(({ value }) => value),
        ",",
      )} or a number`,
    }
  );
}

function isHexadecimal(text: string, wildcards: string): boolean {
  return [...text].every((character) => /[0-9a-f]/i.test(character) || wildcards.includes(character));
}

/** Names come from files of the machine; those that every machine has are known. */
function checkRoutingName(text: string, argument: TextArgument): ValueProblem | undefined {
  const { min = 0, max = 4_294_967_295, values = [], namesFrom = "" } = argument;
  const { value, reason } = readUnsigned(text, { min, max }, "c");
  // strtoul also takes a sign, and wraps.
  if (value !== undefined || reason === "negative") return undefined;
  const names = values.map((each) => each.value);
  if (names.includes(text) || isUsualName(namesFrom, text)) return undefined;
  const expected = `${names.length > 0 ? anyOf(names, ",") : "a name"} or a number${rangeText(min, max) || " of 32 bits"}`;
  return { expected, ...(reason === "not-a-number" && !/^\d/.test(text) && { unlessIn: fileOfNames(namesFrom) }) };
}

/** `[from/]to`, each a number or a name. */
function checkRealms(text: string): ValueProblem | undefined {
  const parts = text.split("/");
  const isRealm = (part: string) =>
    readUnsigned(part, { min: 0, max: 0xffff_ffff }, "c").value !== undefined || isUsualName("rt_realms", part);
  return parts.length <= 2 && parts.every(isRealm)
    ? undefined
    : { expected: "a realm, or two joined by /", unlessIn: fileOfNames("rt_realms") };
}

function checkProtocol(text: string): ValueProblem | undefined {
  const isProtocol =
    readUnsigned(text, { min: 0, max: 255 }, "c").value !== undefined || isUsualName("protocols", text);
  return isProtocol ? undefined : { expected: "a protocol's name or number", unlessIn: fileOfNames("protocols") };
}

/** Spellings that only routes and rules know. */
function checkGrammar(text: string, grammar: string | undefined): ValueProblem | undefined {
  const number = { min: 0, max: 4_294_967_295 };
  const all = (separator: string, most: number, isRight: (part: string) => boolean) => {
    const parts = text.split(separator);
    return parts.length <= most && parts.every(isRight);
  };
  switch (grammar) {
    case "realms":
      return checkRealms(text);
    case "ip-protocol":
      return checkProtocol(text);
    case "mark-mask":
      return all("/", 2, (part) => part !== "" && readUnsigned(part, number, "c").value !== undefined)
        ? undefined
        : { expected: "a mark such as 5 or 0x10/0xff" };
    case "mpls-labels":
      return all(
        "/",
        16,
        (part) => part !== "" && readUnsigned(part, { min: 0, max: 1_048_575 }, "c").value !== undefined,
      )
        ? undefined
        : { expected: "labels from 0 to 1048575, joined by /" };
    case "address64":
      return /^([0-9a-f]{1,4}:){3}[0-9a-f]{1,4}$/i.test(text)
        ? undefined
        : { expected: "four groups of hexadecimal digits" };
    case "uint-range":
      return /^\d+-\d+$/.test(text) ? undefined : { expected: "a range such as 1000-2000" };
    case "port-range":
      return all("-", 2, (part) => part !== "" && readUnsigned(part, { min: 1, max: 65535 }).value !== undefined)
        ? undefined
        : { expected: "a port or a range of ports, from 1 to 65535" };
    default:
      return undefined;
  }
}

/** keepalived counts bytes, also where a character has several. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
