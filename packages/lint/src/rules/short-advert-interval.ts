import { protocol, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const shortAdvertInterval = defineHostRule({
  id: "short-advert-interval",
  category: "vrrp",
  severity: "warning",
  summary: "An `advert_int` below a tenth of a second (the limit is an option).",
  why: "A BACKUP takes over after three missed adverts. At 0.05 s that is less than a fifth of a second: a busy host, a snapshot of a virtual machine or a switch that learns its ports is enough, and both hosts are MASTER until they hear each other again.",
  advice: "Use 0.1 s or more, and measure. For faster failure detection use BFD (`track_bfd`).",
  options: {
    minimum: {
      kind: "number",
      default: 0.1,
      minimum: 0.01,
      description: "The shortest interval in seconds that is fine.",
    },
  },
  restsOn: "line",
  since: "0.1.0",
  source: "RFC 5798, section 6.1; the rest is advice",
  bad: [{ files: exampleInstance(["version 3", "advert_int 0.05"]) }],
  good: [
    { files: exampleInstance(["version 3", "advert_int 0.2"]) },
    { files: exampleInstance(["version 3", "advert_int 0.05"]), options: { minimum: 0.05 } },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/1705", "https://github.com/acassen/keepalived/issues/2546"],
  check(host, report, { minimum }) {
    for (const { name, advertInterval, effectiveVersion, effectivePriority } of host.instances) {
      if (advertInterval === undefined || effectiveVersion !== 3 || advertInterval.value >= minimum) continue;
      const after = (
        (3 + (protocol.priorities - effectivePriority) / protocol.priorities) *
        advertInterval.value
      ).toFixed(2);
      report({
        place: advertInterval.place,
        message: say`with advert_int ${advertInterval.value} a pause of ${after} s makes a BACKUP of ${name} take over: 3 × ${advertInterval.value} + skew (256 − ${effectivePriority})/256 × ${advertInterval.value}`,
      });
    }
  },
});
