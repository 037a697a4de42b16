import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const bypassedVmac = defineHostRule({
  id: "bypassed-vmac",
  category: "vrrp",
  severity: "warning",
  summary: "An address with `dev` that keeps it off the instance's virtual MAC interface.",
  why: "With `use_vmac` keepalived makes an interface that has the virtual router's MAC address, and puts the addresses there. An address with `dev` and the name of the underlying interface goes to that one instead: it answers with the host's own MAC address, and other hosts must learn it anew at each failover.",
  advice: "Leave `dev` out, or name the VMAC interface.",
  since: "0.1.0",
  bad: [{ files: exampleInstance(["use_vmac"], { addresses: ["192.0.2.10/24 dev eth0"] }) }],
  good: [{ files: exampleInstance(["use_vmac"]) }],
  evidence: ["https://github.com/acassen/keepalived/issues/1957"],
  check(host, report) {
    for (const { name, vmac, addresses, excludedAddresses, interface: base } of host.instances) {
      if (vmac === undefined || base === undefined) continue;
      for (const { value, device, from } of [...addresses, ...excludedAddresses]) {
        if (device?.value !== base.value || from.words.some((word) => word.value === "use_vmac")) continue;
        report({
          place: device.place,
          message: `dev ${device.value} puts ${value.text} on the interface below the VMAC of ${name}: it has the host's own MAC address`,
          related: [{ place: vmac.place, message: "use_vmac" }],
        });
      }
    }
  },
});
