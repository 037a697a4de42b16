import { keywordAt } from "@kalint/schema";
import type { Family } from "../objects.js";
import { readUnsigned } from "../values/read.js";
import { rangeOf } from "./records.js";

/**
 * Whether `persistence_granularity` takes the word: a prefix length for IPv6, for IPv4 what C's inet_aton takes.
 * Source: keepalived 2.4.3, check/check_parser.c: pgr_handler.
 */
export function isGranularity(text: string, family: Family | undefined): boolean {
  const used = family ?? (text.includes(".") ? "ipv4" : "ipv6");
  if (used === "ipv6") return readUnsigned(text, prefixLengths).value !== undefined;
  return isInternetNumber(text);
}

const prefixLengths = rangeOf(keywordAt("virtual_server/persistence_granularity")!.arguments, "prefixlen");

/** One to four parts in decimal, octal or hexadecimal; the last one fills the rest. */
function isInternetNumber(text: string): boolean {
  const parts = text.split(".");
  if (parts.length > 4) return false;
  return parts.every((part, index) => {
    const number = /^(?:0x[0-9a-f]+|0[0-7]*|[1-9]\d*)$/i.test(part) ? numberOf(part) : undefined;
    const most = index === parts.length - 1 ? 2 ** (8 * (5 - parts.length)) - 1 : 255;
    return number !== undefined && number <= most;
  });
}

function numberOf(part: string): number {
  if (/^0x/i.test(part)) return Number.parseInt(part.slice(2), 16);
  return part.startsWith("0") ? Number.parseInt(part, 8) : Number(part);
}
