/** What the prediction of virtual servers cannot know, where it applies (docs/failover.md lists the same). */
import { childrenNamed } from "../../bind/sources.js";
import type { HostConfiguration, VirtualServer } from "../../objects.js";

interface Member {
  readonly host: HostConfiguration;
  readonly server: VirtualServer;
}

interface Limit {
  readonly applies: (members: readonly Member[]) => boolean;
  readonly sentence: string;
}

const someChecker =
  (...names: readonly string[]) =>
  (members: readonly Member[]) =>
    members.some(({ server }) =>
      server.realServers.some(({ checkers }) => checkers.some(({ keyword }) => names.includes(keyword.name))),
    );

const hasKeyword =
  (...names: readonly string[]) =>
  (members: readonly Member[]) =>
    members.some(
      ({ server }) =>
        childrenNamed(server.statement, ...names).length > 0 ||
        server.realServers.some(
          ({ statement, checkers }) =>
            childrenNamed(statement, ...names).length > 0 ||
            checkers.some((checker) => childrenNamed(checker, ...names).length > 0),
        ),
    );

export const serviceLimitList: readonly Limit[] = [
  {
    applies: hasKeyword("misc_dynamic"),
    sentence: "With misc_dynamic the program's exit status sets the weight: it is taken to stay as it is written.",
  },
  {
    applies: (members) => someChecker("FILE_CHECK", "BFD_CHECK")(members),
    sentence: "When a FILE_CHECK or a BFD_CHECK notices a failure is not in the configuration.",
  },
  {
    applies: (members) =>
      members.some(({ server }) =>
        server.realServers.some(({ checkers }) =>
          checkers.some(
            (checker) => checker.keyword.name === "UDP_CHECK" && childrenNamed(checker, "require_reply").length === 0,
          ),
        ),
      ),
    sentence:
      "A UDP_CHECK without require_reply takes silence for an answer: only a server that refuses the packet is taken out.",
  },
  {
    applies: hasKeyword("ha_suspend"),
    sentence:
      "With ha_suspend a host without the address does not check: after a failover it starts from what it knew last.",
  },
  {
    applies: (members) =>
      members.some(({ server }) => {
        const sorry = server.sorryServer?.value;
        return (
          sorry !== undefined &&
          server.realServers.some(({ address, port }) => address.text === sorry.address.text && port === sorry.port)
        );
      }),
    sentence: "A sorry server that is a real server too is taken for a server of its own.",
  },
  {
    applies: hasKeyword("quorum_up", "quorum_down"),
    sentence:
      "What the scripts of quorum_up and quorum_down do, to the instances' trackers too, is not in the configuration.",
  },
];

export function serviceLimits(members: readonly Member[]): readonly string[] {
  return serviceLimitList.filter(({ applies }) => applies(members)).map(({ sentence }) => sentence);
}
