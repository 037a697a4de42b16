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
  if (family === "ipv4") return BigInt(text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0));
  const [head = "", tail] = text.split("::");
  const groups = (half: string) => (half === "" ? [] : half.split(":"));
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const all = [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
  return all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

export function textOf(number: bigint, family: Family): string {
  if (family === "ipv4") {
    const bytes = Number(number);
    return [24, 16, 8, 0].map((shift) => (bytes >>> shift) & 255).join(".");
  }
  const groups = Array.from({ length: 8 }, (_, index) => ((number >> BigInt(16 * (7 - index))) & 0xffffn).toString(16));
  return readAddress(groups.join(":")).value!.text;
}

/** Where no prefix length is written, or that of the address alone: /24 and /64, as most networks are. */
const usualLengths: Readonly<Record<Family, number>> = { ipv4: 24, ipv6: 64 };

/** A text that equals that of every address in the same network of the same size. */
export function networkOf(address: IpAddress): string {
  const { family, prefixLength } = address;
  const length = prefixLength === undefined || prefixLength >= widths[family] - 1 ? usualLengths[family] : prefixLength;
  const host = BigInt(widths[family] - length);
  return `${textOf((numberOf(address) >> host) << host, family)}/${length}`;
}

/** What an address is besides a host's. `undefined` for an address that a host can have. */
export type SpecialAddress = "unspecified" | "loopback" | "multicast" | "reserved" | "network" | "broadcast";

/** `prefixLength` counts only where it was written: without one the subnet is not known. */
export function specialAddress(address: IpAddress): SpecialAddress | undefined {
  const { family, prefixLength } = address;
  const number = numberOf(address);
  if (number === 0n) return "unspecified";
  if (isMulticast(address)) return "multicast";
  if (family === "ipv4") {
    const first = Number(number >> 24n);
    if (number === 0xffffffffn) return "broadcast";
    if (first === 127) return "loopback";
    if (first >> 4 === 15 || first === 0) return "reserved";
  } else if (number === 1n) return "loopback";
  const free = BigInt(widths[family] - (prefixLength ?? widths[family]));
  // A /31 (RFC 3021) and a /127 (RFC 6164) have two hosts and nothing else.
  if (free < 2n) return undefined;
  const host = number & ((1n << free) - 1n);
  if (host === 0n) return "network";
  return family === "ipv4" && host === (1n << free) - 1n ? "broadcast" : undefined;
}

/** The broadcast address of an IPv4 address's network, where it is written how large that is and there is room for one. */
export function broadcastOf(address: IpAddress): string | undefined {
  const { family, prefixLength } = address;
  const free = family === "ipv4" && prefixLength !== undefined ? BigInt(widths.ipv4 - prefixLength) : 0n;
  return free < 2n ? undefined : textOf(numberOf(address) | ((1n << free) - 1n), family);
}

/** fe80::/10. */
export function isLinkLocal(address: IpAddress): boolean {
  return address.family === "ipv6" && numberOf(address) >> 118n === 0x3fan;
}

/** 224.0.0.0/4 and ff00::/8. */
export function isMulticast(address: IpAddress): boolean {
  const number = numberOf(address);
  return address.family === "ipv4" ? number >> 28n === 0xen : number >> 120n === 0xffn;
}

/** A multicast address that stays on the link: 224.0.0.0/24 (RFC 5771, 4), or an IPv6 address of that scope (RFC 4291, 2.7). */
export function isLinkLocalMulticast(address: IpAddress): boolean {
  const number = numberOf(address);
  if (address.family === "ipv4") return number >> 8n === 0xe00000n;
  return isMulticast(address) && ((number >> 112n) & 0xfn) === 2n;
}

export function sameAddress(left: IpAddress, right: IpAddress): boolean {
  return left.family === right.family && left.text === right.text;
}

/** The addresses that keepalived puts on the host for good. */
export function staticAddresses(host: HostConfiguration): readonly IpAddress[] {
  return statementsAt(host, "static_ipaddress").flatMap(({ lines }) =>
    lines.flatMap(({ words }) => (words[0] && readPrefixedAddress(words[0].value).value) ?? []),
  );
}
