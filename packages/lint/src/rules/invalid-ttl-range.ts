import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const invalidTtlRange = defineRemarkRule({
  id: "invalid-ttl-range",
  category: "daemon",
  severity: "error",
  summary: "A peer whose `min_ttl` is above its `max_ttl`.",
  why: "No advert can satisfy both: keepalived reports it and discards all adverts of the peer, so both hosts become MASTER.",
  advice: "Make `min_ttl` at most `max_ttl`. Senders use 255.",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_data.c: alloc_vrrp_unicast_peer",
  bad: [
    {
      files: exampleInstance(["unicast_peer {", "    192.0.2.2 min_ttl 255 max_ttl 250", "}"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["unicast_peer {", "    192.0.2.2 min_ttl 250 max_ttl 255", "}"]),
    },
  ],
  remarks: {
    "no-ttl-between": ({ peer, least, most }) => ({
      message: say`no advert of ${peer} can have a TTL of at least ${least} and at most ${most}: all are discarded`,
    }),
  },
});
