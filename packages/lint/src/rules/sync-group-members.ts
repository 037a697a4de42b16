import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { blockAt, lackIn } from "../statements.js";
import { quote } from "../suggest.js";

const pair = `${exampleInstance()}\n${exampleInstance([], { name: "mail", id: 28, addresses: ["192.0.2.11/24"] })}`;
const group = (name: string, ...members: readonly string[]) =>
  `\nvrrp_sync_group ${name} {\n    group {\n${members.map((member) => `        ${member}\n`).join("")}    }\n}\n`;

export const syncGroupMembers = defineRemarkRule({
  id: "sync-group-members",
  category: "daemon",
  severity: "warning",
  summary: "A sync group with fewer than two members, or an instance in two sync groups.",
  why: "A sync group makes instances fail over together, so a single member gains nothing. keepalived removes an empty group, and allows an instance in one group only.",
  advice: "List at least two instances, each in one group.",
  readsElsewhere: true,
  restsOn: "count",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_sync.c: vrrp_sync_set_group",
  bad: [
    { files: pair + group("all", "web") },
    { files: pair + group("all", "web", "mail") + group("some", "web", "mail") },
  ],
  good: [{ files: pair + group("all", "web", "mail") }],
  remarks: {
    "member-of-two-groups": ({ member, group: own, other, otherPlace }) => ({
      message: say`${member} is a member of ${quote(other)} already: ${quote(own)} does without it`,
      related: [{ place: otherPlace, message: other }],
    }),
    "sync-group-without-member": ({ group: own, place }, host) => ({
      ...lackIn(blockAt(host, place)),
      message: say`${quote(own)} has no members: keepalived removes the group`,
      severity: "error",
    }),
    "sync-group-of-one": ({ group: own, member, place }, host) => ({
      message: say`${quote(own)} has only one member, ${member}`,
      ...lackIn(blockAt(host, place)),
    }),
  },
});
