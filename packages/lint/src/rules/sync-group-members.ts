import type { SyncGroup } from "@kalint/daemon";
import { switchesOf } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { quote } from "../suggest.js";

const pair = `${exampleInstance()}\n${exampleInstance([], { name: "mail", id: 28, addresses: ["192.0.2.11/24"] })}`;
const group = (name: string, ...members: readonly string[]) =>
  `\nvrrp_sync_group ${name} {\n    group {\n${members.map((member) => `        ${member}\n`).join("")}    }\n}\n`;

export const syncGroupMembers = defineHostRule({
  id: "sync-group-members",
  category: "daemon",
  severity: "warning",
  summary: "A sync group with fewer than two members, or an instance in two sync groups.",
  why: "A sync group makes instances fail over together, so one member alone gains nothing; keepalived removes an empty group, and lets an instance be in one group only.",
  advice: "List at least two instances, each in one group.",
  readsElsewhere: true,
  since: "0.1.0",
  bad: [
    { files: pair + group("all", "web") },
    { files: pair + group("all", "web", "mail") + group("some", "web", "mail") },
  ],
  good: [{ files: pair + group("all", "web", "mail") }],
  check(host, report) {
    const names = new Set(host.instances.map(({ name }) => name));
    const taken = new Map<string, SyncGroup>();
    const { membersAtBlockEnd } = switchesOf(host.effective.target);
    for (const each of host.syncGroups) {
      const lists = each.statement.children.filter(({ keyword }) => keyword.name === "group");
      // A second list ends the group before keepalived takes it in; where members are looked at there, there is no group at all then.
      const isLost = membersAtBlockEnd && lists.some(({ skipped }) => skipped === "duplicate-block");
      if (lists.length === 0 || isLost) continue;
      const members = each.members.filter(({ value }) => names.has(value));
      const own = members.filter(({ value, place }) => {
        const other = taken.get(value);
        if (other === undefined) {
          taken.set(value, each);
          return true;
        }
        report({
          place,
          message: `${value} is a member of ${quote(other.name)} already: ${quote(each.name)} does without it`,
          related: [{ place: other.place, message: other.name }],
          daemon: { line: null },
        });
        return false;
      });
      if (each.members.length === 0) {
        const end = lists[0]!.end?.line;
        const atEnd = membersAtBlockEnd ? each.statement.end?.line : undefined;
        report({
          place: each.place,
          message: `${quote(each.name)} has no members: keepalived removes the group`,
          severity: "error",
          daemon: { line: atEnd ?? end ?? null },
        });
      } else if (own.length === 1) {
        report({
          place: each.place,
          message: `${quote(each.name)} has only one member, ${own[0]!.value}`,
          daemon: { line: null },
        });
      }
    }
  },
});
