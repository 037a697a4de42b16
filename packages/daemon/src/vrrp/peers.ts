/** Whom an instance speaks to and from which address (vrrp/vrrp_parser.c, vrrp/vrrp_data.c: alloc_vrrp_unicast_peer). */
import type { RemarkFacts } from "../remarks.js";
import { readSocketAddress, readUnsigned } from "../values/read.js";
import { type Handler, joinFamily, markUnicast } from "./handler.js";

export const readSource: Handler = (vrrp, instance, statement) => {
  const word = statement.words[1];
  if (word === undefined) return;
  delete instance.source;
  const address = readSocketAddress(word.value).value;
  if (address === undefined) return;
  const named = { word, from: statement, subject: "source", keyword: statement.keyword.name } as const;
  if (!joinFamily(vrrp, instance, address.family, named)) return;
  instance.source = { value: address.text, place: word.place, from: statement };
};

export const readMulticastGroup: Handler = (vrrp, instance, statement) => {
  const word = statement.words[1];
  if (word === undefined) return;
  delete instance.multicastGroup;
  const address = readSocketAddress(word.value).value;
  if (address === undefined) return;
  const named = { word, from: statement, subject: "multicast-group", keyword: statement.keyword.name } as const;
  if (!joinFamily(vrrp, instance, address.family, named)) return;
  if (address.family === "ipv4" && !/^2(2[4-9]|3\d)\./.test(address.text)) return;
  if (address.family === "ipv6" && !/^ff[\da-f]2:/.test(address.text)) {
    // What is no multicast address at all is a bad argument.
    if (address.text.startsWith("ff")) {
      vrrp.remarks.onLine(statement, word.place, { kind: "multicast-group-not-link-local", text: word.value });
    }
    return;
  }
  instance.multicastGroup = { value: address.text, place: word.place, from: statement };
};

export const readPeers: Handler = (vrrp, instance, statement) => {
  const { remarks, behaviour } = vrrp;
  markUnicast(vrrp, instance, statement);
  for (const line of statement.lines) {
    const word = line.words[0]!;
    const address = readSocketAddress(word.value).value;
    if (address === undefined) continue;
    const named = { word, from: line, subject: "unicast-peer", keyword: "unicast_peer" } as const;
    if (!joinFamily(vrrp, instance, address.family, named)) continue;
    const twin = instance.peers.find(({ value }) => value === address.text);
    if (twin) {
      const facts: RemarkFacts = {
        kind: "peer-twice",
        peer: word.value,
        first: twin.place,
        line,
        ignored: behaviour.noticesDuplicates,
      };
      if (behaviour.noticesDuplicates) {
        remarks.onLine(line, word.place, facts);
        continue;
      }
      remarks.unsaid(word.place, facts);
    }
    const { least, most } = readTtls(line.words.map(({ value }) => value));
    if (behaviour.peerTtls && least > most) {
      remarks.onLine(line, word.place, { kind: "no-ttl-between", peer: word.value, least, most });
    }
    instance.peers.push({ value: address.text, place: word.place, from: line });
  }
};

function readTtls(words: readonly string[]): { readonly least: number; readonly most: number } {
  let [least, most] = [0, 255];
  for (let at = 1; at + 1 < words.length; at += 2) {
    const value = readUnsigned(words[at + 1]!, { min: 0, max: 255 }).value;
    if (value === undefined) continue;
    if (words[at] === "min_ttl") least = value;
    else if (words[at] === "max_ttl") most = value;
    else break;
  }
  return { least, most };
}
