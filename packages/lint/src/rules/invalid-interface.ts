import { statementsAt } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { quote } from "../suggest.js";
import { vrrpFindings } from "../vrrp/read.js";

export const invalidInterface = defineHostRule({
  id: "invalid-interface",
  category: "daemon",
  severity: "error",
  summary: "A loopback interface for an instance, or a name that no interface can have.",
  why: "A loopback interface reaches no other node. keepalived reports it and ignores the line, and without an interface it does not start VRRP. A name with `/`, `:` or a blank belongs to a device file or to an address label; Linux gives it to no interface.",
  advice: "Name the interface that leads to the other nodes.",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface lo
    virtual_router_id 27
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  good: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  check(host, report) {
    for (const finding of vrrpFindings(host, "invalid-interface")) report(finding);
    for (const statement of statementsAt(host, "vrrp_instance/interface")) {
      const word = statement.words[1];
      const sign = word && signNoneHas.exec(word.value)?.[0];
      // Placeholders of a template and definitions that nobody made are other rules' business.
      if (word === undefined || sign === undefined || /[${}<>[\]]/.test(word.value)) continue;
      report({
        place: word.place,
        message: `no interface can be called ${quote(word.value)}: the name has ${sign.trim() === "" ? "a blank" : `a ${sign}`}, so keepalived does not find it and VRRP does not start`,
        help: helpFor(word.value),
      });
    }
  },
});

/** Source: Linux, net/core/dev.c: dev_valid_name. */
const signNoneHas = /[/:\s]/;

function helpFor(name: string): string {
  const path = /^\/dev\/(.+)$/.exec(name)?.[1];
  if (path !== undefined) return `Write \`interface ${path}\`.`;
  const label = /^([^/:\s]+):/.exec(name)?.[1];
  return label === undefined
    ? "Name one interface as `ip link` shows it."
    : `Write \`interface ${label}\`; a label belongs to an address: \`192.0.2.10/24 label ${name}\`.`;
}
