import type { EntryProblem } from "@kalint/daemon";
import { familyName, say, switchedOnIn } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { quote } from "../suggest.js";

export const invalidGroupEntry = defineRemarkRule({
  id: "invalid-group-entry",
  category: "daemon",
  severity: "error",
  summary: "A line of a `virtual_server_group` that keepalived cannot use.",
  why: "keepalived drops the line and serves the rest of the group: the addresses on this line are not served.",
  advice:
    "Write `ADDRESS PORT`, `FIRST-LAST PORT` with the last byte or the whole last address, `NETWORK/LENGTH PORT` with empty host bits, or `fwmark NUMBER`.",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_data.c: alloc_vsg_entry",
  bad: [
    {
      files: `virtual_server_group web {
    192.0.2.10 80
    192.0.2.30-20 80
}

${exampleServer([], { header: "group web", scheduler: "rr" })}`,
    },
  ],
  good: [
    {
      files: `virtual_server_group web {
    192.0.2.10 80
    192.0.2.20-30 80
    198.51.100.0/28 80
}

${exampleServer([], { header: "group web", scheduler: "rr" })}`,
    },
  ],
  remarks: {
    "group-network-cut": ({ value }, host) => ({
      message: say`keepalived ${host.effective.target} serves only the first address of "${value}": networks came with ${switchedOnIn("wideGroupRanges")}`,
      help: say`Write a range such as \`192.0.2.1-14\`.`,
    }),
    "group-entry-refused": (remark) => {
      const { message, help } = describe(remark, remark.value);
      return { message: say`${message}: the line is dropped from group ${quote(remark.group)}`, help };
    },
  },
});

function describe(entry: EntryProblem, value: string): { readonly message: string; readonly help: string } {
  switch (entry.problem) {
    case "address":
      return {
        message: say`"${value}" is not an address, range or network`,
        help: say`Write \`ADDRESS PORT\`, \`FIRST-LAST PORT\`, \`NETWORK/LENGTH PORT\` or \`fwmark NUMBER\`.`,
      };
    case "port":
      return { message: say`"${value}" is not a port`, help: say`Write a number from 1 to 65535.` };
    case "mark":
      return { message: say`"${value}" is not a firewall mark`, help: say`Write a number from 0 to 4294967295.` };
    case "mark-family":
      return {
        message: say`"${value}" is not an address family`,
        help: say`Write \`inet\` for IPv4, \`inet6\` for IPv6, or nothing.`,
      };
    case "prefix-length":
      return {
        message: say`"${value}" has no valid prefix length`,
        help: say`Write a number from 1 to ${entry.longest} after the slash.`,
      };
    case "host-bits":
      return {
        message: say`"${value}" is not a network: bits behind the first ${entry.length} are set`,
        help: say`Write the first address of the network, or a range.`,
      };
    case "range-end-family":
      return {
        message: say`the range "${value}" ends in no ${familyName(entry.family)} address`,
        help: say`Write two addresses of one family.`,
      };
    case "other-family":
      return {
        message: say`"${value}" is in a group of ${familyName(entry.family)} addresses`,
        help: say`Put it into a group of its own.`,
      };
    case "range-reversed":
      return { message: say`the range "${value}" ends before it starts`, help: say`Write the lower address first.` };
    case "range-empty":
      return {
        message: say`the range "${value}" ends at or before its start`,
        help: say`Write an end that is above the start.`,
      };
    case "range-end": {
      const part =
        entry.family === "ipv4"
          ? say`a number up to 255, the last byte`
          : say`a hexadecimal number up to ffff, the last group`;
      return {
        message: say`the range "${value}" has no valid end`,
        help: say`Write ${part} of the last address${entry.whole ? say`, or the whole address` : ""}.`,
      };
    }
  }
}
