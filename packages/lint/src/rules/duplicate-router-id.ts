import { say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { type OfHost, relatedTo, type Stand } from "../cluster/members.js";
import { defineClusterRule } from "../define.js";

const globals = (id: string) => `global_defs {\n    router_id ${id}\n}\n`;

export const duplicateRouterId = defineClusterRule({
  id: "duplicate-router-id",
  category: "cluster",
  severity: "info",
  summary: "Two hosts of a cluster have the same `router_id`.",
  why: "`router_id` is the name with which a host signs its mail and SNMP answers. If two hosts share it, nobody can tell which of them reports. It plays no part in the election.",
  advice: "Give each host its own name, or remove `router_id`: the default is the host name.",
  since: "0.1.0",
  source: "keepalived 2.4.3, core/smtp.c: smtp_alert",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, before: globals("web") }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, before: globals("web") }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, before: globals("lb1") }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, before: globals("lb2") }),
      },
    },
  ],
  check(cluster, report) {
    const byName = new Map<string, Stand<OfHost>[]>();
    for (const host of cluster.hosts) {
      const { routerId } = host.global;
      if (routerId === undefined) continue;
      const stand = {
        member: { host },
        key: routerId.value,
        place: routerId.place,
        shown: say`router_id ${routerId.value}`,
      };
      byName.set(routerId.value, [...(byName.get(routerId.value) ?? []), stand]);
    }
    for (const stands of byName.values()) {
      const [first, ...rest] = stands;
      for (const stand of rest) {
        report({
          place: stand.place,
          message: say`${first!.member.host.name} has router_id ${stand.key} too`,
          related: relatedTo(stands.filter((other) => other !== stand)),
        });
      }
    }
  },
});
