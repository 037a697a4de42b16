import { say } from "@kalint/schema";
import { companyOf, counterparts, type Member, membersIn } from "../company.js";
import type { Document } from "../document.js";
import { appendedTo, childrenOf, indentAt, innerIndent, insertionAfter, isOnHeaderOr, rootBlockAt } from "./lines.js";
import type { Refactoring } from "./refactorings.js";

/** The other hosts' addresses that an instance does not name as its peers: instead of a stranger's, or beside those that it names. */
export function addPeers(document: Document, offset: number): readonly Refactoring[] {
  const block = rootBlockAt(document, offset, "vrrp_instance");
  const company = companyOf(document);
  const [member, ...others] = block ? membersIn(document, block, company.own) : [];
  // Lines of several hosts may differ: to which of them the peer is missing nobody can say here.
  if (!block || !member || others.length > 0) return [];
  if (!isOnHeaderOr(block, offset, ["unicast_peer", "unicast_src_ip"])) return [];
  const { unicastPeers, source } = member.instance;
  const known = new Set([...unicastPeers.map(({ value }) => value.text), source?.value.text]);
  const family = (source ?? unicastPeers[0])?.value.family;
  const peers = counterparts([member], company);
  const missing = peers.flatMap(({ host, instance }) => {
    const source = instance.source?.value;
    return source && source.family === family && !known.has(source.text) ? [{ host, address: source.text }] : [];
  });
  const replacing = missing.length === 1 ? insteadOfStranger(document, member, peers, missing[0]!) : [];
  const edit =
    missing.length > 0 &&
    insertionOf(
      document,
      block,
      missing.map(({ address }) => address),
    );
  if (!edit) return replacing;
  const names = missing.map(({ host, address }) => say`${address} of ${host.name}`).join(", ");
  return [...replacing, { title: say`Add the peer ${names}`, kind: "rewrite", settles, edits: [edit] }];
}

/** The rules whose findings follow from a missing peer. */
const settles = /-unicast(-|$)/;

/** The one peer in the list that no known host is, as the one host that the list lacks. */
function insteadOfStranger(
  document: Document,
  { instance: { unicastPeers } }: Member,
  peers: readonly Member[],
  { host, address }: { readonly host: Member["host"]; readonly address: string },
): readonly Refactoring[] {
  const sources = new Set(peers.map(({ instance }) => instance.source?.value.text));
  const [stranger, ...others] = unicastPeers.filter(({ value }) => !sources.has(value.text));
  if (!stranger || others.length > 0) return [];
  const { place, value } = stranger;
  if (place.file !== document.path || document.text.slice(place.start, place.end) !== value.text) return [];
  const title = say`Write the peer ${address} of ${host.name} instead of ${value.text}`;
  return [{ title, kind: "rewrite", settles, edits: [{ ...place, text: address }] }];
}

function insertionOf(document: Document, block: Parameters<typeof childrenOf>[0], addresses: readonly string[]) {
  const { text } = document;
  const [peers] = childrenOf(block, "unicast_peer");
  if (peers?.block && peers.block.items.length > 0) return appendedTo(document, peers, addresses);
  const [source] = childrenOf(block, "unicast_src_ip");
  if (peers || !source) return undefined;
  const outer = innerIndent(text, block);
  const step = outer.slice(indentAt(text, block.start).length);
  const lines = addresses.map((one) => `${outer}${step}${one}`);
  return insertionAfter(document, source, [`${outer}unicast_peer {`, ...lines, `${outer}}`]);
}
