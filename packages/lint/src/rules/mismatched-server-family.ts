import { type Family, type FamilyMismatch, headerPlace, readServices, type Service } from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { atEndOf, nameOf } from "../statements.js";
import type { Finding } from "../types.js";

export const mismatchedServerFamily = defineHostRule({
  id: "mismatched-server-family",
  category: "daemon",
  severity: "error",
  summary: "A real server or sorry server of another address family than its virtual server.",
  why: "Only a tunnel can carry IPv4 to IPv6 servers or the other way round. keepalived leaves the server out, and drops the virtual server when none is left.",
  advice:
    "Give the server an address of the virtual server's family, or write `lvs_method TUN` above it or in its block.",
  since: "0.1.0",
  bad: [
    {
      files: `virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method NAT
    protocol TCP
    real_server 10.0.0.2 80 {
        TCP_CHECK {
            connect_timeout 3
        }
    }
    real_server 2001:db8::3 80 {
        TCP_CHECK {
            connect_timeout 3
        }
    }
}
`,
    },
  ],
  good: [
    {
      files: `virtual_server 192.0.2.10 80 {
    delay_loop 10
    lvs_sched rr
    lvs_method TUN
    protocol TCP
    real_server 10.0.0.2 80 {
        TCP_CHECK {
            connect_timeout 3
        }
    }
    real_server 2001:db8::3 80 {
        TCP_CHECK {
            connect_timeout 3
        }
    }
}
`,
    },
  ],
  check(host, report) {
    for (const service of readServices(host)) {
      for (const mismatch of service.mismatches) report(describe(service, mismatch));
    }
  },
});

function describe(service: Service, { kind, statement, found, expected }: FamilyMismatch): Finding {
  const word = statement.words[1] ?? statement.words[0]!;
  if (kind === "ip-family") {
    return {
      place: word.place,
      message: `ip_family ${word.value} contradicts ${nameOf(service.statement)}, which is ${names[expected]} by now`,
      why: "keepalived ignores the line.",
      help: "Remove the line, or write it above the first server and with the right family.",
      daemon: true,
    };
  }
  return {
    place: headerPlace(statement),
    message: `${nameOf(statement)} is ${names[found]}, its virtual server ${names[expected]}`,
    related: [{ place: headerPlace(service.statement), message: `served as ${names[expected]}` }],
    ...atEndOf(kind === "real-server" ? statement : service.statement),
  };
}

const names: Readonly<Record<Family, string>> = { ipv4: "IPv4", ipv6: "IPv6" };
