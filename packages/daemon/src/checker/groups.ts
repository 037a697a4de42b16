import { switchedOnIn, switchesOf, type Version } from "@kalint/schema";
import { perHost } from "../memo.js";
import type { Family } from "../objects.js";
import { statementsAt } from "../statements.js";
import type { EffectiveLine, EffectiveStatement, EffectiveWord } from "../types.js";
import { readSocketAddress, readUnsigned } from "../values.js";

/** One line of a `virtual_server_group` as the daemon holds it. */
export type GroupEntry = { readonly line: EffectiveLine } & (
  | { readonly kind: "address"; readonly family: Family; readonly port: number }
  | { readonly kind: "fwmark"; readonly family?: Family }
);

/** Why the daemon drops a line: the word that is wrong, and what is wrong with it. */
export interface EntryProblem {
  readonly line: EffectiveLine;
  readonly word: EffectiveWord;
  readonly message: string;
  readonly help: string;
}

export interface ServerGroup {
  readonly statement: EffectiveStatement;
  readonly name: string;
  readonly entries: readonly GroupEntry[];
  readonly problems: readonly EntryProblem[];
  /** Lines that older releases take for something else, in silence. */
  readonly misread: readonly EntryProblem[];
  /** The daemon drops the whole group: nothing is left in it, or its families cannot be told apart. */
  readonly dropped?: "empty" | "mixed";
}

/** Every group, in order; of two with one name the first counts. Source: keepalived 2.4.3, check/check_parser.c: vsg_handler. */
export const serverGroups = perHost((host): readonly ServerGroup[] =>
  statementsAt(host, "virtual_server_group").flatMap((statement) => {
    const name = statement.words[1]?.value;
    return name === undefined ? [] : [readGroup(statement, name, host.effective.target)];
  }),
);

/** The group that a virtual server of that name gets. */
export function groupNamed(groups: readonly ServerGroup[], name: string): ServerGroup | undefined {
  return groups.find((group) => group.name === name && group.dropped === undefined);
}

function readGroup(statement: EffectiveStatement, name: string, target: Version): ServerGroup {
  const wide = switchesOf(target).wideGroupRanges;
  const entries: GroupEntry[] = [];
  const problems: EntryProblem[] = [];
  const misread: EntryProblem[] = [];
  for (const line of statement.lines) {
    const read = readEntry(line, wide);
    if (read === undefined) continue;
    const [word] = line.words;
    if (!wide && word?.value.includes("/")) {
      const message = `keepalived ${target} serves only the first address of "${word.value}": networks came with ${switchedOnIn("wideGroupRanges")}`;
      misread.push({ line, word, message, help: "Write a range such as `192.0.2.1-14`." });
    }
    if ("kind" in read) entries.push(read);
    else problems.push(read);
  }
  const families = new Set(entries.flatMap(({ family }) => family ?? []));
  const unclear = entries.some(({ kind, family }) => kind === "fwmark" && family === undefined);
  const dropped = entries.length === 0 ? "empty" : families.size === 2 && unclear ? "mixed" : undefined;
  return { statement, name, entries, problems, misread, ...(dropped && { dropped }) };
}

/** Source: keepalived 2.4.3, check/check_data.c: alloc_vsg_entry. Words behind address and port are not looked at. */
function readEntry(line: EffectiveLine, wide: boolean): GroupEntry | EntryProblem | undefined {
  const [first, second, third] = line.words;
  if (first === undefined) return undefined;
  if (first.value === "fwmark") return readMark(line, second, third);
  const problem = (word: EffectiveWord, message: string, help: string): EntryProblem => ({ line, word, message, help });

  const read = readSocketAddress(first.value);
  if (read.value === undefined) {
    return problem(
      first,
      `"${first.value}" is no address, range or network`,
      "Write `ADDRESS PORT`, `FIRST-LAST PORT`, `NETWORK/LENGTH PORT` or `fwmark NUMBER`.",
    );
  }
  let port = 0;
  if (second !== undefined && !/^0*$/.test(second.value)) {
    const number = readUnsigned(second.value, { min: 1, max: 65535 }).value;
    if (number === undefined) return problem(second, `"${second.value}" is no port`, "Write a number from 1 to 65535.");
    port = number;
  }
  const { family, text: start } = read.value;
  const extent = wide || !first.value.includes("/") ? checkExtent(first, family, start, wide) : undefined;
  return extent ? problem(first, extent.message, extent.help) : { kind: "address", line, family, port };
}

function readMark(line: EffectiveLine, mark: EffectiveWord | undefined, family: EffectiveWord | undefined) {
  if (mark === undefined) return undefined;
  if (readUnsigned(mark.value, { min: 0, max: 0xffffffff }).value === undefined) {
    return {
      line,
      word: mark,
      message: `"${mark.value}" is no firewall mark`,
      help: "Write a number from 0 to 4294967295.",
    };
  }
  if (family === undefined) return { kind: "fwmark" as const, line };
  if (family.value === "inet") return { kind: "fwmark" as const, line, family: "ipv4" as const };
  if (family.value === "inet6") return { kind: "fwmark" as const, line, family: "ipv6" as const };
  return {
    line,
    word: family,
    message: `"${family.value}" is no address family`,
    help: "Write `inet` for IPv4, `inet6` for IPv6, or nothing.",
  };
}

/** What is wrong with the network or the range in the word, if anything. `start` is its first address in canonical form. */
function checkExtent(
  { value }: EffectiveWord,
  family: Family,
  start: string,
  wide: boolean,
): { readonly message: string; readonly help: string } | undefined {
  const slash = value.indexOf("/");
  const dash = value.indexOf("-");
  if (slash >= 0) {
    const length = value.slice(slash + 1);
    const most = family === "ipv4" ? 32 : 128;
    const mask = readUnsigned(length, { min: 1, max: most }).value;
    if (mask === undefined || length === "") {
      return {
        message: `"${value}" has no valid prefix length`,
        help: `Write a number from 1 to ${most} behind the slash.`,
      };
    }
    if (hostBits(start, family, mask)) {
      return {
        message: `"${value}" is no network: bits behind the first ${mask} are set`,
        help: "Write the first address of the network, or a range.",
      };
    }
    return undefined;
  }
  if (dash < 0) return undefined;
  const end = value.slice(dash + 1);
  if (wide && end.includes(family === "ipv4" ? "." : ":")) {
    const last = readSocketAddress(end).value;
    if (last?.family !== family)
      return {
        message: `the range "${value}" ends in no ${familyName(family)} address`,
        help: "Write two addresses of one family.",
      };
    return numberOf(start, family) > numberOf(last.text, family)
      ? { message: `the range "${value}" ends before it starts`, help: "Write the lower address first." }
      : undefined;
  }
  const digits = family === "ipv4" ? /^\d+$/ : /^(?:0x)?[0-9a-f]+$/i;
  const last = end === "" ? 0 : digits.test(end) ? Number.parseInt(end, family === "ipv4" ? 10 : 16) : undefined;
  const most = family === "ipv4" ? 255 : 0xffff;
  const part =
    family === "ipv4" ? "a number up to 255, the last byte" : "a hexadecimal number up to ffff, the last group";
  if (last === undefined || last > most) {
    return {
      message: `the range "${value}" has no valid end`,
      help: `Write ${part} of the last address${wide ? ", or the whole address" : ""}.`,
    };
  }
  const first = Number(numberOf(start, family) & BigInt(most));
  return first >= last
    ? { message: `the range "${value}" ends at or before its start`, help: "Write an end that is above the start." }
    : undefined;
}

function familyName(family: Family): string {
  return family === "ipv4" ? "IPv4" : "IPv6";
}

function hostBits(start: string, family: Family, mask: number): boolean {
  const width = family === "ipv4" ? 32n : 128n;
  const free = width - BigInt(mask);
  return (numberOf(start, family) & ((1n << free) - 1n)) !== 0n;
}

/** An address in canonical form as a number. */
function numberOf(text: string, family: Family): bigint {
  if (family === "ipv4") return text.split(".").reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
  const [head = "", tail] = text.split("::");
  const groups = (half: string) => (half === "" ? [] : half.split(":"));
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const all = [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
  return all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}
