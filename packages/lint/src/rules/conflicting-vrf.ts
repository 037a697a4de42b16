import { defineRemarkRule } from "../define.js";

export const conflictingVrf = defineRemarkRule({
  id: "conflicting-vrf",
  category: "daemon",
  severity: "warning",
  summary: "A VRF for an instance that has an interface or speaks multicast.",
  why: "Only a unicast instance without `interface` needs to be told its VRF; keepalived reports the line and ignores it elsewhere.",
  advice: "Remove `vrf`: the interface says which VRF the instance is in.",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    vrf red
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  good: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  remarks: {
    "vrf-ignored": ({ instance, vrf, because }) => ({
      message:
        because === "interface-before"
          ? `${instance} has an interface, so vrf ${vrf} is ignored`
          : `vrf ${vrf} is ignored, because ${instance} ${because === "interface" ? "has an interface" : "is not unicast"}`,
    }),
  },
});
