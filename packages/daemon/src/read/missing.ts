/** Lines of blocks that end the daemon for lack of a word (vrrp/vrrp_iproute.c, vrrp/vrrp_iprule.c, check/check_data.c). */
import { type Argument, isRouteType, lineGrammars, type Option, routeDestination } from "@kalint/schema";
import type { AnyWord } from "../values/assign.js";
import { readPrefixedAddress } from "../values/read.js";

/** Other lines report a missing value, or drop it in silence. */
const fatalGrammars: ReadonlySet<string> = new Set(["ip_route", "ip_rule", "vsg_entry"]);

/** Options that look for their value themselves. */
const tolerant: ReadonlySet<string> = new Set(["encap", "nexthop"]);

/** Only read for IPv6; for IPv4 the line is dropped before the value is looked for. */
const onlyIpv6: ReadonlySet<string> = new Set(["expires", "pref"]);

export function lacksWord(grammarName: string | undefined, words: readonly AnyWord[]): boolean {
  if (grammarName === undefined || !fatalGrammars.has(grammarName)) return false;
  if (grammarName === "vsg_entry") return words.length === 1 && words[0]!.value === "fwmark";
  const options = lineGrammars[grammarName]?.options ?? [];
  const ipv6 = words.some(({ value }) => value.includes(":") || value === "inet6");
  for (let at = 0; at < words.length; at += 1) {
    const option = findOption(options, words[at]!.value);
    if (!option) {
      if (grammarName !== "ip_route") continue;
      if (awaitsDestination(words[at]!.value)) at += 1;
      const destination = words[at]?.value;
      if (destination === undefined) return true;
      // What is no destination ends the line: nothing behind it is looked for.
      if (!isDestination(destination)) return false;
      continue;
    }
    if (option.name === "nexthop") return false;
    const needed = option.arguments.filter((argument) => !argument.optional);
    if (needed.length === 0) continue;
    let next = at + 1;
    while (next < words.length && isOptionalWord(option.arguments, words[next]!.value)) next += 1;
    if (next >= words.length) return !tolerant.has(option.name) && (ipv6 || !onlyIpv6.has(option.name));
    if (tolerant.has(option.name)) return false;
    at = next;
  }
  return false;
}

/** Any other word is the destination, which follows after `to` and a type of route; types may be numbers. */
function awaitsDestination(word: string): boolean {
  return word === "to" || isRouteType(word);
}

function isDestination(word: string): boolean {
  return routeDestination.words!.some(({ value }) => value === word) || readPrefixedAddress(word).value !== undefined;
}

function findOption(options: readonly Option[], word: string): Option | undefined {
  return options.find(
    ({ name, aliases, positional }) => !positional && (name === word || aliases?.some((alias) => alias.name === word)),
  );
}

function isOptionalWord(given: readonly Argument[], word: string): boolean {
  return given.some((argument) => {
    if (!argument.optional) return false;
    if (argument.type === "literal") return argument.value === word;
    return argument.type === "enum" && argument.values.some(({ value }) => value === word);
  });
}
