import {
  type Family,
  type GroupEntry,
  type HostConfiguration,
  headerPlace,
  type Place,
  perObject,
  protocolOf,
  type VirtualServer,
} from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleServer } from "../examples.js";
import { lineShown } from "../reading.js";
import { nameOf } from "../statements.js";
import type { Finding } from "../types.js";

export const duplicateVirtualServer = defineHostRule({
  id: "duplicate-virtual-server",
  category: "lvs",
  severity: "error",
  summary: "Two virtual servers with the same address, port and protocol.",
  why: "The kernel identifies a service by these three values. keepalived accepts both blocks without a message; the kernel rejects the second service and then adds the real servers of both blocks to the first. The scheduler, the persistence and the other settings of the second block never count. Each block counts its own quorum, so the sorry server of one is added while the servers of the other still work.",
  advice: "Put all real servers into one block, or correct the address, the port or the protocol of one of them.",
  since: "0.1.0",
  source: "keepalived 2.4.3, check/ipvswrapper.c: ipvs_talk; ip_vs_ctl.c of Linux",
  bad: [{ files: `${exampleServer()}\n${exampleServer([], { realServer: "10.0.0.3 80" })}` }],
  good: [
    { files: `${exampleServer()}\n${exampleServer([], { header: "192.0.2.10 443", realServer: "10.0.0.2 443" })}` },
  ],
  check(host, report) {
    const first = new Map<string, Listener>();
    const told = new Set<string>();
    for (const server of host.virtualServers) {
      const { service } = server;
      const entries = service.kind === "group" ? service.group?.entries : undefined;
      const ofEntries = entries?.flatMap((entry) => entryListener(server, entry));
      let known = false;
      for (const listener of ofEntries ? [...listenersOf(server), ...ofEntries] : listenersOf(server)) {
        const earlier = first.get(listener.key);
        first.set(listener.key, earlier ?? listener);
        if (earlier === undefined) continue;
        if (earlier.server === server) {
          // A group is read once, however many services use it.
          const { file, start } = placeOf(listener);
          const once = `${file} ${start}`;
          if (!told.has(once)) report(repeatedEntry(listener, earlier));
          told.add(once);
        } else if (!known) {
          known = true;
          report(repeatedService(host, listener, earlier));
        }
      }
    }
  },
});

/** What a virtual server sets up in the kernel, and where that stands. */
interface Listener {
  readonly key: string;
  readonly server: VirtualServer;
  /** Of its group. */
  readonly entry?: GroupEntry;
}

function nameOfListener({ server, entry }: Listener): string {
  return entry === undefined ? nameOf(server.statement) : entry.line.words.map(({ value }) => value).join(" ");
}

function placeOf({ server, entry }: Listener): Place {
  return entry === undefined ? headerPlace(server.statement) : entry.line.place;
}

const listenersOf = perObject((server: VirtualServer): readonly Listener[] => {
  const { service, family } = server;
  if (service.kind === "fwmark") return service.mark === 0 ? [] : [{ key: markKey(service.mark, family), server }];
  if (service.kind === "group") return [{ key: `group ${service.name} ${protocolName(server)}`, server }];
  return [{ key: addressKey(service.address.text, service.port, server), server }];
});

/** Ranges and networks are dropped: they are long, and mostly meant. */
function entryListener(server: VirtualServer, entry: GroupEntry): readonly Listener[] {
  if (entry.kind === "fwmark") {
    const { mark, family = server.family } = entry;
    return mark > 0 ? [{ key: markKey(mark, family), server, entry }] : [];
  }
  if (/[/-]/.test(entry.line.wording.words[0]!.value)) return [];
  return [{ key: addressKey(entry.first, entry.port, server), server, entry }];
}

function markKey(mark: number, family: Family | undefined): string {
  return `fwmark ${mark} ${family ?? "ipv4"}`;
}

function addressKey(address: string, port: number, server: VirtualServer): string {
  return `${address} ${port} ${protocolName(server)}`;
}

/** Firewall marks have none. */
function protocolName(server: VirtualServer): string {
  return server.service.kind === "fwmark" ? "" : protocolOf(server);
}

function repeatedService(host: HostConfiguration, listener: Listener, earlier: Listener): Finding {
  const { server } = listener;
  const own = headerPlace(server.statement);
  const other = headerPlace(earlier.server.statement);
  const entries = [earlier, listener].map(placeOf).filter(({ start }) => start !== own.start && start !== other.start);
  return {
    place: own,
    message: say`${`${nameOfListener(listener)} ${protocolName(server)}`.trim()} is defined already on ${lineShown(host, placeOf(earlier), own)}: both blocks set up the same service`,
    related: [
      { place: other, message: say`the first one` },
      ...entries.map((place) => ({ place, message: say`the line of the group` })),
    ],
  };
}

function repeatedEntry(listener: Listener, earlier: Listener): Finding {
  const { service } = listener.server;
  return {
    place: placeOf(listener),
    message: say`${nameOfListener(listener)} appears twice in virtual_server_group ${service.kind === "group" ? service.name : ""}: it is one service all the same`,
    related: [{ place: placeOf(earlier), message: say`the first one` }],
    severity: "warning",
  };
}
