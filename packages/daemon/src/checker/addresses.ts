/** Addresses with ports, and the addresses that an entry of a service stands for. */
import { numberOf, sameAddress, textOf } from "../networks.js";
import type { IpAddress } from "../objects.js";
import type { EffectiveStatement } from "../types.js";
import { readSocketAddress, readUnsigned } from "../values/read.js";
import type { Protocol, ServiceEntry, VirtualServer } from "./model.js";
import { rangeOf } from "./records.js";

export interface Socket {
  readonly address: IpAddress;
  /** 0 where none is given. */
  readonly port: number;
}

/** The address and the port behind a keyword; a port of zeros only is none. */
export function readSocket({ keyword, wording: { words } }: EffectiveStatement): Socket | undefined {
  const address = readSocketAddress(words[1]?.value ?? "").value;
  const text = words[2]?.value;
  if (address === undefined) return undefined;
  const port = readPort(text, rangeOf(keyword.arguments, "port"));
  return port === undefined ? undefined : { address, port };
}

export function readPort(text: string | undefined, range: Parameters<typeof readUnsigned>[1]): number | undefined {
  if (text === undefined || /^0*$/.test(text)) return 0;
  return readUnsigned(text, range).value || undefined;
}

/** Address and port decide, as written. Source: keepalived 2.4.3, include/ipwrapper.h: rs_iseq. */
export function isSameSocket(a: Socket, b: Socket): boolean {
  return sameAddress(a.address, b.address) && a.port === b.port;
}

/** An address with its port; without one for port 0, which is every port or none of its own. */
export function socketName({ family, text }: IpAddress, port: number): string {
  if (port === 0) return text;
  return family === "ipv6" ? `[${text}]:${port}` : `${text}:${port}`;
}

/** `10.0.0.1:80`, `[2001:db8::1]:80`, `fwmark 5` or `group web`. */
export function serviceName({ service }: Pick<VirtualServer, "service">): string {
  if (service.kind === "fwmark") return `fwmark ${service.mark}`;
  if (service.kind === "group") return `group ${service.name}`;
  return socketName(service.address, service.port);
}

/** keepalived takes UDP where no protocol is given. */
export function protocolOf({ protocol }: Pick<VirtualServer, "protocol">): Protocol {
  return protocol?.value ?? "UDP";
}

/** The port of a service by address; 0 for the others, which have none or several. */
export function portOf({ service }: Pick<VirtualServer, "service">): number {
  return service.kind === "address" ? service.port : 0;
}

/** What the server's header or its group names. */
export function serviceEntriesOf({ service }: Pick<VirtualServer, "service">): readonly ServiceEntry[] {
  switch (service.kind) {
    case "address": {
      const { address, port } = service;
      return [{ kind: "addresses", family: address.family, first: address.text, last: address.text, port }];
    }
    case "fwmark":
      return [service];
    case "group":
      return service.group?.entries ?? [];
  }
}

/** Whether addresses (and not only firewall marks) are served. */
export function servesAddresses({ service }: Pick<VirtualServer, "service">): boolean {
  if (service.kind === "group") return service.group?.entries.some(({ kind }) => kind === "addresses") ?? false;
  return service.kind === "address" || service.mark === 0;
}

export function servesMarks({ service }: Pick<VirtualServer, "service">): boolean {
  if (service.kind === "group") return service.group?.entries.some(({ kind }) => kind === "fwmark") ?? false;
  return service.kind === "fwmark" && service.mark !== 0;
}

/** The addresses of an entry, `most` of them at the most. */
export function addressesOf(entry: ServiceEntry, most: number): readonly string[] {
  if (entry.kind === "fwmark") return [];
  const addresses: string[] = [];
  const { first, last } = boundsOf(entry);
  for (let number = first; number <= last && addresses.length < most; number += 1n) {
    addresses.push(textOf(number, entry.family));
  }
  return addresses;
}

export function isServedBy(entry: ServiceEntry, address: IpAddress): boolean {
  if (entry.kind === "fwmark" || entry.family !== address.family) return false;
  const { first, last } = boundsOf(entry);
  const number = numberOf(address);
  return first <= number && number <= last;
}

function boundsOf({ family, first, last }: Extract<ServiceEntry, { kind: "addresses" }>): {
  readonly first: bigint;
  readonly last: bigint;
} {
  return { first: numberOf({ family, text: first }), last: numberOf({ family, text: last }) };
}
