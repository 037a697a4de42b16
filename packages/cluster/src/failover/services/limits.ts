/** What the prediction of virtual servers cannot know, where it applies (docs/failover.md lists the same). */

import type { Check, EffectiveStatement, VirtualServer } from "@kalint/daemon";
import { childrenNamed, isSameSocket } from "@kalint/daemon";
import { say } from "@kalint/schema";

interface Limit {
  readonly applies: (server: VirtualServer) => boolean;
  readonly sentence: string;
}

const someCheck = (test: (check: Check) => boolean) => (server: VirtualServer) =>
  server.realServers.some(({ checks }) => checks.some(test));

const hasKeyword = (...names: readonly string[]) => {
  const has = (block: EffectiveStatement) => childrenNamed(block, ...names).length > 0;
  return (server: VirtualServer) =>
    has(server.statement) ||
    server.realServers.some(({ statement }) => has(statement)) ||
    someCheck(({ statement }) => has(statement))(server);
};

export const serviceLimitList: readonly Limit[] = [
  {
    applies: hasKeyword("misc_dynamic"),
    get sentence() {
      return say`With misc_dynamic the program's exit status sets the weight: it is taken to stay as it is written.`;
    },
  },
  {
    applies: someCheck(({ times }) => times === undefined),
    get sentence() {
      return say`When a FILE_CHECK or a BFD_CHECK notices a failure is not in the configuration.`;
    },
  },
  {
    applies: someCheck(({ takesSilence }) => takesSilence),
    get sentence() {
      return say`A UDP_CHECK without require_reply takes silence for an answer: only a server that refuses the packet is taken out.`;
    },
  },
  {
    applies: hasKeyword("ha_suspend"),
    get sentence() {
      return say`With ha_suspend a host without the address does not check: after a failover it starts from what it knew last.`;
    },
  },
  {
    applies: ({ sorryServer, realServers }) =>
      sorryServer !== undefined && realServers.some((server) => isSameSocket(server, sorryServer)),
    get sentence() {
      return say`A sorry server that is a real server too is taken for a server of its own.`;
    },
  },
  {
    applies: hasKeyword("quorum_up", "quorum_down"),
    get sentence() {
      return say`What the scripts of quorum_up and quorum_down do, to the instances' trackers too, is not in the configuration.`;
    },
  },
];

/** `servers`: the same virtual server as its hosts have it. */
export function serviceLimits(servers: readonly VirtualServer[]): readonly string[] {
  return serviceLimitList.filter(({ applies }) => servers.some(applies)).map(({ sentence }) => sentence);
}
