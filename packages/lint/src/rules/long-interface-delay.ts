import { say } from "@kalint/schema";
import { defineRemarkRule } from "../define.js";
import { exampleInstance } from "../examples.js";

export const longInterfaceDelay = defineRemarkRule({
  id: "long-interface-delay",
  category: "vrrp",
  severity: "warning",
  summary: "A down delay that is longer than a BACKUP waits.",
  why: "During the delay this host sends nothing and still considers itself MASTER: the BACKUP takes over, and both hold the addresses. keepalived shortens the delay and only logs it.",
  advice: "Use a delay below `(down_timer_adverts - 1) * advert_int`, or raise `down_timer_adverts`.",
  since: "0.1.0",
  source:
    "keepalived 2.4.3, vrrp/vrrp_parser.c: alloc_if_up_down_delay; vrrp/vrrp.c: vrrp_complete_instance, check_debounce_timers",
  bad: [
    {
      files: `interface_up_down_delays {
    eth0 5
}

${exampleInstance()}`,
    },
  ],
  good: [
    {
      files: `interface_up_down_delays {
    eth0 1.5
}

${exampleInstance()}`,
    },
  ],
  remarks: {
    "down-delay-beyond-takeover": ({ interface: name, instance, delay, takeover, used }) => ({
      message: say`the down delay of ${name} is ${delay} seconds, but a backup of ${instance} takes over after ${takeover}: keepalived uses ${used}`,
    }),
  },
});
