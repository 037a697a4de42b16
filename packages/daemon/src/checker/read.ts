/** What the checker process holds, and what it says while it reads and completes. */
import { onceIn, type Steps } from "@kalint/syntax";
import { childrenNamed } from "../bind/sources.js";
import type { RemarkCollector } from "../remarks.js";
import type { EffectiveConfiguration, EffectiveStatement, SymbolReference } from "../types.js";
import { readSocketAddress } from "../values/read.js";
import { connectingChecks } from "./checks.js";
import { completeVirtualServer } from "./complete.js";
import { checkConnection } from "./connections.js";
import { asksForPage, type DefinitionOf, definitionsFrom, remarkDroppedChecks } from "./dropped-checks.js";
import { readGroups } from "./groups.js";
import type { ServerGroup, VirtualServer } from "./model.js";
import { type ReadVirtualServer, readVirtualServer } from "./virtual-server.js";

export interface CheckerObjects {
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
  for (const block of blocks) {
    for (const server of childrenNamed(block, "real_server")) {
      if (isPauseDue()) yield;
      if (server.skipped === undefined) remarkChecks(server, definitionOf, effective, remarks);
    }
    if (isPauseDue()) yield;
    const server = readVirtualServer(block, target, remarks);
    if (server) read.push(server);
  }
  yield;
  const virtualServers: VirtualServer[] = [];
  for (const server of read) {
    if (isPauseDue()) yield;
    virtualServers.push(completeVirtualServer(server, serverGroups, target, remarks));
  }
  return { serverGroups, virtualServers };
}

function remarkChecks(
  server: EffectiveStatement,
  definitionOf: DefinitionOf,
  { target }: EffectiveConfiguration,
  remarks: RemarkCollector,
): void {
  remarkDroppedChecks(server, definitionOf, remarks);
  const address = readSocketAddress(server.words[1]?.value ?? "").value;
  if (address === undefined) return;
  for (const check of server.children) {
    if (!connectingChecks.has(check.keyword.name) || check.skipped !== undefined) continue;
    const isHttp = check.keyword.children?.some(({ name }) => name === "url") ?? false;
    checkConnection(check, address, !isHttp || asksForPage(check), target, remarks);
  }
}
