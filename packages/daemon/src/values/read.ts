/** Values as keepalived reads them (lib/parser.c: read_*_func, check_true_false; lib/utils.c: inet_stosockaddr). */
import { falseWords, trueWords } from "@kalint/schema";
import type { Family, IpAddress } from "../objects.js";

type ValueReason =
  | "not-a-number"
  | "negative"
  /** Beyond what the daemon's variable holds. */
  | "too-large"
  | "out-of-range"
  | "too-many-decimals"
  | "not-a-boolean"
  | "not-an-address"
  | "wrong-family"
  | "bad-port"
  | "bad-prefix-length";

/** `value` is what is used; both are set where a value is reported and used all the same. */
export interface ReadValue<T> {
  readonly value?: T;
  readonly reason?: ValueReason;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** C's white space, which a quoted number may begin with. */
const space = "[ \\t\\n\\v\\f\\r]*";
const decimalNumber = new RegExp(`^${space}([+-]?)([0-9]+)$`);
const decimalFraction = new RegExp(`^${space}([+-]?)([0-9]*)(?:(\\.)([0-9]*))?$`);
const anyBaseNumber = new RegExp(`^${space}([+-]?)(0[xX][0-9a-fA-F]+|[0-9]+)$`);

/** `base` "c" also takes `0x10` and octal `010`. An empty text (only blanks) is 0, as strtoul has it. */
export function readUnsigned(text: string, range: Range, base: 10 | "c" = 10): ReadValue<number> {
  const plain = plainNumber(text);
  if (plain !== undefined && plain >= range.min && plain <= range.max) return { value: plain };
  const number = readWhole(text, base);
  if (/^[ \t\n\v\f\r]*-/.test(text)) return { reason: "negative" };
  if (number === undefined) return { reason: "not-a-number" };
  if (number > 0xffffffff && number > range.max) return { reason: "too-large" };
  if (number < range.min || number > range.max) return { reason: "out-of-range" };
  return { value: number };
}

/** What nearly all numbers are: up to nine digits without a leading zero, which every base reads alike. */
function plainNumber(text: string): number | undefined {
  const { length } = text;
  if (length === 0 || length > 9) return undefined;
  let value = 0;
  for (let at = 0; at < length; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9 || (digit === 0 && at === 0 && length > 1)) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

export function readInt(text: string, range: Range, base: 10 | "c" = 10): ReadValue<number> {
  const number = readWhole(text, base);
  if (number === undefined) return { reason: "not-a-number" };
  if (number > 0x7fffffff || number < -0x80000000) return { reason: "too-large" };
  if (number < range.min || number > range.max) return { reason: "out-of-range" };
  return { value: number };
}

function readWhole(text: string, base: 10 | "c"): number | undefined {
  if (/^[ \t\n\v\f\r]*$/.test(text)) return text === "" || base === 10 ? 0 : undefined;
  const match = (base === 10 ? decimalNumber : anyBaseNumber).exec(text);
  if (!match) return undefined;
  const digits = match[2]!;
  let value: number;
  if (base === 10) value = Number(digits);
  else if (/^0x/i.test(digits)) value = Number.parseInt(digits.slice(2), 16);
  else if (digits.startsWith("0") && digits.length > 1) {
    if (/[89]/.test(digits)) return undefined;
    value = Number.parseInt(digits, 8);
  } else value = Number(digits);
  return match[1] === "-" ? -value : value;
}

/** `digits[.digits]`; more decimals than `maxDecimals` are reported and rounded. Range and value are in whole units (seconds). */
export function readDecimal(text: string, range: Range, maxDecimals: number): ReadValue<number> {
  if (text.startsWith("-")) return { reason: "negative" };
  const match = decimalFraction.exec(text);
  if (!match || (match[1] === "-" && match[2] === "" && !match[3])) return { reason: "not-a-number" };
  if (match[1] !== "" && match[2] === "" && (match[4] ?? "") === "" && !match[3]) return { reason: "not-a-number" };
  const decimals = match[4] ?? "";
  const tooMany = decimals.length > maxDecimals;
  const scale = 10 ** maxDecimals;
  let units = Number((match[2] || "0") + decimals.slice(0, maxDecimals).padEnd(maxDecimals, "0"));
  if (tooMany && decimals[maxDecimals]! >= "5") units += 1;
  if (match[1] === "-") return { reason: "too-large" };
  if (units >= 2 ** 64) return { reason: "too-large" };
  if (units < Math.round(range.min * scale) || units > Math.round(range.max * scale)) {
    return { reason: tooMany ? "too-many-decimals" : "out-of-range" };
  }
  return tooMany ? { value: units / scale, reason: "too-many-decimals" } : { value: units / scale };
}

const floatNumber = new RegExp(`^${space}[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?$`);
const hexFloat = new RegExp(`^${space}([+-]?)0[xX]([0-9a-fA-F]+)$`);

/** A number of any form that strtod takes; of hexadecimal ones those without a fraction. An empty text is 0. */
export function readFloat(text: string, range: Range): ReadValue<number> {
  const hex = hexFloat.exec(text);
  const isNumber = text === "" || hex !== null || floatNumber.test(text);
  if (!isNumber) return { reason: "not-a-number" };
  const value = hex ? Number.parseInt(`${hex[1]}${hex[2]}`, 16) : Number(text);
  if (value < range.min || value > range.max) return { reason: "out-of-range" };
  return { value };
}

/** `true on yes` and `false off no`, in lower case only. */
export function readBoolean(text: string): ReadValue<boolean> {
  if (trueWords.includes(text)) return { value: true };
  if (falseWords.includes(text)) return { value: false };
  return { reason: "not-a-boolean" };
}

/** What inet_pton takes: no short forms, no leading zeros, no host names, no zone. */
export function readAddress(text: string, family?: Family): ReadValue<IpAddress> {
  const read = text.includes(":") ? readIpv6(text) : readIpv4(text);
  if (!read) return { reason: "not-an-address" };
  if (family && read.family !== family) return { reason: "wrong-family" };
  return { value: read };
}

/** An address where the daemon silently cuts off `-…` or `/…` (inet_stosockaddr): most keywords with a single address. */
export function readSocketAddress(text: string, family?: Family): ReadValue<IpAddress> {
  const dash = text.indexOf("-");
  const stop = dash >= 0 ? dash : text.indexOf("/");
  return readAddress(stop >= 0 ? text.slice(0, stop) : text, family);
}

/** `address[/prefix length]`; the address is kept where its prefix length is bad (vrrp/vrrp_ipaddress.c: parse_ipaddress). */
export function readPrefixedAddress(text: string, family?: Family): ReadValue<IpAddress> {
  const slash = text.indexOf("/");
  if (slash < 0) return readAddress(text, family);
  const address = readAddress(text.slice(0, slash), family);
  if (!address.value) return address;
  const prefix = readUnsigned(text.slice(slash + 1), { min: 0, max: address.value.family === "ipv4" ? 32 : 128 });
  if (prefix.value === undefined) return { value: address.value, reason: "bad-prefix-length" };
  return { value: { ...address.value, prefixLength: prefix.value } };
}

function readIpv4(text: string): IpAddress | undefined {
  return isIpv4(text) ? { family: "ipv4", text } : undefined;
}

const dot = 0x2e;
const zero = 0x30;

/** Four numbers up to 255 without leading zeros. Sign by sign: every word that may be an address is asked. */
function isIpv4(text: string): boolean {
  let dots = 0;
  let start = 0;
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === dot && at > start) {
      dots += 1;
      start = at + 1;
      value = 0;
      continue;
    }
    const isZeroBefore = value === 0 && at > start;
    if (code < zero || code > zero + 9 || isZeroBefore) return false;
    value = value * 10 + code - zero;
    if (value > 255) return false;
  }
  return dots === 3 && text.length > start;
}

function readIpv6(text: string): IpAddress | undefined {
  const groups = ipv6Groups(text);
  return groups && { family: "ipv6", text: ipv6Text(groups) };
}

/** The eight groups, or `undefined` where the text is no IPv6 address. */
function ipv6Groups(text: string): number[] | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const read = (half: string, last: boolean): number[] | undefined => {
    if (half === "") return [];
    const groups: number[] = [];
    const parts = half.split(":");
    for (const [index, part] of parts.entries()) {
      if (last && index === parts.length - 1 && isIpv4(part)) {
        const [a, b, c, d] = part.split(".").map(Number) as [number, number, number, number];
        groups.push(a * 256 + b, c * 256 + d);
      } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
      else return undefined;
    }
    return groups;
  };
  const head = read(halves[0]!, halves.length === 1);
  const tail = halves.length === 2 ? read(halves[1]!, true) : [];
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  return [...head, ...Array<number>(missing).fill(0), ...tail];
}

/** Canonical text (RFC 5952): lower case, the longest run of zero groups shortened. */
function ipv6Text(groups: readonly number[]): string {
  let best = { start: -1, length: 1 };
  for (let at = 0; at < 8; at += 1) {
    let length = 0;
    while (at + length < 8 && groups[at + length] === 0) length += 1;
    if (length > best.length) best = { start: at, length };
  }
  const text = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(":");
  if (best.start < 0) return text(groups);
  return `${text(groups.slice(0, best.start))}::${text(groups.slice(best.start + best.length))}`;
}
