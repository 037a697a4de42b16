import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";

export const mismatchedBfdFamily = defineRemarkRule({
  id: "mismatched-bfd-family",
  category: "daemon",
  severity: "error",
  summary: "A `bfd_instance` with a source and a neighbour of different address families.",
  why: "keepalived drops the instance, so whatever tracks it never learns of a failure.",
  advice: "Give `source_ip` and `neighbor_ip` addresses of the same family.",
  since: "0.1.0",
  source: "keepalived 2.4.3, bfd/bfd_parser.c: bfd_end_handler",
  bad: [
    {
      files: `bfd_instance spine {
    neighbor_ip 10.0.0.2
    source_ip 2001:db8::1
}
`,
    },
  ],
  good: [
    {
      files: `bfd_instance spine {
    neighbor_ip 10.0.0.2
    source_ip 10.0.0.1
}
`,
    },
  ],
  remarks: {
    "bfd-families-differ": ({ source, neighbor, neighborPlace }) => ({
      message: say`source_ip ${source} and the neighbour ${neighbor} are of different address families`,
      related: [{ place: neighborPlace, message: say`the neighbour` }],
    }),
  },
});
