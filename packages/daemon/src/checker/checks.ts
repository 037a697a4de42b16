/** The checks of real servers, with what is in force for each. */
import { checkerNames } from "../bind/lvs.js";
import { childrenNamed } from "../bind/sources.js";
import type { HostConfiguration } from "../objects.js";
import type { EffectiveStatement } from "../types.js";
import { readDecimal } from "../values.js";
import { type RealServer, readServices, type Service } from "./virtual-servers.js";

export interface Check {
  readonly statement: EffectiveStatement;
  readonly server: RealServer;
  readonly service: Service;
}

export function checksOf(host: HostConfiguration): readonly Check[] {
  return readServices(host).flatMap((service) =>
    service.realServers.flatMap((server) =>
      checkStatements(server.statement).map((statement) => ({ statement, server, service })),
    ),
  );
}

export function checkStatements({ children }: EffectiveStatement): readonly EffectiveStatement[] {
  return children.filter(({ keyword, skipped }) => checkerNames.has(keyword.name) && skipped === undefined);
}

/** A time or number that a check takes from its own block, else from its real server, else from its virtual server. */
export function checkSetting(
  { statement, server, service }: Check,
  name: string,
): { readonly value: number; readonly statement: EffectiveStatement } | undefined {
  for (const block of [statement, server.statement, service.statement]) {
    const line = childrenNamed(block, name, ...(name === "retry" ? ["nb_get_retry"] : [])).at(-1);
    const value = line && readDecimal(line.words[1]?.value ?? "", { min: 0, max: 4_294_967 }, 6).value;
    if (line && value !== undefined) return { value, statement: line };
  }
  return undefined;
}
