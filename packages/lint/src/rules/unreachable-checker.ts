import { relatedLines, say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { nameOf } from "../statements.js";
import { quote } from "../suggest.js";

export const unreachableChecker = defineRemarkRule({
  id: "unreachable-checker",
  category: "daemon",
  severity: "error",
  summary: "A check that keepalived drops because nothing that it names exists.",
  why: "A real server without a check always counts as healthy, even when it is dead.",
  advice:
    "Correct what the message names. A `BFD_CHECK` needs a `bfd_instance` that reports to the checker process, and is allowed once in a real server.",
  restsOn: "count",
  followsFrom: relatedLines.url,
  since: "0.1.0",
  source:
    "keepalived 2.4.3, check/check_bfd.c: bfd_name_handler, bfd_end_handler; check/check_file.c: file_end_handler",
  bad: [
    {
      files: `bfd_instance spine {
    neighbor_ip 10.0.0.2
    source_ip 10.0.0.1
    vrrp
}

virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol TCP
    real_server 10.0.0.2 80 {
        BFD_CHECK {
            name spine
        }
    }
}
`,
    },
  ],
  good: [
    {
      files: `bfd_instance spine {
    neighbor_ip 10.0.0.2
    source_ip 10.0.0.1
    checker
}

virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol TCP
    real_server 10.0.0.2 80 {
        BFD_CHECK {
            name spine
        }
    }
}
`,
    },
  ],
  remarks: {
    "check-dropped": ({ check, reason, count }) => {
      const named = {
        "track-file-undefined": say`its track_file is not defined above`,
        "url-without-path": say`${count === 1 ? say`its url has` : say`its urls have`} no path`,
      };
      return { message: say`${nameOf(check)} is dropped: ${named[reason]}` };
    },
    "bfd-check-unreported": ({ session, definition }) => ({
      message: say`bfd_instance ${quote(session)} reports only to VRRP: the check is dropped`,
      help: say`Add \`checker\` to the bfd_instance, or remove \`vrrp\` from it.`,
      related: [{ place: definition, message: say`defined here` }],
    }),
    "bfd-check-repeated": ({ session, server, earlier }) => ({
      message: say`${nameOf(server)} is already checked by bfd_instance ${quote(session)}: this check is dropped`,
      help: say`Remove one of the two checks.`,
      related: [{ place: earlier, message: say`the first one` }],
      severity: "warning",
    }),
  },
});
