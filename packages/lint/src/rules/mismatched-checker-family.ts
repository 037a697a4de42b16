import { familyName, say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";

export const mismatchedCheckerFamily = defineRemarkRule({
  id: "mismatched-checker-family",
  category: "daemon",
  severity: "error",
  summary: "A check that would connect from an address of one family to an address of the other.",
  why: "keepalived ignores the later of the two lines; without a valid `connect_ip` the check has no destination at all.",
  advice:
    "Give `bindto` and `connect_ip` (or the real server, if there is no `connect_ip`) addresses of the same family, and write `connect_ip` first.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_api.c: co_ip_handler, co_srcip_handler",
  bad: [
    {
      files: `virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol TCP
    real_server 10.0.0.2 80 {
        TCP_CHECK {
            bindto 2001:db8::1
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
    lvs_method NAT
    protocol TCP
    real_server 10.0.0.2 80 {
        TCP_CHECK {
            bindto 10.0.0.1
        }
    }
}
`,
    },
  ],
  remarks: {
    "connection-of-other-family": ({ keyword, family, other }) => ({
      message: say`${keyword} is an ${familyName(family)} address, but the check ${keyword === "bindto" ? say`goes to` : say`starts from`} ${other}`,
    }),
  },
});
