import { switchesOf } from "@kalint/schema";
import { childrenNamed } from "../bind/sources.js";
import { perHost } from "../memo.js";
import type { HostConfiguration, IpAddress } from "../objects.js";
import { argumentOf, statementsAt } from "../statements.js";
import type { EffectiveStatement } from "../types.js";
import { readDecimal, readSocketAddress, readUnsigned } from "../values.js";

/** A `bindto` or `connect_ip` of another family than what stands above it: it is left out. */
export interface ConnectionMismatch {
  readonly statement: EffectiveStatement;
  readonly address: IpAddress;
  readonly other: IpAddress;
}

/** Where a check connects to, as the daemon holds it at the end of a block. */
export interface Connection {
  /** The block at whose end the daemon looks at it: the check, or a `host` in it. */
  readonly statement: EffectiveStatement;
  /** What is missing for the connection: IPv6 link-local addresses exist once on every interface. */
  readonly unbound?: IpAddress;
  readonly mismatches: readonly ConnectionMismatch[];
}

const connecting = ["TCP_CHECK", "HTTP_GET", "SSL_GET", "SMTP_CHECK", "DNS_CHECK", "UDP_CHECK", "PING_CHECK"];

/** The connections of all checks, in order; a check that is dropped for another reason is left out. */
export const checkerConnections = perHost((host): readonly Connection[] => {
  const checkers = statementsAt(host, ...connecting.map((name) => `virtual_server/real_server/${name}`));
  return checkers.flatMap((checker) => {
    const server = checker.parent && readSocketAddress(argumentOf(checker.parent) ?? "").value;
    if (server === undefined) return [];
    if (checker.keyword.name === "SMTP_CHECK") return mailConnections(checker, server, host);
    const { mismatches, unbound } = readConnection(checker, checker.children, server);
    return [{ statement: checker, mismatches, ...(unbound && isKept(checker) && { unbound }) }];
  });
});

/** HTTP checks are dropped for want of a url first. Source: keepalived 2.4.3, check/check_http.c: http_get_check_end. */
function isKept(checker: EffectiveStatement): boolean {
  if (checker.keyword.name !== "HTTP_GET" && checker.keyword.name !== "SSL_GET") return true;
  return childrenNamed(checker, "url").some((url) => childrenNamed(url, "path").length > 0);
}

/** Source: keepalived 2.4.3, check/check_api.c: co_ip_handler, co_srcip_handler, check_conn_opts. */
function readConnection(
  statement: EffectiveStatement,
  lines: readonly EffectiveStatement[],
  initial: IpAddress | undefined,
  fallback = initial,
): Connection {
  let destination = initial;
  let source: IpAddress | undefined;
  let bound = false;
  const mismatches: ConnectionMismatch[] = [];
  for (const line of lines) {
    const value = argumentOf(line);
    if (value === undefined) continue;
    const address = readSocketAddress(value).value;
    if (line.keyword.name === "connect_ip") {
      destination = address;
      if (address && source && address.family !== source.family) {
        mismatches.push({ statement: line, address, other: source });
        destination = undefined;
      }
    } else if (line.keyword.name === "bindto") {
      source = address;
      if (address && destination && address.family !== destination.family) {
        mismatches.push({ statement: line, address, other: destination });
        source = undefined;
      }
    } else if (line.keyword.name === "bind_if" && value.length <= 15) bound = value !== "";
  }
  const used = destination ?? (initial === undefined ? fallback : undefined);
  return { statement, mismatches, ...(used && !bound && isLinkLocal(used) && { unbound: used }) };
}

/**
 * A mail check starts without an address, and its `host` blocks are connections of their own; from 2.2.8 on their lines
 * count for the check itself. Source: keepalived 2.4.3 and 2.2.7, check/check_smtp.c.
 */
function mailConnections(
  checker: EffectiveStatement,
  server: IpAddress,
  host: HostConfiguration,
): readonly Connection[] {
  const own = checker.children.filter(({ keyword }) => keyword.name !== "host");
  const hosts = childrenNamed(checker, "host");
  const merged = switchesOf(host.effective.target).mergesConnections;
  const hostConnections = hosts.map((block) => readConnection(block, merged ? [] : block.children, server));
  const lines = merged
    ? checker.children.flatMap((child) => (child.keyword.name === "host" ? child.children : [child]))
    : own;
  const main = readConnection(checker, lines, undefined, server);
  const looksAtMain = lines.some(setsConnection) || !hostConnections.some(({ unbound }) => unbound === undefined);
  const { unbound: _, ...withoutUnbound } = main;
  return [...hostConnections, looksAtMain ? main : withoutUnbound];
}

/** Whether the line sets something of the connection; a value that is refused or the same as none does not. */
function setsConnection({ keyword, words }: EffectiveStatement): boolean {
  const text = words[1]?.value ?? "";
  switch (keyword.name) {
    case "connect_ip":
    case "bindto":
      return readSocketAddress(text).value !== undefined;
    case "connect_port":
    case "bind_port":
      return readUnsigned(text, { min: 1, max: 65535 }).value !== undefined;
    case "fwmark":
      return (readUnsigned(text, { min: 1, max: 0xffffffff }).value ?? 0) > 0;
    case "bind_if":
      return text !== "" && text.length <= 15;
    case "connect_timeout":
      return readDecimal(text, { min: 0.000001, max: 4294.967295 }, 6).value !== undefined;
    default:
      return false;
  }
}

function isLinkLocal({ family, text }: IpAddress): boolean {
  return family === "ipv6" && /^fe[89ab][0-9a-f]:/.test(text);
}
