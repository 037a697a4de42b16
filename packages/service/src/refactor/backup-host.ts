import type { HostConfiguration, VrrpInstance } from "@kalint/daemon";
import type { Edit } from "@kalint/lint";
import { say } from "@kalint/schema";
import { type Include, itemsOf, type Statement, type SyntaxTree, type Word } from "@kalint/syntax";
import { priorityAbove, priorityBelow } from "../completion/company-values.js";
import { type Document, openDocument } from "../document.js";
import { directoryOf, includedFiles, joinPath, relativePath } from "../paths.js";
import { childrenOf, innerIndent, insertionAfter, isOnHeaderOr, removal, rootBlockAt } from "./lines.js";
import type { Refactoring } from "./refactorings.js";

/** The file of the other host of a pair: state, priority and unicast addresses turned round. */
export function backupHost(document: Document, offset: number): readonly Refactoring[] {
  const block = rootBlockAt(document, offset, "vrrp_instance");
  const [host, ...others] = document.hosts;
  // With config-ids one file describes both hosts.
  if (!block || !isOnHeaderOr(block, offset, []) || !host || others.length > 0) return [];
  if (host.effective.configId !== undefined || host.instances.length === 0) return [];
  const main = mainOf(document, host);
  if (main === undefined) return [];
  const path = otherPath(main);
  if (path === undefined || document.host.stat(path) !== undefined) return [];
  const parts = [{ part: main, there: path }, ...partsBeside(main, host, path)];
  const own = new Set(parts.map(({ part }) => part.path));
  // From a file that is not the host's own: not to be changed for the other one.
  if (host.instances.some(({ place }) => !own.has(place.file))) return [];
  const create = parts.flatMap(({ part, there }) => {
    const edits = turned(part, host, there, part === main);
    return edits ? [{ path: there, text: edited(part.text, edits) }] : [];
  });
  if (create.length < parts.length) return [];
  const shown = relativePath(directoryOf(document.path), path);
  const title =
    parts.length === 1
      ? say`Write ${shown} for the other host`
      : parts.length === 2
        ? say`Write ${shown} for the other host, with the file that it includes`
        : say`Write ${shown} for the other host, with the ${parts.length - 1} files that it includes`;
  return [{ title, kind: "rewrite", edits: [], create }];
}

/** The file that a host starts with, which may include the document. */
function mainOf(document: Document, { effective }: HostConfiguration): Document | undefined {
  if (effective.path === document.path) return document;
  const { host, queries, target } = document;
  const text = host.read(effective.path);
  return text === undefined ? undefined : openDocument(text, effective.path, { target, host, queries });
}

/** `lb1` is followed by `lb2`, a master by a backup. */
const partners: readonly (readonly [RegExp, string])[] = [
  [/master/i, "backup"],
  [/primary/i, "secondary"],
  [/active/i, "passive"],
  [/1(?!.*\d)/, "2"],
];

function otherName(name: string): string | undefined {
  const found = partners.find(([pattern]) => pattern.test(name));
  return found && name.replace(...found);
}

/** By the last part of the path that names a role, where the file is still one of the project: folders above it may have any name. */
function otherPath({ path, host }: Document): string | undefined {
  const parts = path.split("/");
  const at = parts.findLastIndex((part) => otherName(part) !== undefined);
  const other = parts.map((part, index) => (index === at ? otherName(part) : part)).join("/");
  if (at !== -1 && host.isOutside?.(other) !== true) return other;
  return `${path.replace(/\.conf$/, "")}.backup.conf`;
}

/** A host whose folder holds its own files has them there under the same names as the other one. */
function isKept(document: Document, { path }: Include, other: string): boolean {
  const folder = directoryOf(document.path);
  return directoryOf(other) !== folder && includedFiles(document, path.text).every((file) => isBelow(folder, file));
}

function isBelow(folder: string, file: string): boolean {
  return file.startsWith(`${folder}/`);
}

/** What the host reads of its own folder, for the other host's, where it is not there yet. */
function partsBeside(
  { path, host: files, queries, target }: Document,
  { effective }: HostConfiguration,
  other: string,
) {
  const [from, to] = [directoryOf(path), directoryOf(other)];
  if (from === to) return [];
  return effective.files
    .filter((file) => file.path !== path && isBelow(from, file.path))
    .map((file) => ({ file, there: joinPath(to, file.path.slice(from.length + 1)) }))
    .filter(({ there }) => files.stat(there) === undefined)
    .map(({ file, there }) => ({
      part: openDocument(file.text, file.path, { target, host: files, queries }),
      there,
    }));
}

function edited(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((result, { start, end, text: now }) => result.slice(0, start) + now + result.slice(end), text);
}

function renamedRouterIds(tree: SyntaxTree, file: string): readonly Edit[] {
  return [...itemsOf(tree)].flatMap(({ item }) => {
    const [keyword, name] = item.kind === "statement" ? item.words : [];
    if (keyword?.value !== "router_id" || !name || name.value.includes("$")) return [];
    return [replaced(file, name, otherName(name.value) ?? `${name.value}-backup`)];
  });
}

/** `undefined` where the other host's lines cannot be known. */
function turned(
  document: Document,
  host: HostConfiguration,
  path: string,
  isMain: boolean,
): readonly Edit[] | undefined {
  const edits: (Edit | undefined)[] = [];
  for (const instance of host.instances.filter(({ place }) => place.file === document.path)) {
    const block = rootBlockAt(document, instance.place.start, "vrrp_instance");
    // One of a repetition has no lines of its own.
    if (!block || block.repetitions.length > 0) return undefined;
    const own = turnedInstance(document, block, instance);
    if (!own) return undefined;
    edits.push(...own);
  }
  const folder = directoryOf(path);
  for (const { item } of itemsOf(document.tree)) {
    if (isMain && item.kind === "include" && !item.path.text.startsWith("/") && !isKept(document, item, path)) {
      const target = relativePath(folder, joinPath(directoryOf(document.path), item.path.text));
      edits.push({ file: path, start: item.path.start, end: item.path.end, text: target });
    }
  }
  edits.push(...renamedRouterIds(document.tree, path));
  return edits.some((edit) => edit === undefined) ? undefined : (edits as Edit[]);
}

function turnedInstance(
  document: Document,
  block: Statement,
  instance: VrrpInstance,
): (Edit | undefined)[] | undefined {
  const wasMaster = instance.state?.value === "MASTER";
  const edits: (Edit | undefined)[] = [];
  const state = childrenOf(block, "state");
  const priority = childrenOf(block, "priority");
  const source = childrenOf(block, "unicast_src_ip");
  if ([state, priority, source].some(({ length }) => length > 1)) return undefined;
  const [stateWord, priorityWord, sourceWord] = [state, priority, source].map(([only]) => only?.words[1]);
  if ([stateWord, priorityWord, sourceWord].some((word) => word?.value.includes("$"))) return undefined;
  if (stateWord) edits.push(replaced(document.path, stateWord, wasMaster ? "BACKUP" : "MASTER"));
  const base = instance.effectivePriority;
  // Without a state the one with the priority of an instance that says nothing is the higher of the two.
  const other = stateWord && !wasMaster ? priorityAbove(base) : priorityBelow(base);
  if (priorityWord) edits.push(replaced(document.path, priorityWord, String(other)));
  else {
    const anchor = state[0] ?? childrenOf(block, "virtual_router_id")[0];
    if (!anchor) return undefined;
    edits.push(insertionAfter(document, anchor, [`${innerIndent(document.text, block)}priority ${other}`]));
  }
  // Where adverts come from is each host's own.
  edits.push(...childrenOf(block, "mcast_src_ip").map((one) => removal(document, one)));
  if (!sourceWord && instance.unicastPeers.length === 0) return edits;
  const peerWords = childrenOf(block, "unicast_peer").flatMap(({ block: list }) =>
    (list?.items ?? []).flatMap((item) => (item.kind === "statement" ? (item.words[0] ?? []) : [])),
  );
  const [peerWord, ...rest] = peerWords;
  // With three hosts nobody can tell which of the peers the new file is for.
  if (!sourceWord || !peerWord || rest.length > 0 || peerWord.value.includes("$")) return undefined;
  edits.push(replaced(document.path, sourceWord, peerWord.text), replaced(document.path, peerWord, sourceWord.text));
  return edits;
}

function replaced(file: string, { start, end }: Word, text: string): Edit {
  return { file, start, end, text };
}
