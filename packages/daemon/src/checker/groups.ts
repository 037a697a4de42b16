import { lineGrammars, type Switches, switchesOf, type Version } from "@kalint/schema";
import { numberOf, textOf } from "../networks.js";
import type { Family } from "../objects.js";
import type { RemarkCollector } from "../remarks.js";
import { headerPlace } from "../statements.js";
import type { EffectiveConfiguration, EffectiveLine, EffectiveStatement, EffectiveWord } from "../types.js";
import { readSocketAddress, readUnsigned } from "../values/read.js";
import { readPort } from "./addresses.js";
import type { GroupEntry, ServerGroup, ServiceEntry } from "./model.js";
import { rangeOf } from "./records.js";
import type { EntryProblem } from "./remark-kinds.js";

/** Every group, in order, those too that are dropped. Source: keepalived 2.4.3, check/check_parser.c: vsg_handler. */
export function readGroups(effective: EffectiveConfiguration, remarks: RemarkCollector): readonly ServerGroup[] {
  return effective.statements
    .filter(({ keyword, skipped, wording }) => keyword.path === "virtual_server_group" && !skipped && wording.words[1])
    .map((statement) => readGroup(statement, effective.target, remarks));
}

/** The group that a virtual server of that name gets: of two with one name the first. */
export function groupNamed(groups: readonly ServerGroup[], name: string): ServerGroup | undefined {
  return groups.find((group) => group.name === name && group.dropped === undefined);
}

function readGroup(statement: EffectiveStatement, target: Version, remarks: RemarkCollector): ServerGroup {
  const name = statement.wording.words[1]!.value;
  const switches = switchesOf(target);
  const wide = switches.wideGroupRanges;
  const entries: GroupEntry[] = [];
  let refused = false;
  for (const line of statement.lines) {
    const read = withFamily(line, readEntry(line, switches), switches.mixesGroupFamilies ? [] : entries);
    if (read === undefined) continue;
    if (!wide && line.wording.words[0]!.value.includes("/")) {
      const [{ place, value }] = line.words as [EffectiveWord];
      remarks.unsaid(place, { kind: "group-network-cut", value });
    }
    if ("kind" in read) entries.push({ ...read, line });
    else {
      refused = true;
      const { word, problem } = read;
      remarks.onLine(line, word.place, { kind: "group-entry-refused", group: name, value: word.value, ...problem });
    }
  }
  const families = new Set(entries.flatMap(({ family }) => family ?? []));
  const unclear = entries.find(({ kind, family }) => kind === "fwmark" && family === undefined);
  const dropped = entries.length === 0 ? "empty" : families.size === 2 && unclear ? "mixed" : undefined;
  if (dropped !== undefined) {
    const place = dropped === "mixed" ? unclear!.line.place : headerPlace(statement);
    remarks.atEnd(statement, place, { kind: "group-dropped", reason: dropped, group: statement, refused });
  }
  return { statement, name, entries, ...(dropped && { dropped }) };
}

/** Before families could be mixed, the first address decided. */
function withFamily(
  { words: [word] }: EffectiveLine,
  read: ServiceEntry | Refused | undefined,
  above: readonly GroupEntry[],
): ServiceEntry | Refused | undefined {
  const family = above.find(({ kind }) => kind === "addresses")?.family;
  if (word === undefined || family === undefined || read === undefined) return read;
  if (!("kind" in read) || read.kind !== "addresses" || read.family === family) return read;
  return { word, problem: { problem: "other-family", family } };
}

interface Refused {
  readonly word: EffectiveWord;
  readonly problem: EntryProblem;
}

const [addressForm = [], markForm = []] = lineGrammars.vsg_entry?.variants ?? [];
const ports = rangeOf(addressForm, "port");
const marks = rangeOf(markForm, "mark");

/**
 * `wide`: networks, and ranges to a whole address. Before, `/…` was cut off and `-…` had to be one number.
 * Source: keepalived 2.4.3, check/check_data.c: alloc_vsg_entry. Words behind address and port are not looked at.
 */
function readEntry(
  { words }: EffectiveLine,
  { wideGroupRanges: wide, mixesGroupFamilies }: Switches,
): ServiceEntry | Refused | undefined {
  const [first, second, third] = words;
  if (first === undefined) return undefined;
  if (first.value === "fwmark") return readMark(second, mixesGroupFamilies ? third : undefined);
  const start = readSocketAddress(first.value).value;
  if (start === undefined) return { word: first, problem: { problem: "address" } };
  const port = readPort(second?.value, ports);
  if (port === undefined) return { word: second!, problem: { problem: "port" } };
  const { family, text } = start;
  const last = !wide && first.value.includes("/") ? text : readLast(first.value, text, family, wide);
  if (typeof last !== "string") return { word: first, problem: last };
  return { kind: "addresses", family, first: text, last, port };
}

function readMark(
  word: EffectiveWord | undefined,
  family: EffectiveWord | undefined,
): ServiceEntry | Refused | undefined {
  if (word === undefined) return undefined;
  const mark = readUnsigned(word.value, marks).value;
  if (mark === undefined) return { word, problem: { problem: "mark" } };
  if (family === undefined) return { kind: "fwmark", mark };
  const found = familyNamed(family.value);
  return found === undefined
    ? { word: family, problem: { problem: "mark-family" } }
    : { kind: "fwmark", mark, family: found };
}

/** How keepalived calls the families. */
export function familyNamed(word: string | undefined): Family | undefined {
  return word === "inet" ? "ipv4" : word === "inet6" ? "ipv6" : undefined;
}

/** The last address of the network, the range or the single address, or what is wrong with it. */
function readLast(value: string, start: string, family: Family, wide: boolean): string | EntryProblem {
  const first = numberOf({ family, text: start });
  const slash = value.indexOf("/");
  if (slash >= 0) return lastOfNetwork(value.slice(slash + 1), first, family);
  const dash = value.indexOf("-");
  if (dash < 0) return start;
  const end = value.slice(dash + 1);
  if (wide && end.includes(family === "ipv4" ? "." : ":")) {
    const last = readSocketAddress(end).value;
    if (last?.family !== family) return { problem: "range-end-family", family };
    return first > numberOf(last) ? { problem: "range-reversed" } : last.text;
  }
  // A short end replaces the last byte, or the last group of an IPv6 address.
  const [digits, base, part] =
    family === "ipv4" ? ([/^\d*$/, 10, 0xffn] as const) : ([/^(?:0x)?[0-9a-f]*$/i, 16, 0xffffn] as const);
  const number = end === "" ? 0 : digits.test(end) ? Number.parseInt(end, base) : Number.NaN;
  if (!(number <= Number(part))) return { problem: "range-end", family, whole: wide };
  return (first & part) >= BigInt(number)
    ? { problem: "range-empty" }
    : textOf((first & ~part) | BigInt(number), family);
}

function lastOfNetwork(text: string, first: bigint, family: Family): string | EntryProblem {
  const longest = family === "ipv4" ? 32 : 128;
  const length = text === "" ? undefined : readUnsigned(text, { min: 1, max: longest }).value;
  if (length === undefined) return { problem: "prefix-length", longest };
  const host = (1n << BigInt(longest - length)) - 1n;
  return (first & host) === 0n ? textOf(first | host, family) : { problem: "host-bits", length };
}
