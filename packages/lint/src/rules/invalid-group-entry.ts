import { serverGroups } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { quote } from "../suggest.js";

export const invalidGroupEntry = defineHostRule({
  id: "invalid-group-entry",
  category: "daemon",
  severity: "error",
  summary: "A line of a `virtual_server_group` that keepalived cannot use.",
  why: "keepalived leaves the line out and serves the rest of the group: the addresses of the line are not served.",
  advice:
    "Write `ADDRESS PORT`, `FIRST-LAST PORT` with the last byte or the whole last address, `NETWORK/LENGTH PORT` with empty host bits, or `fwmark NUMBER`.",
  since: "0.1.0",
  bad: [
    {
      files: `virtual_server_group web {
    192.0.2.10 80
    192.0.2.30-20 80
}

virtual_server group web {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
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
      files: `virtual_server_group web {
    192.0.2.10 80
    192.0.2.20-30 80
    198.51.100.0/28 80
}

virtual_server group web {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
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
    for (const { name, problems, misread } of serverGroups(host)) {
      for (const { word, message, help } of misread) report({ place: word.place, message, help });
      for (const { word, message, help } of problems) {
        report({
          place: word.place,
          message: `${message}: the line is left out of group ${quote(name)}`,
          help,
          daemon: true,
        });
      }
    }
  },
});
