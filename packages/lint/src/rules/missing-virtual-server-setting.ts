import { childrenNamed, type EffectiveStatement, hasChild, headerPlace } from "@kalint/daemon";
import { relatedLines, say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { nameOf } from "../statements.js";

export const missingVirtualServerSetting = defineRemarkRule({
  id: "missing-virtual-server-setting",
  category: "daemon",
  severity: "error",
  summary: "A virtual server that sets no valid real server, protocol, scheduler or forwarding method.",
  why: "keepalived ignores a value that it does not know and uses its default: UDP, wlc or NAT, which is rarely what was intended. It drops a virtual server without any usable real server, and its sorry server with it.",
  advice:
    "Write `protocol TCP`, `UDP` or `SCTP`, a scheduler such as `lvs_sched wlc`, and `lvs_method NAT`, `DR` or `TUN`.",
  followsFrom: relatedLines.forwarding,
  since: "0.1.0",
  source: "keepalived 2.4.3, check/check_data.c: validate_check_config; check/check_parser.c: vs_end_handler",
  bad: [
    {
      files: `virtual_server_group web {
    192.0.2.10 80
}

${exampleServer([], { header: "group web", scheduler: "rr", protocol: undefined })}`,
    },
  ],
  good: [
    {
      files: `virtual_server_group web {
    192.0.2.10 80
}

${exampleServer([], { header: "group web", scheduler: "rr" })}`,
    },
  ],
  remarks: {
    "virtual-server-unserved": ({ virtualServer, realServers }) => ({
      message: say`${nameOf(virtualServer)} has no real server left: ${realServers.length === 1 ? say`the only one is` : say`all ${realServers.length} are`} dropped`,
      why: say`keepalived drops a virtual server without a usable real server: nobody listens on its address, and its sorry server is not used either.`,
      help: say`Correct the real servers that are dropped, or add another.`,
      related: realServers.map((server) => ({ place: headerPlace(server), message: say`dropped` })),
    }),
    "virtual-server-default": ({ what, virtualServer, lines, instead }) => {
      // missing-keyword speaks where there is no such line at all and one is wanted.
      if (lines.length === 0 && !isFreeToLack[what](virtualServer)) return undefined;
      return {
        message: say`${nameOf(virtualServer)} has no valid ${what.replace("-", " ")}: keepalived takes ${instead}`,
        help: helps[what](),
        related: lines.map((line) => ({ place: headerPlace(line), message: say`not accepted` })),
      };
    },
  },
});

const helps = {
  protocol: () => say`Write \`protocol TCP\`, \`protocol UDP\` or \`protocol SCTP\`.`,
  scheduler: () => say`Write a scheduler such as \`lvs_sched wlc\` or \`lvs_sched rr\`.`,
  "forwarding-method": () => say`Write \`lvs_method NAT\`, \`lvs_method DR\` or \`lvs_method TUN\`, in capitals.`,
} as const;

/** Where missing-keyword does not ask for the line. */
const isFreeToLack: Readonly<Record<keyof typeof helps, (virtualServer: EffectiveStatement) => boolean>> = {
  protocol: ({ wording: { words } }) => words[1]?.value === "group",
  scheduler: () => false,
  // Each real server has its own: only the sorry server lacks one.
  "forwarding-method": (virtualServer) =>
    childrenNamed(virtualServer, "real_server").every((server) => hasChild(server, "lvs_method")),
};
