/** Arithmetic with addresses. */
import type { Family, HostConfiguration, IpAddress } from "./objects.js";
import { statementsAt } from "./statements.js";
import { readAddress, readPrefixedAddress } from "./values/read.js";

const widths: Readonly<Record<Family, number>> = { ipv4: 32, ipv6: 128 };

/** In bits. */
export function widthOf({ family }: Pick<IpAddress, "family">): number {
  return widths[family];
}

export function numberOf({ family, text }: IpAddress): bigint {
  if (family === "ipv4") return BigInt(ipv4Number(text));
  const [head = "", tail] = text.split("::");
  const groups = (half: string) => (half === "" ? [] : half.split(":"));
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const all = [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
  return all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

/** Most addresses are IPv4, and what is asked of them needs no bigint, each of which is an object. */
function ipv4Number(text: string): number {
  let before = 0;
  let part = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === dot) {
      before = (before + part) * 256;
      part = 0;
    } else part = part * 10 + code - zero;
  }
  return before + part;
}

const dot = 0x2e;
const zero = 0x30;

function ipv4Text(number: number): string {
  return `${number >>> 24}.${(number >>> 16) & 255}.${(number >>> 8) & 255}.${number & 255}`;
}

export function textOf(number: bigint, family: Family): string {
  if (family === "ipv4") return ipv4Text(Number(number));
  const groups = Array.from({ length: 8 }, (_, index) => ((number >> BigInt(16 * (7 - index))) & 0xffffn).toString(16));
  return readAddress(groups.join(":")).value!.text;
}

/** Where no prefix length is written, or that of the address alone: /24 and /64, as most networks are. */
const usualLengths: Readonly<Record<Family, number>> = { ipv4: 24, ipv6: 64 };

/** A text that equals that of every address in the same network of the same size. */
export function networkOf(address: IpAddress): string {
  const { family, prefixLength } = address;
  const length = prefixLength === undefined || prefixLength >= widths[family] - 1 ? usualLengths[family] : prefixLength;
  const free = widths[family] - length;
  if (family === "ipv4") {
    const number = ipv4Number(address.text);
    return `${ipv4Text(number - (number % 2 ** free))}/${length}`;
  }
  const host = BigInt(free);
  return `${textOf((numberOf(address) >> host) << host, family)}/${length}`;
}

/** What an address is besides a host's. `undefined` for an address that a host can have. */
export type SpecialAddress = "unspecified" | "loopback" | "multicast" | "reserved" | "network" | "broadcast";

/** `prefixLength` counts only where it was written: without one the subnet is not known. */
export function specialAddress(address: IpAddress): SpecialAddress | undefined {
  const { family, prefixLength } = address;
  const free = widths[family] - (prefixLength ?? widths[family]);
  if (family === "ipv4") return specialIpv4(ipv4Number(address.text), free);
  const number = numberOf(address);
  if (number === 0n) return "unspecified";
  if (isMulticast(address)) return "multicast";
  if (number === 1n) return "loopback";
  // A /127 has two hosts and nothing else (RFC 6164).
  return free >= 2 && (number & ((1n << BigInt(free)) - 1n)) === 0n ? "network" : undefined;
}

function specialIpv4(number: number, free: number): SpecialAddress | undefined {
  const first = number >>> 24;
  if (number === 0) return "unspecified";
  if (first >> 4 === 14) return "multicast";
  if (number === 0xffffffff) return "broadcast";
  if (first === 127) return "loopback";
  if (first >> 4 === 15 || first === 0) return "reserved";
  // So has a /31 (RFC 3021).
  if (free < 2) return undefined;
  const host = number % 2 ** free;
  if (host === 0) return "network";
  return host === 2 ** free - 1 ? "broadcast" : undefined;
}

/** The broadcast address of an IPv4 address's network, where it is written how large that is and there is room for one. */
export function broadcastOf(address: IpAddress): string | undefined {
  const { family, prefixLength } = address;
  const free = family === "ipv4" && prefixLength !== undefined ? widths.ipv4 - prefixLength : 0;
  if (free < 2) return undefined;
  const number = ipv4Number(address.text);
  return ipv4Text(number - (number % 2 ** free) + 2 ** free - 1);
}

/** fe80::/10. */
export function isLinkLocal(address: IpAddress): boolean {
  return address.family === "ipv6" && numberOf(address) >> 118n === 0x3fan;
}

/** 224.0.0.0/4 and ff00::/8. */
export function isMulticast(address: IpAddress): boolean {
  return address.family === "ipv4" ? ipv4Number(address.text) >>> 28 === 0xe : numberOf(address) >> 120n === 0xffn;
}

/** A multicast address that stays on the link: 224.0.0.0/24 (RFC 5771, 4), or an IPv6 address of that scope (RFC 4291, 2.7). */
export function isLinkLocalMulticast(address: IpAddress): boolean {
  if (address.family === "ipv4") return ipv4Number(address.text) >>> 8 === 0xe00000;
  return isMulticast(address) && ((numberOf(address) >> 112n) & 0xfn) === 2n;
}

export function sameAddress(left: IpAddress, right: IpAddress): boolean {
  return left.family === right.family && left.text === right.text;
}

/** The addresses that keepalived puts on the host for good. */
export function staticAddresses(host: HostConfiguration): readonly IpAddress[] {
  return statementsAt(host, "static_ipaddress").flatMap(({ lines }) =>
    lines.flatMap(({ wording: { words } }) => (words[0] && readPrefixedAddress(words[0].value).value) ?? []),
  );
}
