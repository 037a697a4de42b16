/** Lines of `virtual_routes` and `static_routes` (vrrp/vrrp_iproute.c: alloc_route, parse_nexthops, parse_encap). */
import { isRouteType } from "@kalint/schema";
import type { Family } from "../objects.js";
import type { EffectiveLine, EffectiveWord } from "../types.js";
import { readAddress } from "../values/read.js";
import { canExist } from "./interfaces.js";
import type { FamilyConflict, VrrpProcess } from "./process.js";
import { findsTrackGroup } from "./track-groups.js";

const oneValue: ReadonlySet<string> = new Set([
  ...[
    "tos",
    "dsfield",
    "table",
    "scope",
    "metric",
    "priority",
    "preference",
    "hoplimit",
    "window",
    "initcwnd",
    "initrwnd",
  ],
  ...["features", "quickack", "ttl-propagate", "fastopen_no_cookie", "vrf"],
]);
const lockable: ReadonlySet<string> = new Set([
  "mtu",
  "advmss",
  "rtt",
  "rttvar",
  "reordering",
  "cwnd",
  "ssthresh",
  "rto_min",
  "congctl",
]);
const flags: ReadonlySet<string> = new Set(["onlink", "add", "prepend", "append"]);

const noFamily: ReadonlySet<string> = new Set(["default", "any", "all"]);

const encapsulations: Readonly<Record<string, ReadonlySet<string>>> = {
  ip: new Set(["id", "dst", "src", "tos", "ttl", "flags"]),
  ip6: new Set(["id", "dst", "src", "tc", "hoplimit", "flags"]),
};

/** RTPROT_KEEPALIVED, by number and by its name in rt_protos. */
const ownProtocol: ReadonlySet<string> = new Set(["18", "0x12", "022", "keepalived"]);

/** Undefined for what has no family of its own, `null` for what is no address. */
export function routeFamily(text: string): Family | undefined | null {
  if (noFamily.has(text)) return undefined;
  if (text === "default6") return "ipv6";
  const [address = ""] = text.split("/");
  return readAddress(address).value?.family ?? null;
}

export function checkRouteLine(vrrp: VrrpProcess, line: EffectiveLine, isStatic: boolean): void {
  const { remarks, switches } = vrrp;
  const { words } = line;
  let family: Family | undefined;
  let destination: EffectiveWord | undefined;
  let protocol: EffectiveWord | undefined;
  let device = false;
  let untracked = false;
  let group: EffectiveWord | undefined;
  let alternatives = false;
  let at = 0;

  const mismatch = (word: EffectiveWord, conflict: FamilyConflict<"route-of-two-families">): void =>
    remarks.onLine(line, word.place, { kind: "route-of-two-families", word: word.value, conflict });
  /** False where the daemon has dropped the route. */
  const join = (word: EffectiveWord, other: Family | undefined | null): boolean => {
    if (other === null) return false;
    if (family === undefined) family = other;
    else if (family !== other) {
      mismatch(
        word,
        other === undefined
          ? { kind: "no-family", route: family }
          : { kind: "other-family", route: family, found: other },
      );
      return false;
    }
    return true;
  };

  for (; at < words.length; at += 1) {
    const word = words[at]!;
    const value = words[at + 1];
    if (word.value === "inet" || word.value === "inet6") {
      if (!join(word, word.value === "inet" ? "ipv4" : "ipv6")) return;
      at += 1;
    } else if (word.value === "src") {
      if (value === undefined || !join(value, readAddress(value.value).value?.family ?? null)) return;
      at += 1;
    } else if (word.value === "as") {
      at += value?.value === "to" ? 2 : 1;
      remarks.onLine(line, word.place, { kind: "as-cannot-be-set", of: "route" });
    } else if (word.value === "via" || word.value === "gw") {
      let given: Family | undefined = family;
      let gateway = value;
      at += 1;
      if (gateway?.value === "inet" || gateway?.value === "inet6") {
        given = gateway.value === "inet" ? "ipv4" : "ipv6";
        gateway = words[at + 1];
        at += 1;
      }
      if (
        gateway === undefined ||
        !join(gateway, given) ||
        !join(gateway, readAddress(gateway.value).value?.family ?? null)
      )
        return;
    } else if (word.value === "from") {
      if (value === undefined) return;
      const own = routeFamily(value.value);
      if (own === null) return;
      if (own !== "ipv6") {
        mismatch(value, { kind: "from-not-ipv6" });
        return;
      }
      if (!join(value, own)) return;
      at += 1;
    } else if (word.value === "expires" || word.value === "pref") {
      if (family === "ipv4") {
        mismatch(word, { kind: "option-of-family", family: "ipv6" });
        return;
      }
      family = "ipv6";
      at += 1;
    } else if (word.value === "realms") {
      if (family === "ipv6") {
        mismatch(word, { kind: "option-of-family", family: "ipv4" });
        return;
      }
      family = "ipv4";
      at += 1;
    } else if (word.value === "protocol") {
      protocol = value;
      at += 1;
    } else if (word.value === "dev" || word.value === "oif") {
      device = true;
      if (value && !canExist(vrrp, value.value)) return;
      at += 1;
    } else if (word.value === "encap") {
      at = checkEncapsulation(at);
    } else if (word.value === "or") {
      if (alternatives) {
        at += 1;
        continue;
      }
      alternatives = true;
      at += 1;
    } else if (word.value === "nexthop") {
      if (alternatives) {
        remarks.onLine(line, word.place, { kind: "nexthop-beside-or" });
        return;
      }
      if (!readNexthops()) return;
      break;
    } else if (word.value === "no_track") {
      untracked = true;
    } else if (isStatic && word.value === "track_group") {
      if (group !== undefined) {
        remarks.onLine(line, word.place, { kind: "option-twice", option: "track_group", effect: "route-dropped" });
        return;
      }
      if (value !== undefined && findsTrackGroup(vrrp, line, value)) group = word;
      at += 1;
    } else if (oneValue.has(word.value)) {
      at += 1;
    } else if (lockable.has(word.value)) {
      at += value?.value === "lock" ? 2 : 1;
    } else if (!flags.has(word.value)) {
      if (word.value === "to") {
        at += 1;
      } else if (isRouteType(word.value)) at += 1;
      const to = words[at];
      if (to === undefined || !join(to, routeFamily(to.value))) return;
      destination = to;
    }
  }
  if (destination === undefined) {
    remarks.onLine(line, words[0]!.place, { kind: "route-without-destination" });
    return;
  }
  if (protocol && !untracked && !ownProtocol.has(protocol.value)) {
    remarks.onLine(line, protocol.place, { kind: "protocol-replaced", of: "route", protocol: protocol.value });
  }
  if (!device && !untracked && switches.tracksRoutesByInterface) {
    remarks.onLine(line, destination.place, { kind: "route-without-interface", destination: destination.value });
  }
  if (group && !device) {
    remarks.onLine(line, group.place, { kind: "track-group-without-interface", of: "route" });
  } else if (group && untracked) {
    remarks.unsaid(group.place, { kind: "track-group-untracked" });
  }

  function checkEncapsulation(start: number): number {
    const kind = words[start + 1];
    // A missing kind is a missing argument.
    if (kind === undefined) return start + 1;
    const options = encapsulations[kind.value];
    if (options === undefined) return start + (kind.value === "mpls" || kind.value === "ila" ? 2 : 1);
    let end = start + 2;
    let found = false;
    while (end < words.length && options.has(words[end]!.value)) {
      if (words[end]!.value === "dst" || words[end]!.value === "id") found = true;
      end += 2;
    }
    if (!found) {
      remarks.onLine(line, kind.place, { kind: "encapsulation-without-target", encapsulation: kind.value });
    }
    return end - 1;
  }

  /** False where keepalived has dropped a nexthop, and with it has read no further. */
  function readNexthops(): boolean {
    while (words[at]?.value === "nexthop") {
      at += 1;
      for (; at < words.length; at += 1) {
        const word = words[at]!;
        if (word.value === "via") {
          at += 1;
          let given: Family | undefined;
          if (words[at]?.value === "inet" || words[at]?.value === "inet6") {
            given = words[at]!.value === "inet" ? "ipv4" : "ipv6";
            at += 1;
          }
          const gateway = words[at];
          if (gateway === undefined || (given !== undefined && !join(gateway, given))) return true;
          if (!join(gateway, readAddress(gateway.value).value?.family ?? null)) return true;
        } else if (word.value === "realms") {
          if (family === "ipv6") {
            mismatch(word, { kind: "option-of-family", family: "ipv4" });
            return true;
          }
          family = "ipv4";
          at += 1;
        } else if (word.value === "encap") {
          at = checkEncapsulation(at);
        } else if (word.value === "as") {
          remarks.onLine(line, word.place, { kind: "as-cannot-be-set", of: "nexthop" });
          return true;
        } else if (word.value === "dev" || word.value === "weight") {
          at += 1;
        } else if (word.value !== "onlink") break;
      }
    }
    const rest = words[at];
    if (rest !== undefined) {
      remarks.onLine(line, rest.place, { kind: "word-behind-nexthops", word: rest.value });
    }
    return true;
  }
}
