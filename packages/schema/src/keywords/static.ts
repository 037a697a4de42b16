import { name } from "./arguments.js";
import type { KeywordEntry } from "./entry.js";

export const trackGroup: KeywordEntry = {
  name: "track_group",
  kind: "block",
  since: "2.0.3",
  summary:
    "Names a set of VRRP instances that enter `FAULT` when a static address, route or rule that refers to the group disappears and cannot be restored. Define the group above the entry that names it. Requires 2.0.3.",
  arguments: [name],
  defines: "track_group",
  exactHeader: true,
  missingArgument: "error",
  repetition: "unique-name",
  surplusWords: "block-skipped",
  processes: ["vrrp"],
  features: ["vrrp"],
  children: [
    {
      name: "group",
      kind: "lines",
      since: "2.0.3",
      summary:
        "The `vrrp_instance` names of the group, any number per line; they may be defined later. Required, and only once. A group none of whose members exists is dropped with only a log message.",
      lines: "words_instance",
      required: "always",
      repetition: "once",
    },
  ],
};

export const staticIpaddress: KeywordEntry = {
  name: "static_ipaddress",
  kind: "lines",
  since: "1.1.0",
  summary:
    "Addresses that keepalived sets when it starts and removes when it stops, whatever the VRRP state; one per line. Without `dev` they are set on `default_interface`; if that does not exist either, the configuration is refused. Addresses that the system sets itself do not belong here.",
  lines: "ip_address",
  processes: ["vrrp"],
  features: ["vrrp"],
};

export const staticRoutes: KeywordEntry = {
  name: "static_routes",
  kind: "lines",
  since: "1.0.1",
  summary:
    "Routes that keepalived sets when it starts and removes when it stops, whatever the VRRP state; one per line in the style of `ip route`. With `track_group` the loss of a route puts instances into `FAULT`.",
  lines: "ip_route",
  processes: ["vrrp"],
  features: ["vrrp"],
};

export const staticRules: KeywordEntry = {
  name: "static_rules",
  kind: "lines",
  since: "1.2.20",
  summary:
    "Policy routing rules that keepalived sets when it starts and removes when it stops, whatever the VRRP state; one per line in the style of `ip rule`. Give every rule a `preference`; otherwise one is generated and reported.",
  lines: "ip_rule",
  processes: ["vrrp"],
  features: ["vrrp"],
};
