import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { nameOf } from "../statements.js";

export const missingBindInterface = defineRemarkRule({
  id: "missing-bind-interface",
  category: "daemon",
  severity: "error",
  summary: "A check of an IPv6 link-local address without `bind_if`.",
  why: "A link-local address can exist on every interface, so the check does not know which one to use. keepalived drops the check: the real server then always counts as healthy.",
  advice: "Add `bind_if` with the interface that leads to the server.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_api.c: check_conn_opts",
  bad: [
    {
      files: exampleServer([], { header: "2001:db8::10 80", scheduler: "rr", realServer: "fe80::2 80" }),
    },
  ],
  good: [
    {
      files: `virtual_server 2001:db8::10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol TCP
    real_server fe80::2 80 {
        TCP_CHECK {
            connect_timeout 3
            bind_if eth0
        }
    }
}
`,
    },
  ],
  remarks: {
    "check-without-interface": ({ check, address }) => ({
      message: say`${nameOf(check)} needs bind_if: ${address.text} is a link-local address`,
    }),
  },
});
