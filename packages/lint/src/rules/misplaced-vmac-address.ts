import { say, switchesOf } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const misplacedVmacAddress = defineHostRule({
  id: "misplaced-vmac-address",
  category: "vrrp",
  severity: "warning",
  summary:
    "An address that `dev` puts on the instance's own interface although the instance has a VMAC (releases before 2.2.0).",
  why: "With `use_vmac` the addresses belong on the macvlan interface, whose MAC address moves with them. In releases before 2.2.0, `dev` with the underlying interface puts the address there instead: neighbours learn the host's own MAC address for it and have to learn another one after each failover.",
  advice: "Remove `dev`: keepalived then uses the VMAC interface.",
  since: "0.1.0",
  source: "keepalived 2.0.20, vrrp/vrrp.c: vrrp_complete_instance; the switch ownDeviceBypassesVmac",
  bad: [
    {
      files: exampleInstance(["use_vmac"], { addresses: ["192.0.2.10/24 dev eth0"] }),
      target: "2.0.20",
    },
  ],
  good: [
    { files: exampleInstance(["use_vmac"], { addresses: ["192.0.2.10/24 dev eth0"] }) },
    { files: exampleInstance(["use_vmac"]) },
    { files: exampleInstance(["use_vmac"], { addresses: ["192.0.2.10/24 dev eth1"] }) },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/364", "https://github.com/acassen/keepalived/issues/2512"],
  check(host, report) {
    if (!switchesOf(host.effective.target).ownDeviceBypassesVmac) return;
    for (const { name, vmac, interface: base, addresses, excludedAddresses } of host.instances) {
      if (vmac === undefined || base === undefined) continue;
      for (const { value, device } of [...addresses, ...excludedAddresses]) {
        if (device === undefined || device.value !== base.value) continue;
        report({
          place: device.place,
          message: say`dev ${device.value} puts ${value.text} beside the VMAC of ${name}, not on it`,
          related: [{ place: vmac.place, message: say`the VMAC` }],
        });
      }
    }
  },
});
