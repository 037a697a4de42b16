import { headerPlace } from "@kalint/daemon";
import { familyName, say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { nameOf } from "../statements.js";
import { anyOf } from "../suggest.js";

export const mismatchedGroupFamily = defineRemarkRule({
  id: "mismatched-group-family",
  category: "lvs",
  severity: "error",
  summary: "A virtual server whose real servers have another address family than its group.",
  why: "keepalived drops the virtual server and only logs it: `keepalived -t` does not complain, and nobody listens on the addresses.",
  advice: "Use one family for the group and its servers, or `lvs_method TUN` for all servers.",
  restsOn: "names",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/ipwrapper.c: link_vsg_to_vs",
  bad: [
    {
      files: `virtual_server_group web {
    2001:db8::10 80
}

${exampleServer([], { header: "group web", scheduler: "rr" })}`,
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
    "virtual-server-of-other-family": ({ virtualServer, group, expected, found }) => {
      const families = anyOf(
        found.map((family) => familyName(family)),
        "and",
      );
      return {
        message: say`${nameOf(virtualServer)} is dropped: its servers are ${familyName(expected)}, its group has ${families}`,
        related: [{ place: headerPlace(group), message: say`the group, with ${families}` }],
      };
    },
  },
});
