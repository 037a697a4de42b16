/** Which addresses and marks a virtual server stands for, groups taken apart. */
import type { Family, HostConfiguration, IpAddress, VirtualServer } from "./objects.js";
import type { EffectiveLine } from "./types.js";
import { readAddress, readSocketAddress, readUnsigned } from "./values.js";

/** `first` and `last` are canonical and the same for a single address; `port` 0 is every port. */
export type ServiceEntry =
  | {
      readonly kind: "addresses";
      readonly family: Family;
      readonly first: string;
      readonly last: string;
      readonly port: number;
    }
  | { readonly kind: "fwmark"; readonly mark: number };

/** `10.0.0.1:80`, `[2001:db8::1]:80`, `fwmark 5` or `group web`. */
export function serviceName({ service }: VirtualServer): string {
  if (service.kind === "fwmark") return `fwmark ${service.mark}`;
  if (service.kind === "group") return `group ${service.name}`;
  return socketName(service.address, service.port);
}

/** An address with its port; without one for port 0, which is every port or none of its own. */
export function socketName({ family, text }: IpAddress, port: number): string {
  if (port === 0) return text;
  return family === "ipv6" ? `[${text}]:${port}` : `${text}:${port}`;
}

/** keepalived takes UDP where no protocol is given. */
export function protocolOf({ protocol }: VirtualServer): "TCP" | "UDP" | "SCTP" {
  return protocol?.value ?? "UDP";
}

/** What the server's header or its group names; lines that the daemon refuses are left out. */
export function serviceEntriesOf(host: HostConfiguration, { service }: VirtualServer): readonly ServiceEntry[] {
  switch (service.kind) {
    case "address": {
      const { address, port } = service;
      return [{ kind: "addresses", family: address.family, first: address.text, last: address.text, port }];
    }
    case "fwmark":
      return [service];
    case "group": {
      // Of two groups with one name the daemon keeps the first.
      const group = host.effective.statements.find(
        ({ keyword, words }) => keyword.path === "virtual_server_group" && words[1]?.value === service.name,
      );
      return group?.lines.flatMap((line) => groupEntry(line) ?? []) ?? [];
    }
  }
}

/** The addresses of an entry, `most` of them at the most. */
export function addressesOf(entry: ServiceEntry, most: number): readonly string[] {
  if (entry.kind === "fwmark") return [];
  const addresses: string[] = [];
  const last = numberOf(entry.last, entry.family);
  for (let number = numberOf(entry.first, entry.family); number <= last && addresses.length < most; number += 1n) {
    addresses.push(textOf(number, entry.family));
  }
  return addresses;
}

export function isServedBy(entry: ServiceEntry, address: string, family: Family): boolean {
  if (entry.kind === "fwmark" || entry.family !== family) return false;
  const number = numberOf(address, family);
  return numberOf(entry.first, family) <= number && number <= numberOf(entry.last, family);
}

/** Source: keepalived 2.4.3, check/check_data.c: alloc_vsg_entry. */
function groupEntry({ words: [first, second] }: EffectiveLine): ServiceEntry | undefined {
  if (first === undefined) return undefined;
  if (first.value === "fwmark") {
    const mark = second && readUnsigned(second.value, { min: 0, max: 0xffffffff }).value;
    return mark === undefined ? undefined : { kind: "fwmark", mark };
  }
  const start = readSocketAddress(first.value).value;
  const port = second === undefined ? 0 : readUnsigned(second.value, { min: 0, max: 65535 }).value;
  if (start === undefined || port === undefined) return undefined;
  const { family, text } = start;
  const last = lastOf(first.value, text, family);
  if (last === undefined || numberOf(last, family) < numberOf(text, family)) return undefined;
  return { kind: "addresses", family, first: text, last, port };
}

/** The last address of `192.0.2.0/28`, `192.0.2.1-14`, `192.0.2.1-192.0.2.14` or `192.0.2.1`. */
function lastOf(word: string, start: string, family: Family): string | undefined {
  const width = family === "ipv4" ? 32 : 128;
  const slash = word.indexOf("/");
  if (slash >= 0) {
    const length = readUnsigned(word.slice(slash + 1), { min: 1, max: width }).value;
    const host = length === undefined ? undefined : (1n << BigInt(width - length)) - 1n;
    if (host === undefined || (numberOf(start, family) & host) !== 0n) return undefined;
    return textOf(numberOf(start, family) | host, family);
  }
  const dash = word.indexOf("-");
  if (dash < 0) return start;
  const end = word.slice(dash + 1);
  if (end.includes(family === "ipv4" ? "." : ":")) return readAddress(end, family).value?.text;
  // A short end replaces the last byte, or the last group of an IPv6 address.
  const [digits, base, part] = family === "ipv4" ? [/^\d+$/, 10, 0xffn] : ([/^[0-9a-f]+$/i, 16, 0xffffn] as const);
  if (!digits.test(end)) return undefined;
  const number = BigInt(Number.parseInt(end, base));
  return number > part ? undefined : textOf((numberOf(start, family) & ~part) | number, family);
}

/** An address in canonical form as a number. */
function numberOf(text: string, family: Family): bigint {
  if (family === "ipv4") return text.split(".").reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
  const [head = "", tail] = text.split("::");
  const groups = (half: string | undefined) => (half ? half.split(":") : []);
  const [left, right] = [groups(head), groups(tail)];
  const all = [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
  return all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

function textOf(number: bigint, family: Family): string {
  const parts = family === "ipv4" ? 4 : 8;
  const bits = family === "ipv4" ? 8n : 16n;
  const digits = Array.from({ length: parts }, (_, index) => {
    const part = (number >> (bits * BigInt(parts - 1 - index))) & ((1n << bits) - 1n);
    return part.toString(family === "ipv4" ? 10 : 16);
  });
  const text = digits.join(family === "ipv4" ? "." : ":");
  return readAddress(text, family).value?.text ?? text;
}
