import type { VrrpInstance } from "@kalint/daemon";
import { switchesOf, type Version } from "@kalint/schema";
import { defineHostRule } from "../define.js";

export const duplicateVirtualRouterId = defineHostRule({
  id: "duplicate-virtual-router-id",
  category: "daemon",
  severity: "error",
  summary: "Two instances of one host use the same virtual_router_id on one interface.",
  why: "Both would be the same virtual router. keepalived stops setting up VRRP there: no instance runs at all.",
  advice:
    "Give each instance on an interface an id of its own, 1 to 255. An IPv4 and an IPv6 instance can share one; since 2.2.5 so can unicast instances that have no peer in common.",
  since: "0.1.0",
  bad: [
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

vrrp_instance mail {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_ipaddress {
        192.0.2.11/24
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

vrrp_instance mail {
    state BACKUP
    interface eth0
    virtual_router_id 28
    priority 100
    virtual_ipaddress {
        192.0.2.11/24
    }
}
`,
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/389", "https://github.com/acassen/keepalived/issues/2022"],
  check(host, report) {
    const byKey = new Map<string, VrrpInstance[]>();
    for (const instance of host.instances) {
      const { virtualRouterId, interface: device } = instance;
      if (virtualRouterId === undefined || device === undefined) continue;
      const key = `${device.value} ${virtualRouterId.value} ${instance.family ?? "ipv4"}`;
      const earlier = byKey.get(key) ?? [];
      const other = earlier.find((each) => clash(each, instance, host.effective.target));
      if (other) {
        report({
          place: virtualRouterId.place,
          message: `virtual_router_id ${virtualRouterId.value} is already used on ${device.value} by ${other.name}`,
          related: [{ place: other.virtualRouterId!.place, message: `${other.name} uses it here` }],
          daemon: { line: null },
        });
      }
      byKey.set(key, [...earlier, instance]);
    }
  },
});

/** Source: keepalived 2.4.3, vrrp/vrrp.c: instances with different peers may share. */
function clash(a: VrrpInstance, b: VrrpInstance, target: Version): boolean {
  const { peersShareRouterId } = switchesOf(target);
  const unicast = a.unicastPeers.length > 0;
  if (unicast !== b.unicastPeers.length > 0) return !peersShareRouterId;
  if (!unicast) return a.multicastGroup?.value.text === b.multicastGroup?.value.text;
  if (!peersShareRouterId) return true;
  const peers = new Set(a.unicastPeers.map(({ value }) => value.text));
  return a.source?.value.text === b.source?.value.text && b.unicastPeers.some(({ value }) => peers.has(value.text));
}
