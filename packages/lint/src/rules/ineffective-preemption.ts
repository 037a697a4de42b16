import type { VrrpInstance } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import type { Finding } from "../types.js";

export const ineffectivePreemption = defineHostRule({
  id: "ineffective-preemption",
  category: "daemon",
  severity: "error",
  summary: "nopreempt or preempt_delay where keepalived cannot honour it.",
  why: "keepalived reports the line and switches it off: a host that comes back takes the address at once, which is what the line was to prevent.",
  advice:
    "Write `state BACKUP` on every host of the virtual router and let the priorities decide; use either nopreempt or preempt_delay.",
  fixable: "unsafe",
  since: "0.1.0",
  bad: [
    { files: exampleInstance(["nopreempt"], { state: "MASTER", priority: 150 }) },
    { files: exampleInstance(["nopreempt", "preempt_delay 30"]) },
  ],
  good: [{ files: exampleInstance(["nopreempt"]) }, { files: exampleInstance(["preempt_delay 30"]) }],
  evidence: ["https://github.com/acassen/keepalived/issues/1472", "https://github.com/acassen/keepalived/issues/2168"],
  check(host, report) {
    for (const instance of host.instances) {
      for (const finding of findingsOf(instance)) report({ ...finding, daemon: { line: null } });
    }
  },
});

/** In the daemon's order: what one test switches off the next no longer sees. Source: keepalived 2.4.3, vrrp/vrrp.c: vrrp_complete_instance. */
function* findingsOf(instance: VrrpInstance): Iterable<Finding> {
  const { nopreempt, preemptDelay, state, owner: isOwner, priority } = instance;
  const isMaster = state?.value === "MASTER";
  if (nopreempt && isOwner) {
    yield {
      place: nopreempt.place,
      message: "nopreempt does not work with priority 255, which owns the address",
      ...(priority && { related: [{ place: priority.place, message: "the priority" }] }),
    };
  } else if (nopreempt && isMaster) {
    yield { place: nopreempt.place, message: "nopreempt does not work with state MASTER", ...backupInstead(instance) };
  }
  if (!preemptDelay || preemptDelay.value === 0) return;
  if (isMaster) {
    yield {
      place: preemptDelay.place,
      message: "preempt_delay does not work with state MASTER",
      ...backupInstead(instance),
    };
  } else if (nopreempt && !isOwner) {
    yield {
      place: preemptDelay.place,
      message: "preempt_delay has nothing to delay: nopreempt stands in the same instance",
      related: [{ place: nopreempt.place, message: "nopreempt" }],
    };
  }
}

function backupInstead({ state }: VrrpInstance): Pick<Finding, "related" | "fixes"> {
  if (!state) return {};
  return {
    related: [{ place: state.place, message: "state MASTER" }],
    fixes: [{ title: "write `state BACKUP`", safe: false, edits: [{ ...state.place, text: "BACKUP" }] }],
  };
}
