/** Source: keepalived 2.4.3, bfd/bfd_parser.c: bfd_end_handler, bfd/bfd_data.c: find_bfd_by_addr. */
import { limits } from "@kalint/schema";
import { hasChild, sourced } from "../bind/sources.js";
import { sameAddress } from "../networks.js";
import type { IpAddress } from "../objects.js";
import type { RemarkCollector } from "../remarks.js";
import { headerPlace } from "../statements.js";
import type { EffectiveConfiguration, EffectiveStatement } from "../types.js";
import { readSocketAddress } from "../values/read.js";
import { numberInForce, numberSetting, type Setting, scopeIn, switchInForce } from "../values/settings.js";
import type { BfdSession } from "./model.js";

/** Every session that has a neighbour that can be read, in order, those too that are left out. */
export function readSessions(effective: EffectiveConfiguration, remarks: RemarkCollector): readonly BfdSession[] {
  const sessions: BfdSession[] = [];
  for (const statement of effective.statements) {
    if (statement.keyword.path !== "bfd_instance" || statement.skipped !== undefined) continue;
    const session = readSession(statement, effective);
    if (session === undefined) continue;
    const kept = sessions.filter(({ dropped }) => dropped === undefined);
    const dropped = reasonOf(session, kept, remarks);
    if (dropped === undefined) checkHops(session, remarks);
    sessions.push({ ...session, ...(dropped && { dropped }) });
  }
  return sessions;
}

function reasonOf(
  session: BfdSession,
  earlier: readonly BfdSession[],
  remarks: RemarkCollector,
): BfdSession["dropped"] {
  const { statement, neighbor, source, multihop } = session;
  if (neighbor === undefined) return "no-neighbor";
  if (source && source.value.family !== neighbor.value.family) {
    remarks.atEnd(statement, source.place, {
      kind: "bfd-families-differ",
      source: source.value.text,
      neighbor: neighbor.value.text,
      neighborPlace: headerPlace(neighbor.from),
    });
    return "family";
  }
  const twin = earlier.find(
    (other) =>
      sameAddress(other.neighbor!.value, neighbor.value) &&
      other.multihop === multihop &&
      (other.source === undefined || source === undefined || sameAddress(other.source.value, source.value)),
  );
  if (twin === undefined) return undefined;
  remarks.atEnd(statement, neighbor.place, {
    kind: "bfd-neighbor-repeated",
    neighbor: neighbor.value.text,
    earlier: twin.statement,
  });
  return "repeated";
}

function checkHops({ statement, hops, ttl }: BfdSession, remarks: RemarkCollector): void {
  if (hops === undefined || hops.value <= ttl) return;
  remarks.atEnd(statement, hops.place, { kind: "bfd-hops-above-ttl", hops: hops.value, ttl, line: hops.from });
}

/** `undefined` where a malformed neighbour ends the session at once. */
function readSession(statement: EffectiveStatement, { target }: EffectiveConfiguration): BfdSession | undefined {
  let neighbor: Setting<IpAddress> | undefined;
  let source: Setting<IpAddress> | undefined;
  for (const child of statement.children) {
    const [, word] = child.words;
    const { value: address } = readSocketAddress(word?.value ?? "");
    if (/^neighbou?r_ip$/.test(child.keyword.name)) {
      if (address === undefined) return undefined;
      neighbor = sourced(address, word!, child);
    } else if (child.keyword.name === "source_ip" && address) source = sourced(address, word!, child);
  }
  const hops = numberSetting(statement, "max_hops", target);
  const ttl = numberSetting(statement, ["ttl", "hoplimit"], target)?.value;
  const scopeOf = (name: string) => scopeIn(statement, `bfd_instance/${name}`, target);
  const number = (name: string) => numberInForce(scopeOf(name))!.value;
  return {
    statement,
    name: statement.wording.words[1]?.value ?? "",
    multihop: switchInForce(scopeOf("multihop"))!.value,
    ttl: ttl ?? limits.bfdTtl[neighbor?.value.family ?? "ipv4"],
    receives: number("min_rx"),
    sends: number("min_tx"),
    multiplier: number("multiplier"),
    reportsTo: reportsTo(statement),
    ...(neighbor && { neighbor }),
    ...(source && { source }),
    ...(hops && { hops }),
  };
}

/** Of a session that names one process the other knows nothing (bfd/bfd_parser.c: bfd_vrrp_end_handler). */
export function reportsTo(session: EffectiveStatement): BfdSession["reportsTo"] {
  const vrrp = hasChild(session, "vrrp");
  const checker = hasChild(session, "checker");
  return { vrrp: vrrp || !checker, checker: checker || !vrrp };
}
