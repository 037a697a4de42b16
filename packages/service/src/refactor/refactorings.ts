import type { Edit } from "@kalint/lint";
import type { Document } from "../document.js";
import { addAddresses } from "./addresses.js";
import { backupHost } from "./backup-host.js";
import { extractDefinition } from "./extract.js";
import { splitFamilies } from "./families.js";
import { inlineDefinition } from "./inline.js";
import { moveAbove } from "./order.js";
import { otherHostsValue } from "./other-host.js";
import { addPeers } from "./peers.js";
import { toVersion3 } from "./version-3.js";

/** A change that nobody has to make, ready to be offered. */
export interface Refactoring {
  readonly title: string;
  readonly kind: "extract" | "inline" | "move" | "rewrite";
  readonly edits: readonly Edit[];
  /** Files that are made. */
  readonly create?: readonly { readonly path: string; readonly text: string }[];
  /** Ids of the rules whose finding at the place it settles: beside one it is a fix, which people look for first. */
  readonly settles?: RegExp;
}

/** What can be done with the text at an offset. Each leaves what keepalived reads as it is, or says in its title what changes. */
export function refactorings(document: Document, offset: number): readonly Refactoring[] {
  // What tags give is not known, and edits might take them apart.
  if (document.template) return [];
  return [
    ...otherHostsValue(document, offset),
    ...addPeers(document, offset),
    ...addAddresses(document, offset),
    ...moveAbove(document, offset),
    ...splitFamilies(document, offset),
    ...toVersion3(document, offset),
    ...extractDefinition(document, offset),
    ...inlineDefinition(document, offset),
    ...backupHost(document, offset),
  ];
}
