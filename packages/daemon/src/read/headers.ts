/** Headers that keepalived refuses, with the whole block behind them. */
import { keywordAt, markArgument, newestVersion, type Process, portArgument } from "@kalint/schema";
import type { AnyWord } from "../values/assign.js";
import { checkValue } from "../values/check.js";
import { readSocketAddress } from "../values/read.js";

/** Names taken so far, by kind of block. Kept for each process, as each reads for itself. */
export type NameRegistry = Map<string, Set<string>>;

export type Refusal = "bad-header" | "duplicate-name";

/** Of a `bfd_instance`. */
export function hasLongName(name: string): boolean {
  return bfdName !== undefined && checkValue(name, bfdName, newestVersion) !== undefined;
}

const bfdName = keywordAt("bfd_instance")?.arguments[0];

/** `words` begins with the keyword. */
export function refusedHeader(
  path: string,
  words: readonly AnyWord[],
  names: NameRegistry,
  process: Process,
): Refusal | undefined {
  const name = words[1]?.value;
  if (keywordAt(path)?.exactHeader) {
    if (words.length !== 2) return "bad-header";
    return names.get(path)?.has(name!) ? "duplicate-name" : undefined;
  }
  if (name === undefined) return undefined;
  if (path === "bfd_instance") {
    if (process !== "checker" && hasLongName(name)) return "bad-header";
    return names.get(path)?.has(name) ? "duplicate-name" : undefined;
  }
  if (path === "virtual_server") {
    if (name === "group") return undefined;
    if (name === "fwmark") {
      if (words[2] === undefined) return undefined;
      return checkValue(words[2].value, markArgument, newestVersion) !== undefined ? "bad-header" : undefined;
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
  return checkValue(port, portArgument, newestVersion) === undefined;
}

export function registerName(path: string, name: string, names: NameRegistry): void {
  const known = names.get(path);
  if (known) known.add(name);
  else names.set(path, new Set([name]));
}
