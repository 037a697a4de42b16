/** Virtual servers as the checker holds them after reading (check/check_parser.c, check/check_data.c). */
import type { RealServer, ServiceAddress, Sourced, VirtualServer } from "../objects.js";
import type { EffectiveStatement } from "../types.js";
import { readSocketAddress, readUnsigned } from "../values.js";
import { childrenNamed, lastText, lastValue, oneOf, oneOfAnyCase, present, sourced, unsigned } from "./sources.js";

/** The blocks of a real server that check it. */
export const checkerNames: ReadonlySet<string> = new Set([
  "HTTP_GET",
  "SSL_GET",
  "TCP_CHECK",
  "UDP_CHECK",
  "SMTP_CHECK",
  "DNS_CHECK",
  "MISC_CHECK",
  "PING_CHECK",
  "FILE_CHECK",
  "BFD_CHECK",
]);

/** `undefined` for a header that the daemon refuses. */
export function virtualServerOf(statement: EffectiveStatement): VirtualServer | undefined {
  const service = serviceOf(statement);
  if (!service || statement.skipped) return undefined;
  return present<VirtualServer>({
    statement,
    place: statement.words[1]?.place ?? statement.place,
    service,
    protocol: lastValue(statement, "protocol", oneOfAnyCase("TCP", "UDP", "SCTP")),
    scheduler: lastText(statement, "lvs_sched", "lb_algo"),
    forwarding: lastValue(statement, ["lvs_method", "lb_kind"], oneOf("NAT", "DR", "TUN")),
    realServers: childrenNamed(statement, "real_server").flatMap((child) => realServerOf(child) ?? []),
    sorryServer: sorryServerOf(statement),
    quorum: lastValue(statement, "quorum", unsigned(1, 0x7fffffff)),
  });
}

function serviceOf({ words }: EffectiveStatement): ServiceAddress | undefined {
  const [, first, second] = words;
  if (!first) return undefined;
  if (first.value === "group") return second && { kind: "group", name: second.value };
  if (first.value === "fwmark") {
    const mark = second && readUnsigned(second.value, { min: 0, max: 0xffffffff }).value;
    return mark === undefined ? undefined : { kind: "fwmark", mark };
  }
  const address = readSocketAddress(first.value).value;
  return address && { kind: "address", address, port: portOf(second?.value) };
}

function portOf(text: string | undefined): number {
  return text === undefined ? 0 : (readUnsigned(text, { min: 0, max: 65535 }).value ?? 0);
}

function realServerOf(statement: EffectiveStatement): RealServer | undefined {
  const [, word, port] = statement.words;
  const address = word && readSocketAddress(word.value).value;
  if (!address || statement.skipped) return undefined;
  return present<RealServer>({
    statement,
    place: word.place,
    address,
    port: portOf(port?.value),
    weight: lastValue(statement, "weight", unsigned(0, 0x7fffffff)),
    checkers: statement.children.filter(({ keyword }) => checkerNames.has(keyword.name)),
  });
}

function sorryServerOf(
  statement: EffectiveStatement,
): Sourced<{ address: RealServer["address"]; port: number }> | undefined {
  const child = childrenNamed(statement, "sorry_server").at(-1);
  const word = child?.words[1];
  const address = word && readSocketAddress(word.value).value;
  return address && sourced({ address, port: portOf(child!.words[2]?.value) }, word, child!);
}
