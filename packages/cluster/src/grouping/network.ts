/** Which network an address lies in. */
import type { IpAddress } from "@kalint/daemon";

/** Where no prefix length is written, or that of the address alone: /24 and /64, as most networks are. */
const usual = { ipv4: 24, ipv6: 64 } as const;

/** A text that equals that of every address in the same network of the same size. */
export function networkOf({ family, text, prefixLength }: IpAddress): string {
  const bits = family === "ipv4" ? 32 : 128;
  const length = prefixLength === undefined || prefixLength >= bits - 1 ? usual[family] : prefixLength;
  const value = family === "ipv4" ? numberOf(text.split("."), 8, 10) : numberOf(groupsOf(text), 16, 16);
  const network = (value >> BigInt(bits - length)) << BigInt(bits - length);
  return `${family} ${network.toString(16)}/${length}`;
}

function numberOf(parts: readonly string[], bits: number, base: 10 | 16): bigint {
  return parts.reduce((sum, part) => (sum << BigInt(bits)) + BigInt(base === 16 ? `0x${part || "0"}` : part), 0n);
}

/** The eight groups of an IPv6 address in its canonical text. */
function groupsOf(text: string): readonly string[] {
  const [head = "", tail] = withoutDots(text).split("::");
  const left = head === "" ? [] : head.split(":");
  if (tail === undefined) return left;
  const right = tail === "" ? [] : tail.split(":");
  return [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
}

/** `::ffff:192.0.2.1` with its last two groups as numbers. */
function withoutDots(text: string): string {
  return text.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
}
