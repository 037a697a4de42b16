import {
  argumentOf,
  childrenNamed,
  type EffectiveStatement,
  type HostConfiguration,
  headerPlace,
  statementsAt,
} from "@kalint/daemon";
import { defineHostRule } from "../define.js";
import { atEndOf, nameOf } from "../statements.js";
import { quote } from "../suggest.js";
import type { Report } from "../types.js";

export const unreachableChecker = defineHostRule({
  id: "unreachable-checker",
  category: "daemon",
  severity: "error",
  summary: "A check that keepalived leaves out, because nothing of what it names counts.",
  why: "A real server without a check counts as healthy for ever, even when it is dead.",
  advice:
    "Correct what the message names. A `BFD_CHECK` needs a `bfd_instance` that reports to the checker process, once in a real server.",
  since: "0.1.0",
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
  check(host, report) {
    for (const server of statementsAt(host, "virtual_server/real_server")) {
      reportBfdChecks(host, server, report);
      for (const checker of childrenNamed(server, "FILE_CHECK")) {
        const names = childrenNamed(checker, "track_file");
        // undefined-reference names each of them.
        if (names.length > 0 && names.every((line) => !isDefinedAbove(host, line))) {
          reportEmpty(checker, "its track_file is not defined above", report);
        }
      }
      for (const checker of childrenNamed(server, "HTTP_GET", "SSL_GET")) {
        const urls = childrenNamed(checker, "url");
        if (urls.length > 0 && urls.every((url) => childrenNamed(url, "path").length === 0)) {
          reportEmpty(checker, `${urls.length === 1 ? "its url has" : "its urls have"} no path`, report);
        }
      }
    }
  },
});

function reportEmpty(checker: EffectiveStatement, reason: string, report: Report): void {
  report({ place: headerPlace(checker), message: `${nameOf(checker)} is left out: ${reason}`, ...atEndOf(checker) });
}

/** Source: keepalived 2.4.3, check/check_bfd.c: bfd_name_handler. */
function reportBfdChecks(host: HostConfiguration, server: EffectiveStatement, report: Report): void {
  const taken = new Map<string, EffectiveStatement>();
  for (const checker of childrenNamed(server, "BFD_CHECK")) {
    const [line, ...others] = childrenNamed(checker, "name");
    const name = line && argumentOf(line);
    if (line === undefined || name === undefined || line.words.length !== 2) continue;
    const instance = host.references.find(
      (reference) => reference.kind === "bfd_instance" && reference.from === line,
    )?.definition;
    if (instance === undefined) continue;
    const word = line.words[1]!;
    const earlier = taken.get(name);
    if (!reportsToChecker(instance.statement)) {
      report({
        place: word.place,
        message: `bfd_instance ${quote(name)} reports only to VRRP: the check is left out`,
        help: "Add `checker` to the bfd_instance, or remove `vrrp` from it.",
        related: [{ place: headerPlace(instance.statement), message: "defined here" }],
        daemon: true,
      });
    } else if (earlier) {
      report({
        place: word.place,
        message: `${nameOf(server)} is already checked by bfd_instance ${quote(name)}: this check is left out`,
        help: "Remove one of the two checks.",
        related: [{ place: headerPlace(earlier), message: "the first one" }],
        severity: "warning",
        daemon: true,
      });
    } else if (others.length === 0) taken.set(name, line);
  }
}

function reportsToChecker(instance: EffectiveStatement): boolean {
  return childrenNamed(instance, "vrrp").length === 0 || childrenNamed(instance, "checker").length > 0;
}

/** A track_file without a file is left out itself. */
function isDefinedAbove(host: HostConfiguration, line: EffectiveStatement): boolean {
  return host.references.some(
    ({ from, definition }) =>
      from === line && definition && childrenNamed(definition.statement, "file").some(({ words }) => words.length > 1),
  );
}
