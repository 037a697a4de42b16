/** Where checks connect to and from. Source: keepalived 2.4.3, check/check_api.c: co_ip_handler, co_srcip_handler, check_conn_opts. */
import { keywordIn, switchesOf, type Version } from "@kalint/schema";
import { childrenNamed } from "../bind/sources.js";
import { isLinkLocal } from "../networks.js";
import type { IpAddress } from "../objects.js";
import type { RemarkCollector } from "../remarks.js";
import { headerPlace } from "../statements.js";
import type { EffectiveStatement } from "../types.js";
import { readSocketAddress } from "../values/read.js";
import { defaultOf, numberSetting, takeStatement } from "../values/settings.js";

/** `kept`: the daemon does not drop the check for another reason first. */
export function checkConnection(
  check: EffectiveStatement,
  server: IpAddress,
  kept: boolean,
  target: Version,
  remarks: RemarkCollector,
): void {
  if (check.keyword.name === "SMTP_CHECK") {
    checkMailConnections(check, server, target, remarks);
    return;
  }
  const unbound = unboundDestination(check.children, server, server, target, remarks);
  if (unbound !== undefined && kept) reportUnbound(check, unbound, remarks);
  if (unbound === undefined && check.keyword.name === "UDP_CHECK") checkReplyLengths(check, target, remarks);
}

/** The destination, where it lacks an interface: IPv6 link-local addresses exist once on every interface. */
function unboundDestination(
  lines: readonly EffectiveStatement[],
  initial: IpAddress | undefined,
  fallback: IpAddress,
  target: Version,
  remarks: RemarkCollector,
): IpAddress | undefined {
  let destination = initial;
  let source: IpAddress | undefined;
  let bound = false;
  for (const line of lines) {
    const [, word] = line.wording.words;
    if (word === undefined) continue;
    const { name } = line.keyword;
    // `undefined` beside one of the other family.
    const addressBeside = (other: IpAddress | undefined): IpAddress | undefined => {
      const address = readSocketAddress(word.value).value;
      if (address === undefined || other === undefined || address.family === other.family) return address;
      const { family } = address;
      remarks.onLine(line, line.words[1]!.place, {
        kind: "connection-of-other-family",
        keyword: name,
        family,
        other: other.text,
      });
      return undefined;
    };
    if (name === "connect_ip") destination = addressBeside(source);
    else if (name === "bindto") source = addressBeside(destination);
    else if (name === "bind_if" && isInterface(line, target)) bound = word.value !== "";
  }
  const used = destination ?? (initial === undefined ? fallback : undefined);
  return used !== undefined && !bound && isLinkLocal(used) ? used : undefined;
}

function reportUnbound(check: EffectiveStatement, address: IpAddress, remarks: RemarkCollector): void {
  remarks.atEnd(check, headerPlace(check), { kind: "check-without-interface", check, address });
}

/**
 * A mail check starts without an address, and its `host` blocks are connections of their own; in later releases their
 * lines count for the check itself. Source: keepalived 2.4.3 and 2.2.7, check/check_smtp.c.
 */
function checkMailConnections(
  check: EffectiveStatement,
  server: IpAddress,
  target: Version,
  remarks: RemarkCollector,
): void {
  const merged = switchesOf(target).mergesConnections;
  let someBound = false;
  const hosts = childrenNamed(check, "host");
  for (const host of hosts) {
    const unbound = unboundDestination(merged ? [] : host.children, server, server, target, remarks);
    someBound ||= unbound === undefined;
    if (unbound !== undefined) reportUnbound(host, unbound, remarks);
  }
  const lines = check.children.flatMap((child) =>
    child.keyword.name === "host" ? (merged ? child.children : []) : [child],
  );
  const unbound = unboundDestination(lines, undefined, server, target, remarks);
  const looksAtCheck = !someBound || lines.some((line) => setsConnection(line, target));
  if (unbound !== undefined && looksAtCheck) reportUnbound(check, unbound, remarks);
}

/** Whether the line sets something of the connection; a value that is refused or the same as none does not. */
function setsConnection(line: EffectiveStatement, target: Version): boolean {
  switch (line.keyword.name) {
    case "bind_if":
      return isInterface(line, target) && line.wording.words[1]!.value !== "";
    case "fwmark":
      return Number(takeStatement(undefined, line, target)?.value ?? 0) > 0;
    case "connect_ip":
    case "bindto":
      return readSocketAddress(line.wording.words[1]?.value ?? "").value !== undefined;
    case "connect_port":
    case "bind_port":
    case "connect_timeout":
      return takeStatement(undefined, line, target) !== undefined;
    default:
      return false;
  }
}

function isInterface({ keyword, wording: { words } }: EffectiveStatement, target: Version): boolean {
  const [argument] = keywordIn(keyword, target).arguments;
  const longest = argument?.type === "interface" ? argument.maxLength : undefined;
  return words[1] !== undefined && (longest === undefined || words[1].value.length <= longest);
}

/** Source: keepalived 2.4.3, check/check_udp.c: udp_check_end. */
function checkReplyLengths(check: EffectiveStatement, target: Version, remarks: RemarkCollector): void {
  const lengthOf = (name: string) => {
    const setting = numberSetting(check, name, target);
    const keyword = check.keyword.children!.find((child) => child.name === name)!;
    return { setting, value: setting?.value ?? Number(defaultOf(keyword, target)) };
  };
  const shortest = lengthOf("min_reply_length");
  const longest = lengthOf("max_reply_length");
  const line = (shortest.setting ?? longest.setting)?.from;
  if (line === undefined || shortest.value <= longest.value) return;
  const other = shortest.setting && longest.setting?.from;
  remarks.atEnd(check, headerPlace(line), {
    kind: "reply-lengths-crossed",
    shortest: shortest.value,
    longest: longest.value,
    ...(other && { longestPlace: headerPlace(other) }),
  });
}
