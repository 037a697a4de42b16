import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const conflictingStrictMode = defineRemarkRule({
  id: "conflicting-strict-mode",
  category: "daemon",
  severity: "error",
  summary: "A setting that strict mode does not allow.",
  why: "`vrrp_strict` and `strict_mode` enforce the VRRP standard. keepalived reports a setting that violates it, and overrides the setting; with unicast peers it does not start VRRP at all before 2.2.5 and since 2.4.0.",
  advice: "Remove `vrrp_strict`, which few setups need, or remove the setting that the message names.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance; the switch strictRefusesUnicast",
  bad: [
    {
      files: `global_defs {
    vrrp_strict
}

${exampleInstance(["preempt_delay 60"])}`,
      alsoGives: ["strict-mode-blocks-address"],
    },
    {
      files: `global_defs {
    vrrp_strict
}

${exampleInstance(["unicast_peer {", "    192.0.2.2", "}"])}`,
      alsoGives: ["strict-mode-blocks-address"],
    },
  ],
  good: [
    {
      files: exampleInstance(["preempt_delay 60"]),
    },
  ],
  remarks: {
    "changed-by-strict-mode": ({ instance, setting, value, becomes }) => ({
      message: say`${named(setting, value)} ${becomes === undefined ? say`is ignored` : say`becomes ${becomes}`} for ${instance}, because of strict mode`,
    }),
    "unicast-in-strict-mode": ({ instance }) => ({
      message: say`strict mode does not allow ${instance} unicast peers: VRRP does not start`,
    }),
  },
});

function named(setting: string, value: string | undefined): string {
  if (setting === "mode") return say`the mode of auth_hmac`;
  if (setting === "use_vmac") return say`the MAC address ${value}`;
  return value === undefined ? setting : `${setting} ${value}`;
}
