/** A better word for one that is no value. */
import { prefixOf, readAddress, type ValueProblem } from "@kalint/daemon";
import { nearest } from "../suggest.js";

/** `safe`: the only way to read the word that stands there. */
interface BetterWord {
  readonly text: string;
  readonly safe: boolean;
}

export function betterWord(problem: ValueProblem, text: string): BetterWord | undefined {
  const { argument } = problem;
  switch (problem.kind) {
    case "adjusted-number":
      // What keepalived uses already.
      return { text: `${problem.to}`, safe: true };
    case "wrong-case":
      return { text: prefixOf(text, argument) + problem.word, safe: true };
    case "unknown-word": {
      if (argument.type === "literal") return undefined;
      const prefix = prefixOf(text, argument);
      const better = nearWord(argument.name, text.slice(prefix.length), problem.words);
      return better && { ...better, text: prefix + better.text };
    }
    case "not-an-address": {
      const alone = text.replace(/\/\d*$/, "");
      return alone !== text && readAddress(alone).value !== undefined ? { text: alone, safe: false } : undefined;
    }
    case "not-a-number":
    case "out-of-range":
      if (argument.type === "decimal" && problem.kind === "out-of-range") return undefined;
      return "min" in argument && argument.type !== "duration"
        ? betterNumber(text, argument.min ?? 0, argument.max ?? Number.MAX_SAFE_INTEGER, unitOf(argument))
        : undefined;
    default:
      return undefined;
  }
}

function unitOf(argument: ValueProblem["argument"]): string | undefined {
  return "unit" in argument ? argument.unit : undefined;
}

/** A word with a sign behind it, what talk calls the value, or the one word that is near. */
function nearWord(argument: string, text: string, words: readonly string[]): BetterWord | undefined {
  const bare = text.replace(/[;,]$/, "");
  if (words.includes(bare)) return { text: bare, safe: true };
  const synonym = synonymOf(argument, text, words);
  if (synonym !== undefined) return { text: synonym, safe: false };
  const [first, second] = nearest(text, words);
  const certain = first !== undefined && (second === undefined || second.distance > first.distance);
  return certain ? { text: first.word, safe: false } : undefined;
}

/** What somebody means who writes `5s`, `0x33`, `100;` or `50ms` where seconds are wanted. */
function betterNumber(text: string, min: number, max: number, unit: string | undefined): BetterWord | undefined {
  // A comment that lacks its sign, above all in scripts without blanks.
  const remark = /^(\d+)[,;:]?(\P{ASCII}.*)$/su.exec(text);
  if (remark && Number(remark[1]) >= min && Number(remark[1]) <= max) {
    return { text: `${remark[1]} #${remark[2]}`, safe: false };
  }
  const better = withoutSign(text) ?? fromHexadecimal(text) ?? fromUnit(text, unit);
  if (better === undefined || Number(better) < min || Number(better) > max) return undefined;
  return { text: better, safe: true };
}

function withoutSign(text: string): string | undefined {
  return /^(\d+(?:\.\d+)?)[;,]$/.exec(text)?.[1];
}

function fromHexadecimal(text: string): string | undefined {
  return /^0x[0-9a-f]+$/i.test(text) ? String(Number(text)) : undefined;
}

function fromUnit(text: string, unit: string | undefined): string | undefined {
  const match = /^(\d+(?:\.\d+)?)(us|ms|s|sec|secs|seconds?)$/i.exec(text);
  const [from, to] = [inSeconds(match?.[2]?.toLowerCase()), inSeconds(unit)];
  if (!match || from === undefined || to === undefined) return undefined;
  const value = Number(((Number(match[1]) * from) / to).toFixed(6)).toString();
  return value.includes("e") ? undefined : value;
}

function inSeconds(unit: string | undefined): number | undefined {
  if (unit?.startsWith("s")) return 1;
  return unit === "ms" ? 1e-3 : unit === "us" ? 1e-6 : undefined;
}

/** Words that people write for a value of another name, by the argument: what other programs and talk call it. */
const synonyms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  state: {
    slave: "BACKUP",
    standby: "BACKUP",
    secondary: "BACKUP",
    passive: "BACKUP",
    primary: "MASTER",
    active: "MASTER",
    leader: "MASTER",
  },
  protocol: { http: "TCP", https: "TCP", dns: "UDP" },
  scheduler: {
    "round-robin": "rr",
    roundrobin: "rr",
    round_robin: "rr",
    leastconn: "lc",
    "least-connection": "lc",
    source: "sh",
    source_hash: "sh",
    maglev: "mh",
  },
  method: {
    masq: "NAT",
    masquerade: "NAT",
    masquerading: "NAT",
    route: "DR",
    direct: "DR",
    gate: "DR",
    ipip: "TUN",
    tunnel: "TUN",
  },
  type: { password: "PASS", simple: "PASS", plain: "PASS" },
};

/** The value that is probably meant, of those that the argument takes. */
function synonymOf(argument: string, word: string, values: readonly string[]): string | undefined {
  const meant = synonyms[argument]?.[word.toLowerCase()];
  return meant !== undefined && values.includes(meant) ? meant : undefined;
}
