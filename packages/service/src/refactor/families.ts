import type { Family } from "@kalint/daemon";
import { readPrefixedAddress } from "@kalint/daemon";
import type { Edit } from "@kalint/lint";
import { familyName, say } from "@kalint/schema";
import type { Statement } from "@kalint/syntax";
import { membersIn } from "../company.js";
import type { Document } from "../document.js";
import { symbolsOfKind } from "../names.js";
import {
  childrenOf,
  indentAt,
  innerIndent,
  insertionAfter,
  isOnHeaderOr,
  linesOf,
  removal,
  rootBlockAt,
} from "./lines.js";
import type { Refactoring } from "./refactorings.js";

const settles = /-address-family$/;

/** The first address decides an instance's family: those of the other one go to the excluded ones, or to an instance of their own. */
export function splitFamilies(document: Document, offset: number): readonly Refactoring[] {
  const instance = rootBlockAt(document, offset, "vrrp_instance");
  const lists = instance ? childrenOf(instance, "virtual_ipaddress") : [];
  const lines = lists.flatMap((list) => (list.block?.items ?? []).filter((item) => item.kind === "statement"));
  const [first] = lines.map(familyOf).filter((family) => family !== undefined);
  const foreign = lines.filter((line) => familyOf(line) !== undefined && familyOf(line) !== first);
  if (!instance || !first || foreign.length === 0) return [];
  if (!isOnHeaderOr(instance, offset, ["virtual_ipaddress"])) return [];
  const gone = foreign.flatMap((line) => removal(document, line) ?? []);
  if (gone.length !== foreign.length) return [];
  const other: Family = first === "ipv4" ? "ipv6" : "ipv4";
  const name = say`the ${familyName(other)} address${foreign.length > 1 ? "es" : ""}`;
  const written = foreign.map(({ start, end }) => document.text.slice(start, end));
  const excluded = toExcluded(document, instance, lists.at(-1)!, written);
  const own = ownInstance(document, instance, new Set(lines.filter((line) => !foreign.includes(line))), other);
  return [
    { title: say`Move ${name} to virtual_ipaddress_excluded`, kind: "rewrite", settles, edits: [...gone, excluded] },
    ...(own
      ? [
          {
            title: say`Move ${name} to an instance of their own`,
            kind: "rewrite" as const,
            settles,
            edits: [...gone, own],
          },
        ]
      : []),
  ];
}

function familyOf({ words }: Statement): Family | undefined {
  return readPrefixedAddress(words[0]?.value ?? "").value?.family;
}

function toExcluded(document: Document, instance: Statement, list: Statement, lines: readonly string[]): Edit {
  const { text } = document;
  const [excluded] = childrenOf(instance, "virtual_ipaddress_excluded");
  const [last] = excluded?.block?.items.slice(-1) ?? [];
  if (last)
    return insertionAfter(
      document,
      last,
      lines.map((line) => `${indentAt(text, last.start)}${line}`),
    );
  const outer = indentAt(text, list.start);
  const inner = innerIndent(text, list);
  return insertionAfter(document, list, [
    `${outer}virtual_ipaddress_excluded {`,
    ...lines.map((line) => `${inner}${line}`),
    `${outer}}`,
  ]);
}

/**
 * A copy of the instance with the other addresses alone. Not with unicast: its peers would have to have addresses of the
 * other family, which nobody knows here.
 */
function ownInstance(
  document: Document,
  instance: Statement,
  kept: ReadonlySet<Statement>,
  family: Family,
): Edit | undefined {
  const { text } = document;
  const lines = linesOf(document, instance);
  const [, name] = instance.words;
  const read = membersIn(document, instance, document.hosts).map((member) => member.instance);
  const unicast = read.some(({ source, unicastPeers, vmac }) => source || vmac || unicastPeers.length > 0);
  if (!lines || !name || unicast || name.value.includes("$")) return undefined;
  const cuts = [...kept].flatMap((line) => removal(document, line) ?? []);
  // VRRP for IPv6 is version 3, which has no authentication.
  const dropped =
    family === "ipv6" ? [...childrenOf(instance, "authentication"), ...childrenOf(instance, "version")] : [];
  cuts.push(...dropped.flatMap((statement) => removal(document, statement) ?? []));
  if (cuts.length < kept.size) return undefined;
  const taken = new Set(symbolsOfKind(document, "vrrp_instance").map((symbol) => symbol.name));
  let fresh = `${name.value}_${family === "ipv6" ? "6" : "4"}`;
  while (taken.has(fresh)) fresh += "_2";
  const all = [...cuts, { start: name.start, end: name.end, text: name.kind === "string" ? `"${fresh}"` : fresh }];
  const copy = applied(text.slice(instance.start, instance.end), instance.start, all);
  return insertionAfter(document, { start: lines.start, end: instance.end }, ["", copy]);
}

function applied(
  text: string,
  from: number,
  edits: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start - from) + edit.text + result.slice(edit.end - from), text);
}
