/**
 * The checks of a real server, with what is in force for each. Source: keepalived 2.2.7, check/check_data.c:
 * validate_check_config, and the *_epilog functions of the checks.
 */
import { type Keyword, keywordAt, type Version } from "@kalint/schema";
import { perHost, perName, perObject } from "../memo.js";
import type { EffectiveStatement } from "../types.js";
import { type InForce, numberInForce, numberSetting, type Scope, scopeIn, switchInForce } from "../values/settings.js";
import type { Check, CheckTimes, VirtualServer } from "./model.js";

const realServer = keywordAt("virtual_server/real_server")!;
const blocks = (realServer.children ?? []).filter(({ kind }) => kind === "block");

/** The names of the blocks that check a real server. */
const checkNames: ReadonlySet<string> = new Set(blocks.map(({ name }) => name));

/** Those that connect, from an address and an interface that can be chosen. */
export const connectingChecks: ReadonlySet<string> = new Set(
  blocks.filter(({ children = [] }) => children.some(({ name }) => name === "bindto")).map(({ name }) => name),
);

/** Every check of a host, with whom it checks. */
export const checksOf = perHost(({ virtualServers }) => virtualServers.flatMap(checksOfServer));

export const checksOfServer = perObject((virtualServer: VirtualServer) =>
  virtualServer.realServers.flatMap((realServer) =>
    realServer.checks.map((check) => ({ check, realServer, virtualServer })),
  ),
);

export function readChecks(server: EffectiveStatement, target: Version): readonly Check[] {
  return server.children
    .filter(({ keyword, skipped }) => checkNames.has(keyword.name) && skipped === undefined)
    .map((statement): Check => {
      const { name, children = [] } = statement.keyword;
      const isTimed = children.some((child) => child.name === "delay_loop");
      return {
        statement,
        kind: name,
        alpha: switchInForce(scopeOf(statement, "alpha", target))!.value,
        ...(isTimed && { times: readTimes(statement, target) }),
        takesSilence: takesSilence(statement),
      };
    });
}

function readTimes(statement: EffectiveStatement, target: Version): CheckTimes {
  const isProgram = statement.keyword.children?.some(({ name }) => name === "misc_timeout");
  return {
    loop: numberInForce(scopeOf(statement, "delay_loop", target))!,
    retry: numberInForce(scopeOf(statement, "retry", target))!,
    pause: numberInForce(scopeOf(statement, "delay_before_retry", target))!,
    timeout: isProgram
      ? programTimeout(statement, target)
      : numberInForce(scopeOf(statement, "connect_timeout", target))!,
  };
}

/** Without one of its own, or with 0, a run has the virtual server's loop, whatever the check's is. */
function programTimeout(statement: EffectiveStatement, target: Version): InForce<number> {
  const own = numberSetting(statement, "misc_timeout", target);
  if (own?.value) return { value: own.value, setting: own };
  return { value: numberInForce(scopeIn(statement, "virtual_server/delay_loop", target))!.value };
}

/** Of a check from its own block on, or, where it knows no such keyword, from its real server on; of a real server from that on. */
export function scopeOf(statement: EffectiveStatement, name: string, target: Version): Scope {
  return scopeIn(statement, pathOf(statement.keyword, name), target);
}

const pathOf = perName((keyword: Keyword, name): string => {
  const own = `${keyword.path}/${name}`;
  return keywordAt(own) ? own : `${realServer.path}/${name}`;
});

/** A UDP_CHECK that needs no reply takes none for a good one. */
function takesSilence({ keyword, children }: EffectiveStatement): boolean {
  const asks = keyword.children?.some(({ name }) => name === "require_reply") ?? false;
  return asks && !children.some((child) => child.keyword.name === "require_reply");
}
