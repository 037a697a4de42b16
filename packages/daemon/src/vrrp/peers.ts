/** Whom an instance speaks to and from which address (vrrp/vrrp_parser.c, vrrp/vrrp_data.c: alloc_vrrp_unicast_peer). */
import { childrenNamed, sourced } from "../bind/sources.js";
import { isLinkLocalMulticast, isMulticast } from "../networks.js";
import type { RemarkFacts } from "../remarks.js";
import type { EffectiveLine, EffectiveStatement } from "../types.js";
import { wordValue } from "../values/argument.js";
import { assignFreeLine } from "../values/notes.js";
import { readSocketAddress } from "../values/read.js";
import { type Handler, joinFamily, markUnicast } from "./handler.js";
import type { VrrpProcess } from "./process.js";

export const readSource: Handler = (vrrp, instance, statement) => {
  const word = statement.words[1];
  if (word === undefined) return;
  delete instance.source;
  const address = readSocketAddress(word.value).value;
  if (address === undefined) return;
  const named = { from: statement, index: 1, subject: "source", keyword: statement.keyword.name } as const;
  if (!joinFamily(vrrp, instance, address.family, named)) return;
  instance.source = sourced(address, word, statement);
};

export const readMulticastGroup: Handler = (vrrp, instance, statement) => {
  const word = statement.words[1];
  if (word === undefined) return;
  delete instance.multicastGroup;
  const address = readSocketAddress(word.value).value;
  if (address === undefined) return;
  const named = { from: statement, index: 1, subject: "multicast-group", keyword: statement.keyword.name } as const;
  if (!joinFamily(vrrp, instance, address.family, named)) return;
  // What is no multicast address at all is a bad argument.
  if (!isMulticast(address)) return;
  if (address.family === "ipv6" && !isLinkLocalMulticast(address)) {
    vrrp.remarks.onLine(statement, word.place, {
      kind: "multicast-group-not-link-local",
      text: word.value,
      used: false,
    });
    return;
  }
  instance.multicastGroup = sourced(address, word, statement);
};

/** Of all IPv6 instances. Source: keepalived 2.4.3, core/global_parser.c: vrrp_mcast_group6_handler. */
export function checkMulticastGroups({ remarks, switches }: VrrpProcess, globals: EffectiveStatement): void {
  if (!switches.reportsRoutableGroup) return;
  for (const statement of childrenNamed(globals, "vrrp_mcast_group6")) {
    const word = statement.words[1];
    const address = word && readSocketAddress(word.value).value;
    if (address?.family !== "ipv6" || !isMulticast(address) || isLinkLocalMulticast(address)) continue;
    remarks.onLine(statement, word!.place, {
      kind: "multicast-group-not-link-local",
      text: word!.value,
      used: true,
    });
  }
}

export const readPeers: Handler = (vrrp, instance, statement) => {
  const { remarks, switches } = vrrp;
  markUnicast(vrrp, instance, statement);
  for (const line of statement.lines) {
    const word = line.words[0]!;
    const address = readSocketAddress(word.value).value;
    if (address === undefined) continue;
    const named = { from: line, index: 0, subject: "unicast-peer", keyword: "unicast_peer" } as const;
    if (!joinFamily(vrrp, instance, address.family, named)) continue;
    const twin = instance.peersByText.get(address.text);
    if (twin) {
      const facts: RemarkFacts = {
        kind: "peer-twice",
        peer: word.value,
        first: twin.place,
        line,
        ignored: switches.noticesDuplicates,
      };
      if (switches.noticesDuplicates) {
        remarks.onLine(line, word.place, facts);
        continue;
      }
      remarks.unsaid(word.place, facts);
    }
    checkTtls(vrrp, line);
    const peer = sourced(address, word, line);
    instance.peers.push(peer);
    if (!twin) instance.peersByText.set(address.text, peer);
  }
};

function checkTtls({ remarks, target }: VrrpProcess, line: EffectiveLine): void {
  if (line.words.length === 1) return;
  const { grammar, values } = assignFreeLine(line, target);
  const limit = (name: string): number | undefined => {
    const found = values.findLast(({ option }) => option?.name === name);
    const read = found && wordValue(found, grammar, target);
    return typeof read === "object" ? Number(read.value) : undefined;
  };
  const [least, most] = [limit("min_ttl"), limit("max_ttl")];
  const { value: peer, place } = line.words[0]!;
  if (least !== undefined && most !== undefined && least > most)
    remarks.onLine(line, place, { kind: "no-ttl-between", peer, least, most });
}
