import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const undefinedHmacKey = defineRemarkRule({
  id: "undefined-hmac-key",
  category: "daemon",
  severity: "error",
  summary: "`auth_hmac` without a usable `active_key`.",
  why: "keepalived does not know which key to sign with. It reports it and disables signing, so that it accepts adverts from anybody.",
  advice: "Define the key that `active_key` names.",
  restsOn: "names",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [
    {
      files: exampleInstance([
        "auth_hmac {",
        "    key 2 hex:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
        "    active_key 1",
        "}",
      ]),
    },
  ],
  good: [
    {
      files: exampleInstance([
        "auth_hmac {",
        "    key 2 hex:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
        "    active_key 2",
        "}",
      ]),
    },
  ],
  remarks: {
    "no-active-hmac-key": ({ instance, id, defined }) => ({
      message: say`auth_hmac of ${instance} ${id === undefined ? say`has no active_key` : say`names key ${id} as active, which it does not define`}: nothing is signed or checked`,
      ...(defined.length > 0 && { help: say`Defined are: ${defined.join(", ")}.` }),
    }),
  },
});
