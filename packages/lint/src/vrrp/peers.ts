/** Whom an instance speaks to and from which address (vrrp/vrrp_parser.c, vrrp/vrrp_data.c: alloc_vrrp_unicast_peer). */
import { type EffectiveStatement, type Family, readSocketAddress, readUnsigned } from "@kalint/daemon";
import { familyName } from "./addresses.js";
import type { Instance, State } from "./facts.js";
import { type Handler, markUnicast } from "./handler.js";
import { removal } from "./remarks.js";

export const readSource: Handler = (state, instance, statement) => {
  const word = statement.words[1];
  if (word === undefined) return;
  delete instance.source;
  const address = readSocketAddress(word.value).value;
  if (address === undefined) return;
  if (!joinFamily(state, instance, statement, address.family)) return;
  instance.source = { value: address.text, place: word.place, from: statement };
};

export const readMulticastGroup: Handler = (state, instance, statement) => {
  const word = statement.words[1];
  if (word === undefined) return;
  delete instance.multicastGroup;
  const address = readSocketAddress(word.value).value;
  if (address === undefined || !joinFamily(state, instance, statement, address.family)) return;
  if (address.family === "ipv4" && !/^2(2[4-9]|3\d)\./.test(address.text)) return;
  if (address.family === "ipv6" && !/^ff[\da-f]2:/.test(address.text)) {
    // What is no multicast address at all is a bad argument.
    if (address.text.startsWith("ff")) {
      state.remarks.onLine(
        "invalid-multicast-address",
        statement,
        word.place,
        `${word.value} is no link-local multicast address: it is ignored`,
        {
          help: "Use a group that begins with ff02:.",
        },
      );
    }
    return;
  }
  instance.multicastGroup = { value: address.text, place: word.place, from: statement };
};

export const readPeers: Handler = (state, instance, statement) => {
  const { remarks, behaviour, host } = state;
  markUnicast(state, instance, statement);
  for (const line of statement.lines) {
    const word = line.words[0]!;
    const address = readSocketAddress(word.value).value;
    if (address === undefined) continue;
    instance.family ??= address.family;
    if (instance.family !== address.family) {
      remarks.onLine(
        "mismatched-address-family",
        line,
        word.place,
        `the peer ${word.value} is an ${familyName(address.family)} address, but ${instance.name} is an ${familyName(instance.family)} instance: it is left out`,
        {
          help: `Give the peer's ${familyName(instance.family)} address. The first address of an instance decides its family.`,
        },
      );
      continue;
    }
    const twin = instance.peers.find(({ value }) => value === address.text);
    if (twin) {
      const more = {
        related: [{ place: twin.place, message: "the other one" }],
        fixes: removal(host, line, behaviour.noticesDuplicates),
      };
      if (behaviour.noticesDuplicates) {
        remarks.onLine(
          "duplicate-unicast-peer",
          line,
          word.place,
          `the peer ${word.value} stands twice: this one is ignored`,
          more,
        );
        continue;
      }
      remarks.ours(
        "duplicate-unicast-peer",
        word.place,
        `the peer ${word.value} stands twice: it gets every advert twice`,
        { ...more, severity: "warning" },
      );
    }
    const { least, most } = readTtls(line.words.map(({ value }) => value));
    if (behaviour.peerTtls && least > most) {
      remarks.onLine(
        "invalid-ttl-range",
        line,
        word.place,
        `no advert of ${word.value} can have a TTL of at least ${least} and at most ${most}: all are thrown away`,
      );
    }
    instance.peers.push({ value: address.text, place: word.place, from: line });
  }
};

/** The first address decides the instance's family. */
function joinFamily({ remarks }: State, instance: Instance, statement: EffectiveStatement, family: Family): boolean {
  instance.family ??= family;
  if (instance.family === family) return true;
  const word = statement.words[1]!;
  remarks.onLine(
    "mismatched-address-family",
    statement,
    word.place,
    `${statement.keyword.name} ${word.value} is an ${familyName(family)} address, but ${instance.name} is an ${familyName(instance.family)} instance: it is ignored`,
    { help: `Give an ${familyName(instance.family)} address. The first address of an instance decides its family.` },
  );
  return false;
}

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
