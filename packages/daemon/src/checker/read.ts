/** What the checker process holds, and what it says while it reads and completes. */
import type { Version } from "@kalint/schema";
import { onceIn, type Steps } from "@kalint/syntax";
import { childrenNamed } from "../bind/sources.js";
import { createMemory } from "../memo.js";
import { type RecordedRemarks, type RemarkCollector, recordRemarks } from "../remarks.js";
import type { EffectiveConfiguration, EffectiveStatement, SymbolReference } from "../types.js";
import { readSocketAddress } from "../values/read.js";
import { connectingChecks } from "./checks.js";
import { completeVirtualServer } from "./complete.js";
import { checkConnection } from "./connections.js";
import { asksForPage, type DefinitionOf, definitionsFrom, remarkDroppedChecks } from "./dropped-checks.js";
import { readGroups } from "./groups.js";
import type { ServerGroup, VirtualServer } from "./model.js";
import { type ReadVirtualServer, readVirtualServer } from "./virtual-server.js";

interface CheckerObjects {
  /** Those too that are dropped. */
  readonly serverGroups: readonly ServerGroup[];
  /** Those too that are dropped. */
  readonly virtualServers: readonly VirtualServer[];
}

export function* readChecker(
  effective: EffectiveConfiguration,
  references: readonly SymbolReference[],
  remarks: RemarkCollector,
): Steps<CheckerObjects> {
  const { target } = effective;
  const serverGroups = readGroups(effective, remarks);
  const definitionOf = definitionsFrom(references);
  const blocks = effective.statements.filter(({ keyword, skipped }) => keyword.path === "virtual_server" && !skipped);
  const read: ReadVirtualServer[] = [];
  const isPauseDue = onceIn(200);
  for (let index = 0; index < blocks.length; index += 1) {
    if (isPauseDue()) yield;
    const block = blocks[index]!;
    const known = knownBlock(block, target);
    const { server, remarks: own } = known ?? (yield* readBlock(block, definitionOf, target, isPauseDue));
    own.sayTo(remarks);
    if (server) read.push(server);
  }
  yield;
  const virtualServers: VirtualServer[] = [];
  for (const server of read) {
    if (isPauseDue()) yield;
    if (server.service.kind === "group") {
      virtualServers.push(completeVirtualServer(server, serverGroups, target, remarks));
      continue;
    }
    const { completed, remarks: own } = completeAlone(server, target);
    own.sayTo(remarks);
    virtualServers.push(completed);
  }
  return { serverGroups, virtualServers };
}

interface ReadBlock {
  readonly target: Version;
  readonly server: ReadVirtualServer | undefined;
  readonly remarks: RecordedRemarks;
}

/** Kept where the block alone decides: a later reading takes it over as it is. */
const readBefore = createMemory<EffectiveStatement, ReadBlock>();

function knownBlock(block: EffectiveStatement, target: Version): ReadBlock | undefined {
  const known = readBefore.get(block);
  return known?.target === target ? known : undefined;
}

/** Checks of something that is defined elsewhere. */
const namesOthers: ReadonlySet<string> = new Set(["BFD_CHECK", "FILE_CHECK"]);

function* readBlock(
  block: EffectiveStatement,
  definitionOf: DefinitionOf,
  target: Version,
  isPauseDue: () => boolean,
): Steps<ReadBlock> {
  const remarks = recordRemarks();
  for (const server of childrenNamed(block, "real_server")) {
    if (isPauseDue()) yield;
    if (server.skipped === undefined) remarkChecks(server, definitionOf, target, remarks);
  }
  const read = { target, server: readVirtualServer(block, target, remarks), remarks };
  const isAlone = !block.children.some(({ children }) => children.some(({ keyword }) => namesOthers.has(keyword.name)));
  if (isAlone) readBefore.set(block, read);
  return read;
}

const completedBefore = createMemory<ReadVirtualServer, ReturnType<typeof complete>>();

/** One that no group is part of: its own block says all. */
function completeAlone(server: ReadVirtualServer, target: Version) {
  const known = completedBefore.get(server) ?? complete(server, target);
  completedBefore.set(server, known);
  return known;
}

function complete(server: ReadVirtualServer, target: Version) {
  const remarks = recordRemarks();
  return { completed: completeVirtualServer(server, [], target, remarks), remarks };
}

function remarkChecks(
  server: EffectiveStatement,
  definitionOf: DefinitionOf,
  target: Version,
  remarks: RemarkCollector,
): void {
  remarkDroppedChecks(server, definitionOf, remarks);
  const address = readSocketAddress(server.wording.words[1]?.value ?? "").value;
  if (address === undefined) return;
  for (const check of server.children) {
    if (!connectingChecks.has(check.keyword.name) || check.skipped !== undefined) continue;
    const isHttp = check.keyword.children?.some(({ name }) => name === "url") ?? false;
    checkConnection(check, address, !isHttp || asksForPage(check), target, remarks);
  }
}
