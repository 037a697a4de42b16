/**
 * Virtual servers as the daemon has them at the end of their blocks. Source: keepalived 2.4.3, check/check_parser.c
 * (handlers, vs_end_handler), check/check_data.c: alloc_vs, alloc_rs, alloc_ssvr.
 */
import { keywordAt, switchesOf, type Version } from "@kalint/schema";
import { SourcedWord } from "../bind/sources.js";
import type { Family } from "../objects.js";
import type { RemarkCollector } from "../remarks.js";
import { headerPlace } from "../statements.js";
import type { EffectiveStatement } from "../types.js";
import { readUnsigned } from "../values/read.js";
import { type Setting, takeStatement } from "../values/settings.js";
import { readSocket, type Socket } from "./addresses.js";
import { readForwarding } from "./forwarding.js";
import { isGranularity } from "./granularity.js";
import { familyNamed } from "./groups.js";
import type { Forwarding, ForwardingMethod, Protocol, ServiceAddress } from "./model.js";
import { rangeOf } from "./records.js";

/** A block as it has been read, before the servers take from it what they lack. */
export interface ReadVirtualServer {
  readonly statement: EffectiveStatement;
  readonly service: ServiceAddress;
  family?: Family;
  protocol?: Setting<Protocol>;
  scheduler?: Setting<string>;
  forwarding?: { readonly forwarding: Forwarding; readonly setting: Setting<ForwardingMethod> };
  persistent: boolean;
  onePacket?: EffectiveStatement;
  haSuspend?: EffectiveStatement;
  quorum?: Setting<number>;
  hysteresis?: Setting<number>;
  quorumUp?: EffectiveStatement;
  quorumDown?: EffectiveStatement;
  readonly realServers: ReadServer[];
  sorryServer?: ReadServer;
  inhibitsSorryServer: boolean;
}

export interface ReadServer extends Socket {
  readonly statement: EffectiveStatement;
  /** Of its own, or what the virtual server has above it. */
  forwarding: Forwarding | undefined;
}

/** What reading one block needs to know. */
interface Reading {
  readonly server: ReadVirtualServer;
  readonly target: Version;
  readonly remarks: RemarkCollector;
  /** Remarks that name what comes later in the block. */
  readonly later: (() => void)[];
}

/** `undefined` for a header that the daemon does not take. */
export function readVirtualServer(
  statement: EffectiveStatement,
  target: Version,
  remarks: RemarkCollector,
): ReadVirtualServer | undefined {
  const service = readHeader(statement);
  if (service === undefined) return undefined;
  const server: ReadVirtualServer = {
    statement,
    service,
    persistent: false,
    inhibitsSorryServer: false,
    realServers: [],
    ...(service.kind === "address" && { family: service.address.family }),
  };
  const reading: Reading = { server, target, remarks, later: [] };
  for (const child of statement.children) {
    handlers[child.keyword.name]?.(reading, child);
    noteFlag(reading, child);
  }
  for (const remark of reading.later) remark();
  endBlock(reading);
  return server;
}

function readHeader(statement: EffectiveStatement): ServiceAddress | undefined {
  const [, first, second] = statement.wording.words;
  if (first === undefined) return undefined;
  if (first.value === "group") return second && { kind: "group", name: second.value };
  if (first.value === "fwmark") {
    const mark = second && readUnsigned(second.value, rangeOf(statement.keyword.arguments, "fwmark")).value;
    return mark === undefined ? undefined : { kind: "fwmark", mark };
  }
  const socket = readSocket(statement);
  return socket && { kind: "address", ...socket };
}

type Handler = (reading: Reading, child: EffectiveStatement) => void;

/** The last line that is accepted counts, as the schema has it. */
function take<Name extends "protocol" | "scheduler" | "quorum" | "hysteresis">(name: Name): Handler {
  return ({ server, target }, child) => {
    const setting = takeStatement(server[name], child, target);
    if (setting !== undefined) server[name] = setting as NonNullable<ReadVirtualServer[Name]>;
  };
}

const setForwarding: Handler = ({ server, remarks }, child) => {
  const forwarding = forwardingOf(child, remarks);
  if (forwarding) server.forwarding = { forwarding, setting: new SourcedWord(forwarding.method, child, 1) };
};

const handlers: Readonly<Record<string, Handler>> = {
  ip_family: readFamily,
  protocol: take("protocol"),
  lvs_sched: take("scheduler"),
  lb_algo: take("scheduler"),
  lvs_method: setForwarding,
  lb_kind: setForwarding,
  persistence_timeout({ server, target }, child) {
    if (takeStatement(undefined, child, target) !== undefined) server.persistent = true;
  },
  persistence_granularity({ server }, child) {
    const value = child.wording.words[1]?.value;
    if (value === undefined || !isGranularity(value, server.family)) return;
    server.family ??= value.includes(".") ? "ipv4" : "ipv6";
    server.persistent = true;
  },
  ops({ server }, child) {
    server.onePacket = child;
  },
  ha_suspend({ server }, child) {
    server.haSuspend = child;
  },
  quorum: take("quorum"),
  hysteresis: take("hysteresis"),
  // Of two the first counts.
  quorum_up({ server }, child) {
    server.quorumUp ??= child;
  },
  quorum_down({ server }, child) {
    server.quorumDown ??= child;
  },
  sorry_server({ server }, child) {
    const socket = readSocket(child);
    if (socket === undefined) return;
    server.sorryServer = { ...socket, statement: child, forwarding: server.forwarding?.forwarding };
    server.inhibitsSorryServer = false;
  },
  sorry_server_inhibit(reading, child) {
    if (hasSorryServer(reading, child)) reading.server.inhibitsSorryServer = true;
  },
  sorry_server_lvs_method(reading, child) {
    if (!hasSorryServer(reading, child)) return;
    const own = forwardingOf(child, reading.remarks);
    if (own !== undefined) reading.server.sorryServer!.forwarding = own;
  },
  real_server: readRealServer,
};

function forwardingOf(line: EffectiveStatement, remarks: RemarkCollector): Forwarding | undefined {
  const { forwarding, conflict } = readForwarding(line);
  if (conflict) remarks.onLine(line, conflict.word.place, { kind: "tunnel-options-refused", ...conflict.facts });
  return forwarding;
}

function hasSorryServer({ server, remarks, later }: Reading, child: EffectiveStatement): boolean {
  if (server.sorryServer !== undefined) return true;
  later.push(() => {
    const place = server.sorryServer && headerPlace(server.sorryServer.statement);
    const keyword = child.keyword.name;
    remarks.onLine(child, headerPlace(child), {
      kind: "sorry-server-missing",
      keyword,
      ...(place && { later: place }),
    });
  });
  return false;
}

const schedulers = keywordAt("virtual_server/lvs_sched")!.arguments.flatMap((argument) =>
  argument.type === "enum" ? argument.values.map(({ value }) => value) : [],
);

/** `sh-port` belongs to the scheduler sh; `hashed` belongs to none. */
function noteFlag({ server, remarks, later, target }: Reading, flag: EffectiveStatement): void {
  const { name, kind } = flag.keyword;
  if (kind !== "flag") return;
  const needed = schedulers.find((scheduler) => name.startsWith(`${scheduler}-`));
  if (needed === undefined && name !== "hashed") return;
  const above = server.scheduler?.value;
  if (needed !== undefined && needed === above) return;
  // Only after another scheduler with flags does keepalived say nothing.
  const isSilent =
    (above !== undefined && hasFlags.has(above)) || (needed === undefined && !switchesOf(target).reportsHashed);
  later.push(() => {
    const facts = {
      kind: "scheduler-flag-ignored" as const,
      flag,
      ...(needed && { needed }),
      ...(above && { above }),
      ...(server.scheduler && { scheduler: server.scheduler.value }),
    };
    if (isSilent) remarks.unsaid(headerPlace(flag), facts);
    else remarks.onLine(flag, headerPlace(flag), facts);
  });
}

/** The schedulers that have flags of their own: sh and mh. */
const hasFlags: ReadonlySet<string> = new Set(
  schedulers.filter((scheduler) =>
    keywordAt("virtual_server")!.children!.some(({ name }) => name.startsWith(`${scheduler}-`)),
  ),
);

function readFamily({ server, remarks }: Reading, child: EffectiveStatement): void {
  const found = familyNamed(child.wording.words[1]?.value);
  if (found === undefined) return;
  const expected = server.family;
  server.family ??= found;
  if (expected === undefined || expected === found) return;
  const facts = { server: child, virtualServer: server.statement, found, expected };
  remarks.onLine(child, child.words[1]!.place, { kind: "server-of-other-family", what: "ip-family", ...facts });
}

function readRealServer({ server, remarks }: Reading, statement: EffectiveStatement): void {
  const socket = statement.skipped === undefined ? readSocket(statement) : undefined;
  if (socket === undefined) return;
  let forwarding = server.forwarding?.forwarding;
  for (const child of statement.children) {
    if (child.keyword.name === "lvs_method") forwarding = forwardingOf(child, remarks) ?? forwarding;
  }
  const found = socket.address.family;
  if (forwarding?.method !== "TUN") {
    server.family ??= found;
    const expected = server.family;
    if (expected !== found) {
      const facts = { server: statement, virtualServer: server.statement, found, expected };
      const place = headerPlace(statement);
      remarks.atEnd(statement, place, { kind: "server-of-other-family", what: "real-server", ...facts });
      return;
    }
  }
  server.realServers.push({ ...socket, statement, forwarding });
}

/** In older releases the sorry server is looked at also where no real server is left. */
function endBlock({ server, target, remarks }: Reading): void {
  const { sorryServer, statement, service } = server;
  const dropped = server.realServers.length === 0;
  if (dropped && switchesOf(target).dropsServersAtBlockEnd) return;
  if (sorryServer && sorryServer.forwarding?.method !== "TUN") {
    const found = sorryServer.address.family;
    server.family ??= found;
    const expected = server.family;
    if (expected !== found) {
      const facts = { server: sorryServer.statement, virtualServer: statement, found, expected };
      const place = headerPlace(sorryServer.statement);
      remarks.atEnd(statement, place, { kind: "server-of-other-family", what: "sorry-server", ...facts });
      delete server.sorryServer;
    }
  }
  if (server.family === undefined && service.kind !== "group" && !dropped) {
    const families = new Set([server.sorryServer, ...server.realServers].flatMap((each) => each?.address.family ?? []));
    const [only] = families;
    server.family = families.size === 1 ? only! : "ipv4";
  }
}
