import { defineHostRule } from "../define.js";
import { vrrpFindings } from "../vrrp/read.js";

export const invalidTtlRange = defineHostRule({
  id: "invalid-ttl-range",
  category: "daemon",
  severity: "error",
  summary: "A peer whose min_ttl is above its max_ttl.",
  why: "No advert fulfils both: keepalived reports it, and throws all adverts of the peer away. Both nodes become master.",
  advice: "Make `min_ttl` at most `max_ttl`. Senders use 255.",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    unicast_peer {
        192.0.2.2 min_ttl 255 max_ttl 250
    }
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
    unicast_peer {
        192.0.2.2 min_ttl 250 max_ttl 255
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  check(host, report) {
    for (const finding of vrrpFindings(host, "invalid-ttl-range")) report(finding);
  },
});
