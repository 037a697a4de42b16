/** Headers that keepalived refuses, with the whole block behind them. */
import type { Process } from "@kalint/schema";
import type { EffectiveWord } from "../types.js";
import { readSocketAddress, readUnsigned } from "../values/read.js";

/** Names taken so far, by kind of block. Kept for each process, as each reads for itself. */
export type NameRegistry = Map<string, Set<string>>;

export type Refusal = "bad-header" | "duplicate-name";

/** Blocks that must have exactly one name, used once (vrrp/vrrp_parser.c, bfd/bfd_parser.c). */
const namedBlocks: ReadonlySet<string> = new Set(["vrrp_instance", "vrrp_sync_group", "track_group"]);

/** bfd/bfd_data.h: BFD_INAME_MAX with its terminator. */
const longestBfdName = 31;

/** `words` begins with the keyword. */
export function refusedHeader(
  path: string,
  words: readonly EffectiveWord[],
  names: NameRegistry,
  process: Process,
): Refusal | undefined {
  const name = words[1]?.value;
  if (namedBlocks.has(path)) {
    if (words.length !== 2) return "bad-header";
    return names.get(path)?.has(name!) ? "duplicate-name" : undefined;
  }
  if (name === undefined) return undefined;
  if (path === "bfd_instance") {
    if (process !== "checker" && name.length > longestBfdName) return "bad-header";
    return names.get(path)?.has(name) ? "duplicate-name" : undefined;
  }
  if (path === "virtual_server") {
    if (name === "group") return undefined;
    if (name === "fwmark") {
      if (words[2] === undefined) return undefined;
      return readUnsigned(words[2].value, { min: 0, max: 0xffffffff }).value === undefined ? "bad-header" : undefined;
    }
    return isService(name, words[2]?.value) ? undefined : "bad-header";
  }
  if (path === "virtual_server/real_server") return isService(name, words[2]?.value) ? undefined : "bad-header";
  return undefined;
}

/** Port 0, in any number of zeros, means none (check/check_data.c: alloc_vs, alloc_rs). */
function isService(address: string, port: string | undefined): boolean {
  if (readSocketAddress(address).value === undefined) return false;
  if (port === undefined || /^0*$/.test(port)) return true;
  return readUnsigned(port, { min: 1, max: 65535 }).value !== undefined;
}

export function registerName(path: string, name: string, names: NameRegistry): void {
  const known = names.get(path);
  if (known) known.add(name);
  else names.set(path, new Set([name]));
}
