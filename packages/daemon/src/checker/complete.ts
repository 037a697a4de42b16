/**
 * What the daemon makes of a virtual server once everything has been read. Source: keepalived 2.4.3 and 2.2.7,
 * check/ipwrapper.c: link_vsg_to_vs, check/check_data.c: validate_check_config.
 */
import { keywordAt, switchesOf, type Version } from "@kalint/schema";
import { childrenNamed } from "../bind/sources.js";
import type { Family } from "../objects.js";
import type { RemarkCollector } from "../remarks.js";
import { headerPlace } from "../statements.js";
import type { Mutable } from "../types.js";
import { numberInForce, switchInForce } from "../values/settings.js";
import { socketName } from "./addresses.js";
import { readChecks, scopeOf } from "./checks.js";
import { groupNamed } from "./groups.js";
import { remarkOn } from "./linked.js";
import type { Forwarding, RealServer, ServerGroup, ServiceAddress, SorryServer, VirtualServer } from "./model.js";
import { defaultNumber } from "./records.js";
import type { ReadServer, ReadVirtualServer } from "./virtual-server.js";

export function completeVirtualServer(
  read: ReadVirtualServer,
  groups: readonly ServerGroup[],
  target: Version,
  remarks: RemarkCollector,
): VirtualServer {
  const service = linked(read.service, groups);
  const dropped = reasonToDrop(read, service, groups, target, remarks);
  const realServers = withoutRepeated(read.realServers, dropped === undefined ? remarks : undefined).map((server) =>
    completeServer(server, read, target),
  );
  const server = completed(read, realServers, service, dropped);
  if (dropped === undefined) remarkOn(server, read, remarks, target);
  return server;
}

function linked(service: ServiceAddress, groups: readonly ServerGroup[]): ServiceAddress {
  if (service.kind !== "group") return service;
  const group = groupNamed(groups, service.name);
  return group === undefined ? service : { ...service, group };
}

function reasonToDrop(
  { statement, realServers, family }: ReadVirtualServer,
  service: ServiceAddress,
  groups: readonly ServerGroup[],
  target: Version,
  remarks: RemarkCollector,
): VirtualServer["dropped"] {
  if (realServers.length === 0) {
    const written = childrenNamed(statement, "real_server");
    // missing-keyword's own business where there is none at all: the schema has it as required.
    if (written.length > 0) {
      const facts = { kind: "virtual-server-unserved" as const, virtualServer: statement, realServers: written };
      const place = headerPlace(statement);
      // Formerly a virtual server of an unknown group was gone before anybody counted.
      const isKnown = service.kind !== "group" || groups.some(({ name }) => name === service.name);
      if (switchesOf(target).dropsServersAtBlockEnd) remarks.atEnd(statement, place, facts);
      else if (isKnown) remarks.afterwards(place, facts);
      else remarks.unsaid(place, facts);
    }
    return "no-real-server";
  }
  if (service.kind !== "group") return undefined;
  if (service.group === undefined) return "no-group";
  const found = familiesOf(service.group);
  if (family === undefined || found.every((each) => each === family)) return undefined;
  remarks.unsaid(headerPlace(statement), {
    kind: "virtual-server-of-other-family",
    virtualServer: statement,
    group: service.group.statement,
    expected: family,
    found,
  });
  return "group-of-other-family";
}

function familiesOf({ entries }: ServerGroup): readonly Family[] {
  return [...new Set(entries.flatMap(({ family }) => family ?? []))];
}

/** Of two that are the same the second one goes. */
function withoutRepeated(servers: readonly ReadServer[], remarks: RemarkCollector | undefined): readonly ReadServer[] {
  const first = new Map<string, ReadServer>();
  return servers.filter((server) => {
    const { statement, address, port } = server;
    const key = socketName(address, port);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, server);
      return true;
    }
    remarks?.afterwards(headerPlace(statement), {
      kind: "real-server-repeated",
      server: statement,
      earlier: headerPlace(earlier.statement),
    });
    return false;
  });
}

function completeServer(
  { statement, address, port, forwarding }: ReadServer,
  virtualServer: ReadVirtualServer,
  target: Version,
): RealServer {
  const weight = numberInForce(scopeOf(statement, "weight", target))!;
  return {
    statement,
    address,
    port,
    forwarding: forwardingIn(forwarding, virtualServer),
    ...(weight.setting && { weight: weight.setting }),
    effectiveWeight: weight.value,
    inhibit: switchInForce(scopeOf(statement, "inhibit_on_failure", target))!.value,
    checks: readChecks(statement, target),
  };
}

function forwardingIn(own: Forwarding | undefined, { forwarding }: ReadVirtualServer): Forwarding {
  return own ?? forwarding?.forwarding ?? { method: defaultMethod };
}

const defaultMethod = keywordAt("virtual_server/lvs_method")!.default as Forwarding["method"];

function completed(
  read: ReadVirtualServer,
  realServers: readonly RealServer[],
  service: ServiceAddress,
  dropped: VirtualServer["dropped"],
): VirtualServer {
  const { statement, forwarding, sorryServer, quorum, hysteresis } = read;
  const totalWeight = realServers.reduce((sum, { effectiveWeight }) => sum + effectiveWeight, 0) % 2 ** 32;
  const effectiveQuorum = Math.min(quorum?.value ?? defaultNumber("quorum"), totalWeight);
  const wanted = hysteresis?.value ?? defaultNumber("hysteresis");
  const server: Mutable<VirtualServer> = {
    statement,
    service,
    persistent: read.persistent,
    totalWeight,
    effectiveQuorum,
    // Without any weight it becomes 0 − 1, which is the largest number there is: no quorum is ever gained.
    effectiveHysteresis: wanted < effectiveQuorum ? wanted : (effectiveQuorum - 1) >>> 0,
    realServers,
  };
  // One by one: spreading a block's settings took longer than reading them.
  if (read.family) server.family = read.family;
  if (read.protocol) server.protocol = read.protocol;
  if (read.scheduler) server.scheduler = read.scheduler;
  if (forwarding) server.forwarding = forwarding.setting;
  if (read.onePacket) server.onePacket = read.onePacket;
  if (read.haSuspend) server.haSuspend = read.haSuspend;
  if (quorum) server.quorum = quorum;
  if (hysteresis) server.hysteresis = hysteresis;
  if (read.quorumUp) server.quorumUp = read.quorumUp;
  if (read.quorumDown) server.quorumDown = read.quorumDown;
  if (sorryServer) server.sorryServer = completeSorryServer(sorryServer, read);
  if (dropped) server.dropped = dropped;
  return server;
}

function completeSorryServer(server: ReadServer, virtualServer: ReadVirtualServer): SorryServer {
  const { statement, address, port, forwarding } = server;
  return {
    statement,
    address,
    port,
    forwarding: forwardingIn(forwarding, virtualServer),
    inhibit: virtualServer.inhibitsSorryServer,
  };
}
