/** What the daemon says of a virtual server that stays. Source: keepalived 2.4.3, check/check_data.c: validate_check_config. */
import { keywordAt, switchesOf, type Version } from "@kalint/schema";
import { childrenNamed } from "../bind/sources.js";
import type { RemarkCollector } from "../remarks.js";
import { headerPlace } from "../statements.js";
import type { EffectiveStatement } from "../types.js";
import { isSameSocket, portOf, servesAddresses, servesMarks } from "./addresses.js";
import type { RealServer, SorryServer, VirtualServer } from "./model.js";
import { defaultNumber } from "./records.js";
import type { ReadVirtualServer } from "./virtual-server.js";

export function remarkOn(
  server: VirtualServer,
  read: ReadVirtualServer,
  remarks: RemarkCollector,
  target: Version,
): void {
  remarkDefaults(server, read, remarks, target);
  remarkQuorum(server, remarks);
  for (const each of [...server.realServers, ...(server.sorryServer ? [server.sorryServer] : [])]) {
    remarkPort(server, each, remarks);
  }
  remarkSorryServer(server, remarks);
  remarkMarks(server, remarks);
  remarkPersistence(server, remarks);
}

function remarkDefaults(
  server: VirtualServer,
  read: ReadVirtualServer,
  remarks: RemarkCollector,
  target: Version,
): void {
  const { statement } = server;
  // A server that has read no method of its own, and none above it, waits for the virtual server's.
  const waits = [...read.realServers, ...(read.sorryServer ? [read.sorryServer] : [])].some(
    ({ forwarding }) => forwarding === undefined,
  );
  const missing = [
    ["protocol", ["protocol"], server.protocol === undefined && servesAddresses(server)],
    ["scheduler", ["lvs_sched", "lb_algo"], server.scheduler === undefined],
    ["forwarding-method", ["lvs_method", "lb_kind"], server.forwarding === undefined && waits],
  ] as const;
  for (const [what, names, isMissing] of missing) {
    if (!isMissing) continue;
    const reported = what !== "forwarding-method" || switchesOf(target).reportsUnknownMethod;
    remarks[reported ? "afterwards" : "unsaid"](headerPlace(statement), {
      kind: "virtual-server-default",
      what,
      virtualServer: statement,
      lines: childrenNamed(statement, ...names),
      instead: keywordAt(`virtual_server/${names[0]}`)!.default!,
    });
  }
}

function remarkQuorum(server: VirtualServer, remarks: RemarkCollector): void {
  const { statement, totalWeight: sum, effectiveQuorum } = server;
  const quorum = server.quorum?.value ?? defaultNumber("quorum");
  const line = server.quorum?.from;
  if (quorum > sum) {
    const place = line?.words[1]?.place ?? headerPlace(statement);
    remarks.afterwards(place, { kind: "quorum-reduced", virtualServer: statement, quorum, sum, ...(line && { line }) });
  }
  if (server.hysteresis === undefined) return;
  const { value: hysteresis, place, from } = server.hysteresis;
  const quorumLine = line && { quorumLine: line };
  if (hysteresis >= effectiveQuorum) {
    const facts = { hysteresis, quorum: effectiveQuorum, line: from, ...quorumLine };
    remarks.afterwards(place, { kind: "hysteresis-reduced", ...facts });
  } else if (quorum <= sum && quorum + hysteresis > sum) {
    remarks.unsaid(place, { kind: "quorum-not-regained", hysteresis, quorum, sum, ...quorumLine });
  }
}

/** Only NAT can change the port. */
function remarkPort(virtualServer: VirtualServer, server: RealServer | SorryServer, remarks: RemarkCollector): void {
  const { method } = server.forwarding;
  const [, , port] = server.statement.wording.words;
  if (method === "NAT" || server.port === 0 || port === undefined) return;
  const placeOfPort = () => server.statement.words[2]!.place;
  const { service } = virtualServer;
  const reset = (because: "mark" | "group-mark" | "other-port", servicePort: number) => {
    const facts = { server: server.statement, method, virtualServer: virtualServer.statement, servicePort, because };
    remarks.afterwards(placeOfPort(), { kind: "server-port-reset", ...facts });
  };
  if (servesMarks(virtualServer)) reset(service.kind === "group" ? "group-mark" : "mark", 0);
  else if (service.kind === "group") {
    const entry = service.group?.entries.find((each) => each.kind === "addresses" && each.port !== server.port);
    if (entry?.kind !== "addresses") return;
    remarks.afterwards(placeOfPort(), {
      kind: "server-port-unlike-group",
      server: server.statement,
      method,
      entry: entry.line.place,
      address: entry.line.wording.words[0]!.value,
      port: entry.port,
    });
  } else if (portOf(virtualServer) !== server.port) reset("other-port", portOf(virtualServer));
}

/** Both are one entry of the kernel's table, which has the real server's setting. */
function remarkSorryServer({ sorryServer, realServers }: VirtualServer, remarks: RemarkCollector): void {
  const same = sorryServer && realServers.find((server) => isSameSocket(server, sorryServer));
  if (same === undefined || same.inhibit === sorryServer!.inhibit) return;
  remarks.afterwards(headerPlace(sorryServer!.statement), {
    kind: "sorry-server-inhibit-replaced",
    realServer: headerPlace(same.statement),
    inhibit: same.inhibit,
  });
}

function remarkMarks(server: VirtualServer, remarks: RemarkCollector): void {
  const { onePacket, protocol, haSuspend } = server;
  if (onePacket && protocol && protocol.value !== "UDP" && servesAddresses(server)) {
    remarks.afterwards(headerPlace(onePacket), {
      kind: "one-packet-cleared",
      line: onePacket,
      protocol: protocol.value,
      protocolPlace: headerPlace(protocol.from),
    });
  }
  if (!servesMarks(server)) return;
  const ignored: readonly (EffectiveStatement | undefined)[] = [
    servesAddresses(server) ? undefined : protocol?.from,
    haSuspend,
  ];
  for (const line of ignored) {
    if (line) remarks.afterwards(headerPlace(line), { kind: "mark-setting-ignored", line });
  }
}

function remarkPersistence(server: VirtualServer, remarks: RemarkCollector): void {
  const { service, statement, persistent } = server;
  if (persistent || !servesAddresses(server)) return;
  const open =
    service.kind === "group"
      ? service.group?.entries.find((entry) => entry.kind === "addresses" && entry.port === 0)
      : undefined;
  if (service.kind === "group" ? open === undefined : portOf(server) !== 0) return;
  remarks.afterwards(headerPlace(statement), {
    kind: "persistence-added",
    virtualServer: statement,
    seconds: Number(keywordAt("virtual_server/persistence_timeout")!.arguments[0]!.default),
    ...(open && { entry: { place: open.line.place, address: open.line.wording.words[0]!.value } }),
  });
}
