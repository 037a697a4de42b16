import { defineHostRule } from "../define.js";
import type { Finding } from "../types.js";
import { type ArgumentSite, argumentSites, expectedOf } from "../values/sites.js";

export const missingArgument = defineHostRule({
  id: "missing-argument",
  category: "daemon",
  severity: "error",
  summary: "A keyword without the value that it needs.",
  why: "For most keywords keepalived stops at once (exit status 2) and does not start; for the others it drops the line.",
  advice: "Write the value behind the keyword, on the same line: a line end finishes a statement.",
  since: "0.1.0",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority
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
    for (const site of argumentSites(host)) {
      const finding = describe(site);
      if (finding) report(finding);
    }
  },
});

function describe(site: ArgumentSite): Finding | undefined {
  const { missing } = site.assignment;
  const { keyword, grammar } = site;
  const { words } = site.statement;
  if (missing === undefined || site.stray) return undefined;
  if (site.line === undefined && missing.option === undefined && keyword.missingArgument === "allowed")
    return undefined;
  const holder = missing.option?.name ?? (site.line ? (site.line.words[0]?.value ?? keyword.name) : keyword.name);
  const place = missing.option && missing.after ? missing.after.place : (site.line?.words[0] ?? words[0])!.place;
  const reported = grammar
    ? grammar.missingValue !== "logged"
    : keyword.missingArgument === "fatal" || keyword.missingArgument === "error";
  return {
    place,
    message: `${holder} needs ${expectedOf(missing.argument, site.target)}${missing.after && !missing.option ? ` after ${missing.after.value}` : ""}`,
    ...(reasonOf(site) && { why: reasonOf(site)! }),
    ...(reported && { daemon: true }),
  };
}

function reasonOf({ keyword, line }: ArgumentSite): string | undefined {
  if (line) return "keepalived reports the line and leaves it out.";
  switch (keyword.missingArgument) {
    case "fatal":
      return "keepalived stops at this line and does not start; it looks at nothing that stands below.";
    case "crash":
      return "keepalived itself crashes on this line.";
    case "error":
      return "keepalived reports the line and goes on without it.";
    case "logged":
      return "keepalived drops the line and says so only in its log.";
    default:
      return undefined;
  }
}
