import { headerPlace, numberSetting } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { nameOf } from "../statements.js";

export const conflictingThreshold = defineHostRule({
  id: "conflicting-threshold",
  category: "lvs",
  severity: "error",
  summary: "An `lthreshold` above the `uthreshold`.",
  why: "The kernel rejects a real server whose lower threshold is above its upper threshold, which is 0 by default. keepalived accepts both without a message; the server then gets no connections at all.",
  advice: "Write an `lthreshold` below `uthreshold`, or remove it: the default is three quarters of `uthreshold`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/ipvswrapper.c: ipvs_set_drule; ip_vs_ctl.c of Linux",
  bad: [{ files: exampleServer([], { server: ["uthreshold 100", "lthreshold 200"] }) }],
  good: [{ files: exampleServer([], { server: ["uthreshold 200", "lthreshold 100"] }) }],
  eachBlock: true,
  check(host, report) {
    const { target } = host.effective;
    for (const { statement } of host.virtualServers.flatMap(({ realServers }) => realServers)) {
      const upper = numberSetting(statement, "uthreshold", target);
      const lower = numberSetting(statement, "lthreshold", target);
      if (lower === undefined || lower.value <= (upper?.value ?? 0)) continue;
      const above = upper ? say`above uthreshold ${upper.value}` : say`set without an uthreshold`;
      report({
        place: headerPlace(lower.from),
        message: say`lthreshold ${lower.value} is ${above}: the kernel refuses ${nameOf(statement)}`,
        ...(upper && { related: [{ place: headerPlace(upper.from), message: say`the upper threshold` }] }),
      });
    }
  },
});
