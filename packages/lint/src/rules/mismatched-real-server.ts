import { type EffectiveStatement, type Place, type RealServer, serviceName } from "@kalint/daemon";
import { relatedLines, say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { disagreements, hostNamesOf, type Stand } from "../cluster/members.js";
import { type HostedServer, realServerName, servicesOf } from "../cluster/services.js";
import { type ComparedSetting, comparedSetting } from "../cluster/settings.js";
import { defineClusterRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { anyOf } from "../suggest.js";
import type { Finding } from "../types.js";

const settings: readonly { readonly name: string; readonly otherwise?: string }[] = [
  { name: "weight", otherwise: "1" },
  { name: "lvs_method" },
  { name: "inhibit_on_failure" },
  { name: "uthreshold" },
  { name: "lthreshold" },
];

export const mismatchedRealServer = defineClusterRule({
  id: "mismatched-real-server",
  category: "cluster",
  severity: "warning",
  summary: "A real server is missing on a host of the cluster, or has another weight there.",
  why: "After a failover the load is distributed differently: one real server gets no connections, or more than it can handle.",
  advice: "List the same real servers with the same weights on all hosts.",
  options: {
    ignore: {
      kind: "words",
      among: settings.map(({ name }) => name),
      default: [],
      description: "Settings of a real server that may differ, such as weights that each site has of its own.",
    },
  },
  followsFrom: relatedLines.servers,
  since: "0.1.0",
  source: "advice, and no claim about keepalived",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, after: exampleServer([], { server: ["weight 3"] }) }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, after: exampleServer([], { server: ["weight 30"] }) }),
      },
    },
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, after: exampleServer([], { realServer: "10.0.0.2 80" }) }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, after: exampleServer([], { realServer: "10.0.0.3 80" }) }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, after: exampleServer([], { server: ["weight 3"] }) }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, after: exampleServer([], { server: ["weight 3"] }) }),
      },
    },
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, after: exampleServer([], { server: ["weight 3"] }) }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, after: exampleServer([], { server: ["weight 30"] }) }),
      },
      options: { ignore: ["weight"] },
    },
  ],
  check(cluster, report, { ignore }) {
    for (const services of servicesOf(cluster)) {
      if (services.length < 2) continue;
      for (const finding of missingServers(services)) report(finding);
      for (const finding of differentServers(services, ignore)) report(finding);
    }
  },
});

interface Listed extends HostedServer {
  readonly realServer: RealServer;
}

/** One finding for each host that has other real servers than the most. */
function missingServers(services: readonly HostedServer[]): readonly Finding[] {
  const name = serviceName(services[0]!.server);
  const stands = services.map((service): Stand<HostedServer> => {
    const names = namesOf(service);
    return {
      member: service,
      key: names.toSorted().join(" "),
      place: service.server.statement.words[0]!.place,
      shown: names.length === 0 ? say`no real_server` : say`real_server ${names.join(", ")}`,
    };
  });
  const findings = disagreements(stands, ({ member }, agreed) => {
    const [own, theirs] = [namesOf(member), namesOf(agreed[0]!.member)];
    const missing = theirs.filter((each) => !own.includes(each));
    const extra = own.filter((each) => !theirs.includes(each));
    const there = hostNamesOf(agreed);
    const are = (list: readonly string[]) => (list.length === 1 ? say`is` : say`are`);
    if (missing.length === 0)
      return say`real_server ${anyOf(extra, "and")} of ${name} ${are(extra)} on ${member.host.name} but not on ${there}`;
    const besides = extra.length === 0 ? "" : say`, but ${anyOf(extra, "and")}`;
    return say`real_server ${anyOf(missing, "and")} of ${name} ${are(missing)} on ${there} but not on ${member.host.name}${besides}`;
  });
  return findings.map((finding) => narrowed(finding, services));
}

/** On the line of the surplus server rather than of the whole virtual server, and with the line of the missing one. */
function narrowed(finding: Finding, services: readonly HostedServer[]): Finding {
  const own = services.find(({ server }) => server.statement.file === finding.place.file);
  if (own === undefined) return finding;
  const others = services.filter((service) => service !== own);
  const theirs = new Set(others.flatMap(namesOf));
  const extra = own.server.realServers.find((each) => !theirs.has(realServerName(each)));
  const names = new Set(namesOf(own));
  const related = others.flatMap(({ host, server }) =>
    server.realServers
      .filter((each) => !names.has(realServerName(each)))
      .map((each) => ({
        place: headOf(each.statement),
        message: say`${host.name}: real_server ${realServerName(each)}`,
      })),
  );
  return {
    ...finding,
    place: extra ? headOf(extra.statement) : finding.place,
    related: [...related, ...(finding.related ?? [])],
  };
}

function headOf({ words, place }: EffectiveStatement): Place {
  return words[0]?.place ?? place;
}

function namesOf({ server }: HostedServer): readonly string[] {
  return [...new Set(server.realServers.map(realServerName))];
}

function differentServers(services: readonly HostedServer[], ignore: readonly string[]): readonly Finding[] {
  const byName = new Map<string, Listed[]>();
  for (const service of services) {
    for (const realServer of service.server.realServers) {
      const name = realServerName(realServer);
      const listed = byName.get(name) ?? [];
      if (listed.some(({ host }) => host === service.host)) continue;
      byName.set(name, [...listed, { ...service, realServer }]);
    }
  }
  return [...byName].flatMap(([name, listed]) => [
    ...settings
      .filter((setting) => !ignore.includes(setting.name))
      .flatMap(({ name: keyword, otherwise }) => {
        const stands = listed.map((member): Stand<Listed> => {
          const { statement } = member.realServer;
          const setting = settingIn(member, keyword);
          const text = setting?.text ?? otherwise;
          const shown = text === undefined ? say`no ${keyword}` : `${keyword}${text === "" ? "" : ` ${text}`}`;
          return {
            member,
            key: text ?? "none",
            place: setting?.place ?? headOf(statement),
            shown: setting === undefined && text !== undefined ? say`${shown} by default` : shown,
          };
        });
        return disagreements(
          stands,
          (stand, agreed) =>
            say`real_server ${name} has ${stand.shown} on ${stand.member.host.name}, and ${agreed[0]!.shown} on ${hostNamesOf(agreed)}`,
        );
      }),
    ...checkerFindings(name, listed),
  ]);
}

/** A weight also comes from the virtual server. */
function settingIn({ host, realServer }: Listed, keyword: string): ComparedSetting | undefined {
  if (keyword !== "weight") return comparedSetting(realServer.statement.children, host.effective.target, keyword);
  const { weight } = realServer;
  return weight && { text: String(weight.value), place: weight.from.words[0]!.place };
}

/** What is checked, not how patiently. */
function checkerFindings(name: string, listed: readonly Listed[]): readonly Finding[] {
  const stands = listed.map((member): Stand<Listed> => {
    const { checks, statement } = member.realServer;
    const kinds = checks.map(({ kind }) => kind).toSorted();
    return {
      member,
      key: kinds.join(" "),
      place: headOf(checks[0]?.statement ?? statement),
      shown: kinds.length === 0 ? say`no check` : anyOf(kinds, "and"),
    };
  });
  return disagreements(stands, (stand, agreed) => ({
    message: say`real_server ${name} has ${stand.shown} on ${stand.member.host.name}, and ${agreed[0]!.shown} on ${hostNamesOf(agreed)}`,
    severity: "info",
  }));
}
