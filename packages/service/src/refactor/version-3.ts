import type { Edit } from "@kalint/lint";
import { isKnownIn, keywordAt, say } from "@kalint/schema";
import { companyOf, counterparts, type Member, membersIn } from "../company.js";
import type { Document } from "../document.js";
import { openDocument } from "../document.js";
import { childrenOf, innerIndent, insertionAfter, isOnHeaderOr, removal, rootBlockAt } from "./lines.js";
import type { Refactoring } from "./refactorings.js";

/**
 * VRRP version 3 has no `authentication`: where an instance has version 3 it goes, and an instance of version 2 is made
 * one of version 3 on all its hosts at once, as the versions do not hear each other.
 */
export function toVersion3(document: Document, offset: number): readonly Refactoring[] {
  const block = rootBlockAt(document, offset, "vrrp_instance");
  const company = companyOf(document);
  const own = block ? membersIn(document, block, company.own) : [];
  const [first] = own;
  if (!block || !first || childrenOf(block, "authentication").length === 0) return [];
  if (!isOnHeaderOr(block, offset, ["authentication", "version"])) return [];
  if (own.every(({ instance }) => instance.effectiveVersion === 3)) {
    const edits = withoutAuthentication(document, block.start);
    return edits
      ? [
          {
            title: say`Remove authentication: VRRP version 3 has none`,
            kind: "rewrite",
            settles: /^unsupported-/,
            edits,
          },
        ]
      : [];
  }
  const version = keywordAt("vrrp_instance/version");
  if (!version || !isKnownIn(version, document.target)) return [];
  const members = [...own, ...counterparts(own, company)];
  const edits = members.map((member) => convertedIn(document, member));
  if (edits.some((one) => one === undefined)) return [];
  const hosts = [...new Set(members.map(({ host }) => host.name))].join(", ");
  const where = members.length > 1 ? say` on ${hosts}` : "";
  const unique = new Map(
    edits.flatMap((one) => one ?? []).map((edit) => [`${edit.file} ${edit.start} ${edit.text}`, edit]),
  );
  return [
    {
      title: say`Make ${first.instance.name} VRRP version 3, without authentication,${where}`.replace(/,$/, ""),
      kind: "rewrite",
      edits: [...unique.values()],
    },
  ];
}

/** In the file that the host has the instance in. */
function convertedIn(document: Document, { host, instance }: Member): readonly Edit[] | undefined {
  const { file, start } = instance.place;
  const { target, host: files, queries } = document;
  const text = host.effective.files.find(({ path }) => path === file)?.text;
  const there =
    file === document.path
      ? document
      : text === undefined
        ? undefined
        : openDocument(text, file, { target, host: files, queries });
  const block = there && rootBlockAt(there, start, "vrrp_instance");
  if (!there || !block) return undefined;
  const removed = childrenOf(block, "authentication").length > 0 ? withoutAuthentication(there, start) : [];
  if (!removed) return undefined;
  const [written, ...more] = childrenOf(block, "version");
  if (more.length > 0 || written?.condition) return undefined;
  const [, word] = written?.words ?? [];
  if (written && word) return [...removed, { file, start: word.start, end: word.end, text: "3" }];
  const [first] = block.block?.items ?? [];
  const anchor = childrenOf(block, "virtual_router_id")[0] ?? childrenOf(block, "interface")[0] ?? first;
  return anchor
    ? [...removed, insertionAfter(there, anchor, [`${innerIndent(there.text, block)}version 3`])]
    : undefined;
}

function withoutAuthentication(document: Document, offset: number): readonly Edit[] | undefined {
  const block = rootBlockAt(document, offset, "vrrp_instance");
  const cuts = block ? childrenOf(block, "authentication").map((one) => removal(document, one)) : [];
  return cuts.every((cut) => cut !== undefined) ? cuts : undefined;
}
