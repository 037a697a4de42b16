import { sameAddress, staticAddresses, type Tracker } from "@kalint/daemon";
import { protocol, relatedLines, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const unexpectedOwnerPriority = defineHostRule({
  id: "unexpected-owner-priority",
  category: "vrrp",
  severity: "warning",
  summary: "Priority 255 on a host that does not own the address.",
  why: "255 tells the other hosts that the address is this host's own, fixed address (RFC 5798: the address owner). The host becomes MASTER at once and never gives way to another, and no weight of a check lowers its priority: the address does not move when the service fails.",
  advice: `Use 1 to ${protocol.highestPriority}, such as 150 on the first host and 100 on the second.`,
  followsFrom: relatedLines.election,
  since: "0.1.0",
  source: "RFC 5798, section 6.1; keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance",
  bad: [{ files: exampleInstance([], { priority: 255 }) }],
  good: [{ files: exampleInstance([], { priority: 254 }) }],
  evidence: ["https://github.com/acassen/keepalived/issues/2219", "https://github.com/acassen/keepalived/issues/1380"],
  check(host, report) {
    const fixed = staticAddresses(host);
    for (const { name, priority, addresses, place, state, statement, trackers, owner } of host.instances) {
      if (fixed.length > 0 && addresses.some(({ value }) => fixed.some((each) => sameAddress(each, value)))) continue;
      if (owner && priority) {
        report({
          place: priority.place,
          message: say`priority 255 says that ${addresses[0]?.value.text ?? say`the address`} is this host's own fixed address (the owner's priority): ${consequence(trackers)}`,
        });
      } else if (state?.value === "MASTER" && !statement.children.some(({ keyword }) => keyword.name === "priority")) {
        report({
          place,
          message: say`${name} has state MASTER and no priority: keepalived takes 255, the address owner's: ${consequence(trackers)}`,
          help: say`Write a priority from 1 to 254.`,
        });
      }
    }
  },
});

/** A check without a weight means FAULT, for an owner too; a weight does not count. */
function consequence(trackers: readonly Tracker[]): string {
  const without = trackers.filter(({ effectiveWeight }) => effectiveWeight === 0).length;
  if (without === 0) return say`no check can take it away`;
  return without === trackers.length
    ? say`it gives way to no other host while its checks pass`
    : say`only the checks without a weight can take it away`;
}
