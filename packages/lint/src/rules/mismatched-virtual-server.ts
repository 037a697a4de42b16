import type { Cluster } from "@kalint/cluster";
import {
  argumentOf,
  type HostConfiguration,
  type Place,
  protocolOf,
  serviceName,
  type VirtualServer,
} from "@kalint/daemon";
import { relatedLines, say } from "@kalint/schema";
import { exampleHost } from "../cluster/example.js";
import { disagreements, hostNamesOf, type OfHost, placeFor, type Stand, verb } from "../cluster/members.js";
import { balancers, type HostedServer, servicesOf } from "../cluster/services.js";
import { comparedSetting } from "../cluster/settings.js";
import { defineClusterRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { anyOf } from "../suggest.js";
import type { Finding } from "../types.js";

interface Compared {
  readonly names: readonly [string, ...string[]];
  /** What a server without it has. */
  readonly otherwise?: string;
  readonly info?: true;
}

const settings: readonly Compared[] = [
  { names: ["protocol"], otherwise: "UDP" },
  { names: ["lb_algo", "lvs_sched"] },
  { names: ["lb_kind", "lvs_method"] },
  { names: ["persistence_timeout"] },
  { names: ["persistence_granularity"] },
  { names: ["persistence_engine"] },
  { names: ["ops"] },
  { names: ["hashed"] },
  { names: ["sh-port"] },
  { names: ["sh-fallback"] },
  { names: ["mh-port"] },
  { names: ["mh-fallback"] },
  { names: ["alpha"] },
  { names: ["omega"] },
  { names: ["quorum"], otherwise: "1" },
  { names: ["hysteresis"], otherwise: "0" },
  { names: ["sorry_server"] },
  { names: ["virtualhost"] },
  { names: ["delay_loop"], info: true },
];

export const mismatchedVirtualServer = defineClusterRule({
  id: "mismatched-virtual-server",
  category: "cluster",
  severity: "warning",
  summary: "A virtual server is missing on a host of the cluster, or is configured differently there.",
  why: "After a failover the other host serves the same addresses: it refuses what it does not balance, and what it balances differently breaks sessions and shifts the load on the real servers.",
  advice: "Keep the virtual servers identical on all hosts, for example by including a common file.",
  options: {
    ignore: {
      kind: "words",
      among: settings.flatMap(({ names }) => names),
      default: [],
      description: "Settings that may differ.",
    },
  },
  followsFrom: relatedLines.services,
  since: "0.1.0",
  source: "advice, and no claim about keepalived",
  bad: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, after: exampleServer([], { method: "NAT" }) }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, after: exampleServer([], { method: "TUN" }) }),
      },
    },
  ],
  good: [
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, after: exampleServer() }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, after: exampleServer() }),
      },
    },
    {
      files: {
        "lb1/keepalived.conf": exampleHost({ priority: 150, after: exampleServer(["sorry_server 10.0.0.8 80"]) }),
        "lb2/keepalived.conf": exampleHost({ priority: 100, after: exampleServer(["sorry_server 10.0.0.9 80"]) }),
      },
      options: { ignore: ["sorry_server"] },
    },
  ],
  check(cluster, report, { ignore }) {
    const hosts = balancers(cluster);
    if (hosts.length === 0) return;
    for (const finding of idleHosts(cluster, hosts)) report(finding);
    for (const finding of differentGroups(hosts)) report(finding);
    for (const services of servicesOf(cluster)) {
      const missing = missingOn(services, hosts);
      if (missing !== undefined) report(missing);
      for (const setting of settings.filter(({ names }) => !names.some((name) => ignore.includes(name)))) {
        const stands = services.map((service): Stand<HostedServer> => standOf(service, setting));
        const name = serviceName(services[0]!.server);
        const findings = disagreements(stands, (stand, agreed) => ({
          message: say`${name} has ${stand.shown} on ${stand.member.host.name}, and ${agreed[0]!.shown} on ${hostNamesOf(agreed)}`,
          ...(setting.info && { severity: "info" as const }),
        }));
        for (const finding of findings) report(finding);
      }
    }
  },
});

function standOf(service: HostedServer, { names, otherwise }: Compared): Stand<HostedServer> {
  const { server } = service;
  const setting = comparedSetting(server.statement.children, service.host.effective.target, ...names);
  const text = names[0] === "protocol" ? protocolOf(server) : (setting?.text ?? otherwise);
  const own = server.statement.children.findLast(({ keyword }) => names.includes(keyword.name))?.keyword.name;
  const shown = text === undefined ? say`no ${names[0]}` : `${own ?? names[0]}${text === "" ? "" : ` ${text}`}`;
  return {
    member: service,
    key: text?.toLowerCase() ?? "none",
    place: setting?.place ?? server.statement.words[0]!.place,
    shown: setting === undefined && text !== undefined ? say`${shown} by default` : shown,
  };
}

function missingOn(services: readonly HostedServer[], hosts: readonly HostConfiguration[]): Finding | undefined {
  const without = hosts.filter((host) => !services.some((service) => service.host === host));
  if (without.length === 0) return undefined;
  const [first] = services;
  const name = serviceName(first!.server);
  return {
    place: first!.server.statement.words[0]!.place,
    message: say`${anyOf(
      without.map((host) => host.name),
      "and",
    )} ${without.length === 1 ? say`has` : say`have`} no virtual_server ${name}, ${anyOf(
      services.map(({ host }) => host.name),
      "and",
    )} ${services.length === 1 ? say`has` : say`have`}`,
    related: [
      ...services.slice(1).map(({ host, server }) => ({
        place: placeOfName(server),
        message: say`${host.name}: virtual_server ${name}`,
      })),
      ...without.map((host) => ({
        place: host.virtualServers.at(-1)!.statement.words[0]?.place ?? placeFor(host),
        message: say`${host.name}: its last virtual_server is ${serviceName(host.virtualServers.at(-1)!)}`,
      })),
    ],
  };
}

/** Hosts that balance nothing while others of their cluster do. */
function idleHosts({ hosts }: Cluster, busy: readonly HostConfiguration[]): readonly Finding[] {
  const standsOf = (list: readonly HostConfiguration[]) =>
    list.map(
      (host): Stand<OfHost> => ({
        member: { host },
        key: "",
        place: host.virtualServers[0] ? placeOfName(host.virtualServers[0]) : placeFor(host),
        shown: say`${host.virtualServers.length} virtual servers`,
      }),
    );
  const others = standsOf(busy);
  return hosts
    .filter((host) => !busy.includes(host))
    .map((host) => ({
      place: placeFor(host),
      message: say`${host.name} has no virtual_server, ${hostNamesOf(others)} ${verb(others, say`has`, say`have`)} ${busy[0]!.virtualServers.length}`,
      related: others.map(({ member, place, shown }) => ({ place, message: `${member.host.name}: ${shown}` })),
    }));
}

/** `virtual_server_group` blocks of one name with other lines, whatever their order. */
function differentGroups(hosts: readonly HostConfiguration[]): readonly Finding[] {
  const byName = new Map<string, Stand<OfHost>[]>();
  for (const host of hosts) {
    for (const statement of host.effective.statements) {
      const { keyword, lines } = statement;
      const name = argumentOf(statement);
      if (keyword.path !== "virtual_server_group" || name === undefined) continue;
      const entries = lines.map((line) => line.wording.words.map(({ value }) => value).join(" ")).toSorted();
      const stand = {
        member: { host },
        key: entries.join("\n"),
        place: (statement.words[0] ?? statement).place,
        shown: entries.length === 0 ? say`nothing` : entries.join(", "),
      };
      byName.set(name, [...(byName.get(name) ?? []), stand]);
    }
  }
  return [...byName].flatMap(([name, stands]) =>
    disagreements(
      stands,
      (stand, agreed) =>
        say`virtual_server_group ${name} has ${stand.shown} on ${stand.member.host.name}, and ${agreed[0]!.shown} on ${hostNamesOf(agreed)}`,
    ),
  );
}

/** The address, or what stands in its place. */
function placeOfName({ statement }: VirtualServer): Place {
  return (statement.words[1] ?? statement).place;
}
