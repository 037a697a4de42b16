import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const sampleVirtualRouterId = defineHostRule({
  id: "sample-virtual-router-id",
  category: "vrrp",
  severity: "info",
  preset: "strict",
  summary: "The `virtual_router_id` 51 of the sample configurations (more ids can be set as an option).",
  why: "keepalived's sample files and most tutorials use 51, so another cluster on the same network may well have it. Hosts of two clusters with the same id take each other's adverts for those of their own cluster: they compete, or stay passive.",
  advice: "Choose another id from 1 to 255, after looking which ids are in use: `tcpdump -n proto 112`.",
  options: {
    ids: {
      kind: "numbers",
      default: [51],
      description: "The ids that are not to be used, such as those of a provider's own routers.",
    },
  },
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, doc/samples/keepalived.conf.vrrp; the rest is advice",
  bad: [
    { files: exampleInstance([], { id: 51 }) },
    { files: exampleInstance([], { id: 1 }), options: { ids: [1, 51] } },
  ],
  good: [{ files: exampleInstance() }],
  evidence: ["https://github.com/acassen/keepalived/issues/2444"],
  check(host, report, { ids }) {
    for (const { name, virtualRouterId } of host.instances) {
      if (virtualRouterId === undefined || !ids.includes(virtualRouterId.value)) continue;
      report({
        place: virtualRouterId.place,
        message: say`virtual_router_id ${virtualRouterId.value} of ${name} is ${virtualRouterId.value === 51 ? say`the id of most tutorials` : say`not to be used here`}: another cluster on this network may have it`,
      });
    }
  },
});
