import { headerPlace } from "@kalint/daemon";
import { defineRemarkRule } from "../define.js";
import { nameOf } from "../statements.js";

export const duplicateBfdNeighbor = defineRemarkRule({
  id: "duplicate-bfd-neighbor",
  category: "daemon",
  severity: "error",
  summary: "Two `bfd_instance` blocks for one neighbour.",
  why: "A packet from the neighbour could belong to either. keepalived drops the second instance unless both have a `source_ip` of their own.",
  advice: "Remove one of them, or give each its own `source_ip`.",
  since: "0.1.0",
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
      message: `${neighbor} is already the neighbour of ${nameOf(earlier)}: this instance is left out`,
      related: [{ place: headerPlace(earlier), message: "the first one" }],
    }),
  },
});
