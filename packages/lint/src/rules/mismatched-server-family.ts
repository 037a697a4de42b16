import { headerPlace } from "@kalint/daemon";
import { familyName, say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { nameOf } from "../statements.js";

export const mismatchedServerFamily = defineRemarkRule({
  id: "mismatched-server-family",
  category: "daemon",
  severity: "error",
  summary: "A real server or sorry server of another address family than its virtual server.",
  why: "Only a tunnel can carry IPv4 to IPv6 servers, or the other way round. keepalived drops the server, and the virtual server as well if none is left.",
  advice:
    "Give the server an address of the virtual server's family, or write `lvs_method TUN` above it or in its block.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_data.c: alloc_rs, validate_check_config",
  bad: [
    {
      files: exampleServer([], {
        scheduler: "rr",
        after: ["real_server 2001:db8::3 80 {", "    TCP_CHECK {", "        connect_timeout 3", "    }", "}"],
      }),
    },
  ],
  good: [
    {
      files: exampleServer([], {
        scheduler: "rr",
        method: "TUN",
        after: ["real_server 2001:db8::3 80 {", "    TCP_CHECK {", "        connect_timeout 3", "    }", "}"],
      }),
    },
  ],
  remarks: {
    "server-of-other-family": ({ what, server, virtualServer, found, expected }) =>
      what === "ip-family"
        ? {
            message: say`ip_family ${server.wording.words[1]!.value} contradicts ${nameOf(virtualServer)}, which is ${familyName(expected)} by now`,
            why: say`keepalived ignores the line.`,
            help: say`Remove the line, or write it above the first server and with the right family.`,
          }
        : {
            message: say`${nameOf(server)} is ${familyName(found)}, its virtual server ${familyName(expected)}`,
            related: [{ place: headerPlace(virtualServer), message: say`served as ${familyName(expected)}` }],
          },
  },
});
