/** Words of unknown content get a value that their argument takes, so that what reads the objects meets nothing strange. */
import { type Argument, argumentIn, type Keyword, lineGrammars, type Version } from "@kalint/schema";
import { fillHoles, hasHole } from "@kalint/syntax";
import { reworded, type SplitWord, type Wording } from "../text/words.js";
import type { Filling } from "../types.js";
import { type AssignedWord, assignArguments, assignLine } from "./assign.js";
import { wordsIn } from "./check.js";

export interface Filler {
  /** Whether a text holds something unknown. A file may have those characters too. */
  has(text: string): boolean;
  /** Marks the words that hold something unknown, and gives them a text: once for all lines and processes. */
  wording(wording: Wording): Wording;
  /** The words of a keyword's line, itself included, with values of its arguments. */
  statement(keyword: Keyword, wording: Wording): Wording;
  /** The words of a line of the block of free lines that the keyword opens. */
  line(keyword: Keyword, wording: Wording): Wording;
}

/** `references`: what each unknown value is in the text, by its number. */
export function filler(references: readonly string[], filling: Filling, target: Version): Filler {
  return references.length === 0 ? nothingToFill : fillerOf(references, filling, target);
}

/** Most files hold nothing unknown: their words stay as they are. */
const nothingToFill: Filler = {
  has: () => false,
  wording: (wording) => wording,
  statement: (_, wording) => wording,
  line: (_, wording) => wording,
};

function fillerOf(references: readonly string[], filling: Filling, target: Version): Filler {
  const has = hasHole;
  const filled = new Map<Wording, Wording>();
  const text = (value: string) => (has(value) ? fillHoles(value, (number) => `x${number}${suffix[filling]}`) : value);
  const marked = (word: SplitWord): SplitWord =>
    has(word.value)
      ? { ...word, value: text(word.value), unknown: fillHoles(word.value, (number) => references[number] ?? "") }
      : word;
  const sideOf = ({ unknown = "" }: SplitWord): Side =>
    filling !== "mixed" ? filling : unknown.length % 2 === 0 ? "low" : "high";
  const withValues = (wording: Wording, assigned: readonly AssignedWord<SplitWord>[]): Wording =>
    reworded(
      wording,
      wording.words.map((word) => {
        const argument = word.unknown === undefined ? undefined : assigned.find((each) => each.word === word)?.argument;
        const value = argument && valueFor(argumentIn(argument, target), sideOf(word), target);
        return value === undefined ? word : { ...word, value };
      }),
    );
  return {
    has,
    wording(wording) {
      if (!wording.words.some(({ value }) => has(value))) return wording;
      let own = filled.get(wording);
      if (own === undefined) {
        own = reworded(wording, wording.words.map(marked), text(wording.text));
        filled.set(wording, own);
      }
      return own;
    },
    statement(keyword, wording) {
      if (isKnown(wording)) return wording;
      return withValues(wording, assignArguments(keyword.arguments, wording.words.slice(1), target).values);
    },
    line(keyword, wording) {
      const grammar = keyword.lines === undefined ? undefined : lineGrammars[keyword.lines];
      if (grammar === undefined || isKnown(wording)) return wording;
      return withValues(wording, assignLine(grammar, wording.words, target, keyword.name).values);
    },
  };
}

function isKnown({ words }: Wording): boolean {
  return words.every(({ unknown }) => unknown === undefined);
}

const suffix: Readonly<Record<Filling, string>> = { low: "a", high: "b", mixed: "c" };

type Side = Exclude<Filling, "mixed">;

/** `undefined` where any text will do. */
function valueFor(argument: Argument, filling: Side, target: Version): string | undefined {
  const pick = <T>(low: T, high: T): T => (filling === "low" ? low : high);
  switch (argument.type) {
    case "uint":
    case "int":
    case "decimal":
    case "port":
      return String(pick(argument.min, argument.max));
    case "duration":
      return String(pick(argument.bare.min, argument.bare.max));
    case "bool":
      return pick("off", "on");
    case "literal":
      return argument.value;
    case "enum": {
      const words = wordsIn(argument.values, target);
      return pick(words[0], words.at(-1));
    }
    case "enum-or-uint":
    case "uint-or-range":
    case "rt-name":
      return String(pick(argument.min ?? 0, argument.max ?? 255));
    case "ip":
    case "ip-mask":
    case "ip-range":
    case "host-or-ip": {
      const family = argument.family === "any" ? pick("ipv4", "ipv6") : argument.family;
      return argument.multicast ? multicast[family] : unicast[family];
    }
    case "hex":
      return pick("0", "f").repeat(argument.exactLength ?? 2);
    case "mac":
      return pick("02:00:00:00:00:01", "02:00:00:00:00:02");
    case "umask":
      return pick("022", "077");
    case "other":
      return grammars[argument.grammar ?? ""]?.[filling];
    default:
      return undefined;
  }
}

// Addresses for documentation: RFC 5737, RFC 3849, RFC 6676.
const unicast = { ipv4: "192.0.2.1", ipv6: "2001:db8::1" } as const;
const multicast = { ipv4: "233.252.0.1", ipv6: "ff02::db8:1" } as const;

const grammars: Readonly<Record<string, Readonly<Record<Side, string>>>> = {
  realms: { low: "1", high: "2" },
  "ip-protocol": { low: "6", high: "17" },
  "mark-mask": { low: "1", high: "2" },
  "mpls-labels": { low: "16", high: "17" },
  address64: { low: "0:0:0:1", high: "0:0:0:2" },
  "uint-range": { low: "1-2", high: "3-4" },
  "port-range": { low: "1", high: "65535" },
};
