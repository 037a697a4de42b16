import { headerPlace } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { nameOf } from "../statements.js";

export const duplicateBfdNeighbor = defineRemarkRule({
  id: "duplicate-bfd-neighbor",
  category: "daemon",
  severity: "error",
  summary: "Two `bfd_instance` blocks for the same neighbour.",
  why: "A packet from the neighbour could belong to either of them. keepalived drops the second instance unless both have their own `source_ip`.",
  advice: "Remove one of them, or give each its own `source_ip`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, bfd/bfd_parser.c: bfd_end_handler",
  bad: [
    {
      files: `bfd_instance left {
    neighbor_ip 10.0.0.2
}

bfd_instance right {
    neighbor_ip 10.0.0.2
}
`,
    },
  ],
  good: [
    {
      files: `bfd_instance left {
    neighbor_ip 10.0.0.2
    source_ip 10.0.0.1
}

bfd_instance right {
    neighbor_ip 10.0.0.2
    source_ip 10.0.1.1
}
`,
    },
  ],
  remarks: {
    "bfd-neighbor-repeated": ({ neighbor, earlier }) => ({
      message: say`${neighbor} is already the neighbour of ${nameOf(earlier)}: this instance is dropped`,
      related: [{ place: headerPlace(earlier), message: say`the first one` }],
    }),
  },
});
