import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { removeLine } from "../edits.js";
import { exampleInstance } from "../examples.js";

export const duplicateUnicastPeer = defineRemarkRule({
  id: "duplicate-unicast-peer",
  category: "daemon",
  severity: "warning",
  summary: "A unicast peer that is listed twice.",
  why: "keepalived 2.3.3 and newer report the second line and ignore it; older releases send each advert twice.",
  advice: "Remove one of the lines, or correct the address.",
  fixable: "sometimes",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, vrrp/vrrp_data.c: alloc_vrrp_unicast_peer",
  bad: [
    {
      files: exampleInstance(["unicast_peer {", "    192.0.2.2", "    192.0.2.2", "}"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["unicast_peer {", "    192.0.2.2", "    192.0.2.3", "}"]),
    },
  ],
  remarks: {
    "peer-twice": ({ peer, first, line, ignored }, host) => ({
      message: say`the peer ${peer} is listed twice: ${ignored ? say`this one is ignored` : say`it gets every advert twice`}`,
      related: [{ place: first, message: say`the other one` }],
      fixes: removeLine(host, line, ignored),
      ...(!ignored && { severity: "warning" }),
    }),
  },
});
