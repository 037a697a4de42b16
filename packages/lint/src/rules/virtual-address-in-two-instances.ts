import { hasChild, isLinkLocal, type VirtualAddress, type VrrpInstance } from "@kalint/daemon";
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
    const byText = new Map<string, Held>();
    const look = (instance: VrrpInstance, address: VirtualAddress): void => {
      const { text } = address.value;
      const first = byText.get(text);
      const held: Held = { instance, address, later: undefined };
      if (first === undefined) {
        byText.set(text, held);
        return;
      }
      const twin = areTwins(first, held) ? first : first.later?.find((each) => areTwins(each, held));
      first.later ??= [];
      first.later.push(held);
      if (twin === undefined) return;
      report({
        place: address.place,
        message: say`${text} is a virtual address of ${twin.instance.name} already: when ${instance.name} steps down it takes the address away from it`,
        related: [{ place: twin.address.place, message: say`in ${twin.instance.name}` }],
      });
    };
    for (const instance of host.instances) {
      // In a routing domain of its own an address may stand once more.
      if (hasChild(instance.statement, "vrf")) continue;
      for (const address of instance.addresses) look(instance, address);
      for (const address of instance.excludedAddresses) look(instance, address);
    }
  },
});

/** Mostly the only one with its text. */
interface Held {
  readonly instance: VrrpInstance;
  readonly address: VirtualAddress;
  later: Held[] | undefined;
}

function areTwins(one: Held, other: Held): boolean {
  if (one.instance === other.instance) return false;
  return !isLinkLocal(other.address.value) || deviceOf(one) === deviceOf(other);
}

function deviceOf({ instance, address: { device } }: Held): string | undefined {
  return device?.value ?? instance.interface?.value;
}
