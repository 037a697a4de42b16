import { type Argument, lineGrammars, type Option } from "@kalint/schema";
import type { RandomSource } from "../../support/random-text.js";

/** Few names, so that references meet what they name. */
const names = ["A", "B", "check", "web", "10.0.0.1", "VI_1", "G"] as const;
const addresses = ["10.0.0.1", "10.0.0.2", "10.0.0.1/24", "fe80::1", "2001:db8::1/64", "224.0.0.18", "10.0.0.1-9"];
// biome-ignore format: one list
const odd = [
  '""', '"a b"', "0", "-1", "256", "99999999999999999999", "1.5", "0x10", "é", "x".repeat(40), "$X", "${X}", "${_ENV X}",
  "a#b", "a!b", "'q", '"open', "{", "}", "no", "on", "dev", "weight", "10.0.0.256", "@a", "\\", "~SEQ(i, 1, 2)",
];

/** Words for a list of arguments: mostly such as it takes, now and then too few, too many, or wrong ones. */
export function wordsFor(random: RandomSource, list: readonly Argument[]): readonly string[] {
  const words = list.flatMap((argument) =>
    argument.optional && random.below(2) === 0 ? [] : wordsOfArgument(random, argument),
  );
  if (random.below(14) === 0) words.push(random.pick(odd));
  if (random.below(16) === 0) words.splice(random.below(words.length + 1), 1);
  return words;
}

/** The words of one line in a block of free lines. */
export function lineWords(random: RandomSource, grammarName: string): readonly string[] {
  const grammar = lineGrammars[grammarName];
  if (grammar === undefined) return [random.pick(names)];
  if (grammar.words) return wordsFor(random, [grammar.words, grammar.words].slice(random.below(2)));
  if (grammar.variants) return wordsFor(random, random.pick(grammar.variants));
  return [...wordsFor(random, grammar.positional), ...optionWords(random, grammar.options)];
}

function optionWords(random: RandomSource, options: readonly Option[]): readonly string[] {
  if (options.length === 0) return [];
  return Array.from({ length: random.below(4) }, () => random.pick(options)).flatMap((option) => [
    ...(option.positional ? [] : [option.name]),
    ...wordsFor(random, option.arguments),
  ]);
}

function wordsOfArgument(random: RandomSource, argument: Argument): string[] {
  if (random.below(12) === 0) return [random.pick(odd)];
  if (argument.variadic && random.below(2) === 0) {
    return [...oneArgument(random, argument), ...oneArgument(random, argument)];
  }
  return oneArgument(random, argument);
}

function oneArgument(random: RandomSource, argument: Argument): string[] {
  switch (argument.type) {
    case "variant":
      return [...wordsFor(random, random.pick(argument.variants))];
    case "options":
      return [...optionWords(random, argument.options)];
    case "uint":
    case "int":
    case "decimal":
    case "duration":
    case "port": {
      const { min, max } = argument;
      const near = [min, min + 1, max, max + 1, min - 1, Math.min(max, min + random.below(300))];
      return [`${random.pick(near)}`];
    }
    case "bool":
      return [random.pick(["true", "on", "yes", "false", "off", "no"])];
    case "enum":
      return [random.pick(argument.values).value];
    case "literal":
      return [argument.value];
    case "ip":
    case "ip-mask":
    case "ip-range":
    case "host-or-ip":
      return [random.pick(addresses)];
    case "interface":
      return [random.pick(["eth0", "eth1", "lo"])];
    case "script":
    case "path":
      return [random.pick(["/bin/true", "\"/bin/sh -c 'exit 1'\"", "'/usr/bin/killall -0 nginx'", "/etc/x", "x"])];
    case "reference":
      return [random.pick(names)];
    default:
      return [random.pick([...names, "root", "02:00:00:00:00:01", "MTU", "022", '"^ok"', "a@example.net", "abcd"])];
  }
}
