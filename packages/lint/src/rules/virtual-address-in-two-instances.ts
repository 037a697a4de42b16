import { childrenNamed, isLinkLocal, type VirtualAddress, type VrrpInstance } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";

const other = (address: string) => exampleInstance([], { name: "mail", id: 28, addresses: [address] });

export const virtualAddressInTwoInstances = defineHostRule({
  id: "virtual-address-in-two-instances",
  category: "vrrp",
  severity: "error",
  summary: "Two instances of a host have the same virtual address.",
  why: "Each instance adds the address when it becomes MASTER and removes it when it steps down, regardless of the other. When only one of them changes, the address disappears although the other is still MASTER, or it is on two hosts at once.",
  advice: "Keep the address in one instance. Addresses that must move together belong in one instance or a sync group.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_ipaddress.c: netlink_iplist",
  bad: [{ files: `${exampleInstance()}\n${other("192.0.2.10/24")}` }],
  good: [{ files: `${exampleInstance()}\n${other("192.0.2.11/24")}` }],
  check(host, report) {
    const byText = new Map<string, { readonly instance: VrrpInstance; readonly address: VirtualAddress }[]>();
    for (const instance of host.instances) {
      // In a routing domain of its own an address may stand once more.
      if (childrenNamed(instance.statement, "vrf").length > 0) continue;
      for (const address of [...instance.addresses, ...instance.excludedAddresses]) {
        const earlier = byText.get(address.value.text) ?? [];
        const twin = earlier.find(
          (each) =>
            each.instance !== instance &&
            (!isLinkLocal(address.value) || deviceOf(each.instance, each.address) === deviceOf(instance, address)),
        );
        earlier.push({ instance, address });
        byText.set(address.value.text, earlier);
        if (twin === undefined) continue;
        report({
          place: address.place,
          message: say`${address.value.text} is a virtual address of ${twin.instance.name} already: when ${instance.name} steps down it takes the address away from it`,
          related: [{ place: twin.address.place, message: say`in ${twin.instance.name}` }],
        });
      }
    }
  },
});

function deviceOf(instance: VrrpInstance, { device }: VirtualAddress): string | undefined {
  return device?.value ?? instance.interface?.value;
}
