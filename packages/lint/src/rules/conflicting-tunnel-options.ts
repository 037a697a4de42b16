import { readForwarding, statementsAt } from "@kalint/daemon";
import { defineHostRule } from "../define.js";

export const conflictingTunnelOptions = defineHostRule({
  id: "conflicting-tunnel-options",
  category: "daemon",
  severity: "error",
  summary: "Tunnel options that do not go together.",
  why: "keepalived takes the forwarding method of the line and none of its tunnel options: packets go through a plain IPIP tunnel, or the one of the virtual server.",
  advice:
    "`gue` needs a port, `ipip` (the default) takes neither port nor checksum, `gre` takes no port and no `remcsum`.",
  since: "0.1.0",
  bad: [
    {
      files: `virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method TUN type gue
    protocol TCP
    real_server 10.0.0.2 80 {
        TCP_CHECK {
            connect_timeout 3
        }
    }
}
`,
    },
  ],
  good: [
    {
      files: `virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method TUN type gue port 6080
    protocol TCP
    real_server 10.0.0.2 80 {
        TCP_CHECK {
            connect_timeout 3
        }
    }
}
`,
    },
  ],
  check(host, report) {
    for (const statement of statementsAt(host, ...paths)) {
      const { conflict } = readForwarding(statement);
      // Above its sorry server the line is not looked at.
      if (
        conflict === undefined ||
        (statement.keyword.name === "sorry_server_lvs_method" && !hasSorryServer(statement))
      )
        continue;
      report({ place: conflict.word.place, message: conflict.message, help: conflict.help, daemon: true });
    }
  },
});

const paths = [
  "virtual_server/lvs_method",
  "virtual_server/lb_kind",
  "virtual_server/sorry_server_lvs_method",
  "virtual_server/real_server/lvs_method",
];

function hasSorryServer(statement: Parameters<typeof readForwarding>[0]): boolean {
  const siblings = statement.parent?.children ?? [];
  return siblings.slice(0, siblings.indexOf(statement)).some(({ keyword }) => keyword.name === "sorry_server");
}
