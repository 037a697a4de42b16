import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

const block = ["authentication {", "    auth_type PASS", "    auth_pass s3cret", "}"];

export const unsupportedAuthentication = defineRemarkRule({
  id: "unsupported-authentication",
  category: "daemon",
  severity: "warning",
  summary: "VRRP authentication that the protocol does not support.",
  why: "Only VRRP version 2 has passwords. keepalived reports the block and ignores it with version 3 and in strict mode, and ignores AH for IPv6; with AH it changes `state MASTER` to BACKUP.",
  advice: "Remove the block: a password in clear text only prevents mix-ups. Since 2.4.0 there is `auth_hmac`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    { files: exampleInstance(["version 3", ...block]) },
    {
      files: exampleInstance(["authentication {", "    auth_type AH", "    auth_pass s3cret", "}"], {
        state: "MASTER",
        priority: 150,
      }),
    },
  ],
  good: [{ files: exampleInstance(["version 2", ...block]) }],
  evidence: ["https://github.com/acassen/keepalived/issues/303", "https://github.com/acassen/keepalived/issues/955"],
  remarks: {
    "authentication-unsupported": ({ because, family, version }) => {
      if (because === "strict-mode") return { message: say`strict mode allows no authentication: keepalived drops it` };
      if (because === "ipv6") return { message: say`AH does not work with IPv6: keepalived drops the authentication` };
      return {
        message: say`VRRP version 3 has no authentication: keepalived drops it${family === "ipv6" ? say` (IPv6 needs version 3)` : ""}`,
        ...(version && { related: [{ place: version, message: say`the version` }] }),
      };
    },
    "authentication-starts-backup": ({ state }) => ({
      message: say`with auth_type AH keepalived turns state MASTER into BACKUP`,
      ...(state && { related: [{ place: state, message: say`state MASTER` }] }),
      help: say`Write \`state BACKUP\`, or use \`auth_type PASS\`.`,
    }),
  },
});
