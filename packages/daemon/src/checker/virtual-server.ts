import { switchesOf } from "@kalint/schema";
import type { Family, HostConfiguration, IpAddress } from "../objects.js";
import { argumentOf } from "../statements.js";
import type { EffectiveStatement } from "../types.js";
import { readBoolean, readSocketAddress, readUnsigned } from "../values.js";
import { type ForwardingMethod, readForwarding } from "./forwarding.js";
import { isGranularity } from "./granularity.js";
import type { FamilyMismatch, RealServer, Service } from "./virtual-servers.js";

const schedulers: ReadonlySet<string> = new Set([
  "rr",
  "wrr",
  "lc",
  "wlc",
  "lblc",
  "sh",
  "mh",
  "dh",
  "fo",
  "ovf",
  "lblcr",
  "sed",
  "nq",
  "twos",
]);
const flagNames: ReadonlySet<string> = new Set(["hashed", "sh-port", "sh-fallback", "mh-port", "mh-fallback"]);
const most = 0xffffffff;
const mostWeight = 0x7fffffff;

/** What the daemon holds while it reads a block, one line after the other. */
interface State {
  family?: Family;
  protocol?: { readonly value: "TCP" | "UDP" | "SCTP"; readonly statement: EffectiveStatement };
  scheduler?: string;
  method?: ForwardingMethod;
  persistent: boolean;
  onePacket?: EffectiveStatement;
  haSuspend?: EffectiveStatement;
  quorum: { readonly value: number; readonly statement?: EffectiveStatement };
  hysteresis: { readonly value: number; readonly statement?: EffectiveStatement };
  weight: number;
  inhibit: boolean;
  readonly realServers: RawRealServer[];
  sorryServer?: RawSorryServer;
  readonly mismatches: FamilyMismatch[];
  readonly withoutSorryServer: EffectiveStatement[];
  readonly flags: { readonly statement: EffectiveStatement; readonly scheduler: string | undefined }[];
}

interface RawRealServer extends Omit<RealServer, "method" | "weight" | "inhibit"> {
  readonly method: ForwardingMethod | undefined;
  readonly weight: number | undefined;
  readonly inhibit: boolean | undefined;
}

interface RawSorryServer {
  readonly statement: EffectiveStatement;
  readonly address: IpAddress;
  readonly port: number;
  method: ForwardingMethod | undefined;
  inhibit: boolean;
}

/**
 * A virtual server as the daemon has it at the block's end; `undefined` for a header that it does not take.
 * Source: keepalived 2.4.3, check/check_parser.c (handlers, vs_end_handler), check/check_data.c: alloc_vs, alloc_rs, alloc_ssvr.
 */
export function readService(host: HostConfiguration, statement: EffectiveStatement): Service | undefined {
  const header = readHeader(statement);
  if (header === undefined) return undefined;
  const { family, ...rest } = header;
  const state: State = {
    ...(family && { family }),
    persistent: false,
    quorum: { value: 1 },
    hysteresis: { value: 0 },
    weight: 1,
    inhibit: false,
    realServers: [],
    mismatches: [],
    withoutSorryServer: [],
    flags: [],
  };
  for (const child of statement.children) readChild(state, child);
  endService(state, header.kind, host);
  return finish(statement, rest, state);
}

function readHeader(statement: EffectiveStatement) {
  const first = argumentOf(statement);
  const second = argumentOf(statement, 2);
  if (first === undefined) return undefined;
  if (first === "group") {
    return second === undefined ? undefined : { kind: "group" as const, port: 0, mark: 0, groupName: second };
  }
  if (first === "fwmark") {
    const mark = second === undefined ? undefined : readUnsigned(second, { min: 0, max: most }).value;
    return mark === undefined ? undefined : { kind: "fwmark" as const, port: 0, mark };
  }
  const server = readServer(statement);
  return server && { kind: "address" as const, port: server.port, mark: 0, family: server.address.family };
}

/** Address and port; a port of zeros only is none. */
function readServer(statement: EffectiveStatement): { readonly address: IpAddress; readonly port: number } | undefined {
  const address = readSocketAddress(argumentOf(statement) ?? "").value;
  const text = argumentOf(statement, 2);
  if (address === undefined) return undefined;
  if (text === undefined || /^0*$/.test(text)) return { address, port: 0 };
  const port = readUnsigned(text, { min: 1, max: 65535 }).value;
  return port === undefined ? undefined : { address, port };
}

function readChild(state: State, child: EffectiveStatement): void {
  const { name } = child.keyword;
  if (flagNames.has(name)) state.flags.push({ statement: child, scheduler: state.scheduler });
  handlers[name]?.(state, child, argumentOf(child));
}

type Handler = (state: State, child: EffectiveStatement, value: string | undefined) => void;

const setScheduler: Handler = (state, _child, value) => {
  if (value !== undefined && schedulers.has(value)) state.scheduler = value;
};

const handlers: Readonly<Record<string, Handler>> = {
  ip_family: readFamily,
  protocol(state, statement, text) {
    const value = text?.toUpperCase();
    if (value === "TCP" || value === "UDP" || value === "SCTP") state.protocol = { value, statement };
  },
  lvs_sched: setScheduler,
  lb_algo: setScheduler,
  lvs_method: setMethod,
  lb_kind: setMethod,
  persistence_timeout(state, _child, value) {
    if (value === undefined || readUnsigned(value, { min: 1, max: 2_678_400 }).value !== undefined) {
      state.persistent = true;
    }
  },
  persistence_granularity(state, _child, value) {
    if (value === undefined || !isGranularity(value, state.family)) return;
    state.family ??= value.includes(".") ? "ipv4" : "ipv6";
    state.persistent = true;
  },
  ops(state, child) {
    state.onePacket = child;
  },
  ha_suspend(state, child) {
    state.haSuspend = child;
  },
  inhibit_on_failure(state) {
    state.inhibit = true;
  },
  quorum(state, statement, value) {
    state.quorum = { value: (value && readUnsigned(value, { min: 1, max: most }).value) || 1, statement };
  },
  hysteresis(state, statement, text) {
    const value = text === undefined ? undefined : readUnsigned(text, { min: 0, max: most }).value;
    if (value !== undefined) state.hysteresis = { value, statement };
  },
  weight(state, _child, value) {
    state.weight = (value && readUnsigned(value, { min: 1, max: mostWeight }).value) || state.weight;
  },
  sorry_server(state, statement) {
    const server = readServer(statement);
    if (server) state.sorryServer = { ...server, statement, method: state.method, inhibit: false };
  },
  sorry_server_inhibit(state, child) {
    if (state.sorryServer) state.sorryServer.inhibit = true;
    else state.withoutSorryServer.push(child);
  },
  sorry_server_lvs_method(state, child) {
    if (state.sorryServer) state.sorryServer.method = readForwarding(child).method ?? state.sorryServer.method;
    else state.withoutSorryServer.push(child);
  },
  real_server: readRealServer,
};

function setMethod(state: State, child: EffectiveStatement): void {
  const { method } = readForwarding(child);
  if (method !== undefined) state.method = method;
}

function readFamily(state: State, child: EffectiveStatement, value: string | undefined): void {
  const found = value === "inet" ? "ipv4" : value === "inet6" ? "ipv6" : undefined;
  if (found === undefined) return;
  if (state.family !== undefined && state.family !== found) {
    state.mismatches.push({ kind: "ip-family", statement: child, found, expected: state.family });
  } else state.family = found;
}

function readRealServer(state: State, statement: EffectiveStatement): void {
  const server = statement.skipped === undefined ? readServer(statement) : undefined;
  if (server === undefined) return;
  let { method } = state;
  let weight: number | undefined;
  let inhibit: boolean | undefined;
  for (const child of statement.children) {
    const value = argumentOf(child);
    if (child.keyword.name === "lvs_method") method = readForwarding(child).method ?? method;
    else if (child.keyword.name === "weight" && value !== undefined) {
      weight = readUnsigned(value, { min: 0, max: mostWeight }).value ?? weight;
    } else if (child.keyword.name === "inhibit_on_failure") {
      inhibit = value === undefined ? true : (readBoolean(value).value ?? inhibit);
    }
  }
  const found = server.address.family;
  if (method !== "TUN") {
    state.family ??= found;
    if (state.family !== found) {
      state.mismatches.push({ kind: "real-server", statement, found, expected: state.family });
      return;
    }
  }
  state.realServers.push({ ...server, statement, method, weight, inhibit });
}

/** Before 2.2.8 the sorry server was looked at also where no real server was left. */
function endService(state: State, kind: Service["kind"], host: HostConfiguration): void {
  const { sorryServer } = state;
  const dropped = state.realServers.length === 0;
  if (dropped && switchesOf(host.effective.target).dropsServersAtBlockEnd) return;
  if (sorryServer && sorryServer.method !== "TUN") {
    const found = sorryServer.address.family;
    state.family ??= found;
    if (state.family !== found) {
      state.mismatches.push({ kind: "sorry-server", statement: sorryServer.statement, found, expected: state.family });
      delete state.sorryServer;
    }
  }
  if (state.family === undefined && kind !== "group" && !dropped) {
    const families = [state.sorryServer, ...state.realServers].flatMap((server) => server?.address.family ?? []);
    state.family = new Set(families).size === 1 ? families[0]! : "ipv4";
  }
}

function finish(
  statement: EffectiveStatement,
  header: Pick<Service, "kind" | "port" | "mark" | "groupName">,
  state: State,
): Service {
  const { realServers, sorryServer, method, weight, inhibit, ...rest } = state;
  return {
    ...header,
    ...rest,
    statement,
    ...(method && { method }),
    needsMethod:
      realServers.some((server) => server.method === undefined) ||
      (sorryServer !== undefined && sorryServer.method === undefined),
    realServers: realServers.map((server) => ({
      ...server,
      method: server.method ?? method ?? "NAT",
      weight: server.weight ?? weight,
      inhibit: server.inhibit ?? inhibit,
    })),
    ...(sorryServer && { sorryServer: { ...sorryServer, method: sorryServer.method ?? method ?? "NAT" } }),
  };
}
