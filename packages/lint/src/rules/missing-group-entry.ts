import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { nameOf } from "../statements.js";

export const missingGroupEntry = defineRemarkRule({
  id: "missing-group-entry",
  category: "daemon",
  severity: "error",
  summary: "A `virtual_server_group` without any usable address, or with an unclear address family.",
  why: "keepalived removes the group, and with it every virtual server that names it.",
  advice:
    "Give the group an address or a firewall mark. If it has IPv4 and IPv6 addresses, write `inet` or `inet6` after each firewall mark.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_parser.c: vsg_handler; check/check_data.c: validate_check_config",
  bad: [
    {
      files: `virtual_server_group web {
}
`,
      alsoGives: ["unused-definition"],
    },
    {
      files: `virtual_server_group web {
    192.0.2.10 80
    2001:db8::10 80
    fwmark 5
}
`,
      alsoGives: ["unused-definition"],
    },
  ],
  good: [
    {
      files: `virtual_server_group web {
    192.0.2.10 80
}

${exampleServer([], { header: "group web", scheduler: "rr" })}`,
    },
  ],
  remarks: {
    "group-dropped": ({ reason, group, refused }) =>
      reason === "mixed"
        ? {
            message: say`${nameOf(group)} has IPv4 and IPv6, and a firewall mark that does not say which it is`,
            help: say`Write \`inet\` or \`inet6\` behind the mark, or split the group.`,
          }
        : { message: say`${nameOf(group)} has no ${refused ? say`usable ` : ""}entry` },
  },
});
