// How the arguments of a keyword are coloured: by what the schema says of them, and only where they stand.
import { alternatives, end, include, scope, scoped, word, wordWithTags } from "./patterns.mjs";

const before = "(?<=[\\s{=+-]|^)";

/** Patterns for words that are one of `list`. */
export function argumentPatterns(list) {
  return unique(list.flatMap(patternsOf));
}

/** Patterns for options and the word behind each of them, wherever they stand on the line. */
export function optionPatterns(options) {
  const byShape = new Map();
  for (const option of options) {
    if (option.positional) continue;
    const [first] = option.arguments;
    const inner = first && isPlainPlace(first) ? argumentPatterns([first]) : [];
    const key = JSON.stringify(inner);
    const shape = byShape.get(key) ?? { names: [], inner };
    shape.names.push(option.name, ...(option.aliases ?? []).map(({ name }) => name));
    byShape.set(key, shape);
  }
  const pairs = [...byShape.values()].map(({ names, inner }) => ({
    match: `(?<=[\\s{])(${alternatives(names)})${end}${inner.length > 0 ? `(?:[ \\t]+(${wordWithTags})${end})?` : ""}`,
    captures: { 1: { name: scope("variable.parameter.option") }, ...(inner.length > 0 && { 2: { patterns: inner } }) },
  }));
  const further = options.flatMap((option) => (option.positional ? option.arguments : option.arguments.slice(1)));
  return unique([...pairs, ...argumentPatterns(further)]);
}

/** Whether one word is the whole argument, so that the word in its place can be coloured by its type. */
export function isPlainPlace(argument) {
  return argument.type !== "options" && argument.type !== "variant";
}

function patternsOf(argument) {
  const words = enumeration([...(argument.values ?? []), ...(argument.words ?? [])]);
  switch (argument.type) {
    case "bool":
      return enumeration(["true", "on", "yes", "false", "off", "no"].map((value) => ({ value })));
    case "literal":
      return [scoped("variable.parameter.option", `(?<=\\s|^)${alternatives([argument.value])}${end}`)];
    case "enum":
      return words;
    case "ip":
    case "ip-mask":
    case "ip-range":
    case "host-or-ip":
      return [...words, ...include("address")];
    case "interface":
      return include("interface");
    case "reference":
      return include("name");
    case "path":
    case "script":
      return include("path");
    case "mac":
      return include("mac-address");
    case "email":
      return include("mail-address");
    case "variant":
      return argument.variants.flatMap(argumentPatterns);
    case "options":
      return optionPatterns(argument.options);
    // Any text: what looks like a number in it is none.
    case "string":
    case "user":
    case "group":
    case "regex":
    case "hmac-key":
      return words;
    default:
      return [...words, ...include("number")];
  }
}

function enumeration(values) {
  // A digit alone is a number, whatever it means.
  const named = values.map(({ value }) => value).filter((value) => /[A-Za-z]/.test(value));
  if (named.length === 0) return [];
  return [scoped("support.constant.property-value", `${before}(?:${alternatives(named)})${end}`)];
}

function unique(patterns) {
  const seen = new Set();
  return patterns.filter((pattern) => {
    const key = JSON.stringify(pattern);
    return !seen.has(key) && seen.add(key);
  });
}

/** What the patterns above refer to, and the parts of a line that look the same everywhere. */
export const valueRules = {
  name: scoped("entity.name.type", `(?<=[\\s{]|^)${word}`),
  interface: scoped("variable.other.constant.interface", `(?<=[\\s{]|^)${word}`),
  path: scoped("string.unquoted.path", `(?<=[\\s{=]|^)<?/${word}`),
  "mail-address": scoped("string.unquoted.mail-address", `(?<=[\\s{=]|^)${word}`),
  "mac-address": scoped("constant.numeric.mac-address", `(?<=[\\s{=]|^)[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5,}${end}`),
  address: {
    patterns: [
      scoped(
        "constant.numeric.ip-address.ipv4",
        `(?<=[\\s{=]|^)\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\d{1,2})?(?:-[\\d.]+)?${end}`,
      ),
      scoped(
        "constant.numeric.ip-address.ipv6",
        `(?<=[\\s{=]|^)(?=[0-9a-fA-F]*:[0-9a-fA-F]*:|[0-9a-fA-F]+::)[0-9a-fA-F:]+(?:\\d{1,3}(?:\\.\\d{1,3}){3})?(%)?((?<=%)[\\w.-]+)?(?:/\\d{1,3})?(?:-[0-9a-fA-F:]+)?${end}`,
        "keyword.operator.zone",
        "variable.other.constant.interface",
      ),
    ],
  },
  number: scoped("constant.numeric", `(?<=[\\s{=]|^)[-+]?(?:0x[0-9a-fA-F]+|\\d*\\.?\\d+)(?:%|m?s(?:ecs?)?)?${end}`),
};
