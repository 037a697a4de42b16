import { say } from "@kalint/schema";
import { companyOf, counterparts, membersIn } from "../company.js";
import { addressLine } from "../completion/company-values.js";
import type { Document } from "../document.js";
import { appendedTo, childrenOf, isOnHeaderOr, rootBlockAt } from "./lines.js";
import type { Refactoring } from "./refactorings.js";

const lists = [
  { name: "virtual_ipaddress", key: "addresses" },
  { name: "virtual_ipaddress_excluded", key: "excludedAddresses" },
] as const;

/** The virtual addresses that the other hosts of a virtual router have and this one has not, with their options. */
export function addAddresses(document: Document, offset: number): readonly Refactoring[] {
  const block = rootBlockAt(document, offset, "vrrp_instance");
  const company = companyOf(document);
  const [member, ...others] = block ? membersIn(document, block, company.own) : [];
  // Lines of several hosts may differ: which of them lacks the address nobody can say here.
  if (!block || !member || others.length > 0) return [];
  const { addresses, excludedAddresses } = member.instance;
  const known = new Set([...addresses, ...excludedAddresses].map(({ value }) => value.text));
  return lists.flatMap(({ name, key }): Refactoring[] => {
    const [list] = childrenOf(block, name);
    if (!list || !isOnHeaderOr(block, offset, [name])) return [];
    const missing = new Map<string, { readonly line: string; readonly host: string }>();
    for (const { host, instance } of counterparts([member], company)) {
      for (const address of instance[key]) {
        const { text } = address.value;
        if (!known.has(text) && !missing.has(text)) missing.set(text, { line: addressLine(address), host: host.name });
      }
    }
    if (missing.size === 0) return [];
    const edit = appendedTo(
      document,
      list,
      [...missing.values()].map(({ line }) => line),
    );
    const names = [...missing].map(([text, { host }]) => say`${text} of ${host}`).join(", ");
    return edit
      ? [{ title: say`Add the address ${names}`, kind: "rewrite", settles: /^mismatched-.*-addresses$/, edits: [edit] }]
      : [];
  });
}
