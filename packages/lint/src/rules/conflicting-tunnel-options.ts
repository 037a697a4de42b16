import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleServer } from "../examples.js";

export const conflictingTunnelOptions = defineRemarkRule({
  id: "conflicting-tunnel-options",
  category: "daemon",
  severity: "error",
  summary: "Tunnel options that cannot be combined.",
  why: "keepalived uses the forwarding method of the line and ignores its tunnel options: packets go through a plain IPIP tunnel, or through the tunnel of the virtual server.",
  advice:
    "`gue` requires a port, `ipip` (the default) accepts neither port nor checksum, and `gre` accepts no port and no `remcsum`.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_parser.c: svr_forwarding_handler",
  bad: [
    {
      files: exampleServer([], { scheduler: "rr", method: "TUN type gue" }),
    },
  ],
  good: [
    {
      files: exampleServer([], { scheduler: "rr", method: "TUN type gue port 6080" }),
    },
  ],
  remarks: {
    "tunnel-options-refused": (remark) => {
      const { type } = remark;
      if (remark.conflict === "port-missing") {
        return {
          message: say`a ${type} tunnel needs a port`,
          help: say`Write \`type ${type} port NUMBER\`, the UDP port on which the real server takes the tunnel.`,
        };
      }
      if (remark.conflict === "port-unused") {
        return {
          message: say`only a gue tunnel has a port, not ${type}`,
          help: say`Write \`type gue\` before the port, or leave the port out.`,
        };
      }
      const { checksum } = remark;
      return checksum === "remcsum" && type === "gre"
        ? {
            message: say`a gre tunnel has no remote checksum: remcsum does not go with it`,
            help: say`Write \`csum\`, or leave it out.`,
          }
        : {
            message: say`an ${type} tunnel has no checksum: ${checksum} does not go with it`,
            help: say`Leave ${checksum} out, or choose another type.`,
          };
    },
  },
});
