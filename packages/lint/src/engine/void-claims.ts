import type { EffectiveStatement, HostConfiguration, Place } from "@kalint/daemon";
import { holds, lies } from "../statements.js";
import type { Finding, HostRule, Report } from "../types.js";

/** Reports without the claims of checks that keepalived never gets to: behind what ends it, and of a VRRP that is refused. */
export function withoutVoidClaims(host: HostConfiguration, { category }: HostRule, report: Report): Report {
  // What is wrong with the text itself, such as a brace too few, is complained of when it has been read.
  if (category === "syntax" || !(host.isVrrpRefused || host.effective.fatal)) return report;
  return (finding) => report(isVoid(host, finding) ? withoutClaim(finding) : finding);
}

function isVoid({ effective, isVrrpRefused }: HostConfiguration, { daemon, place }: Finding): boolean {
  if (daemon === undefined) return false;
  if (effective.fatal && isUnread(effective.statements, place)) return true;
  if (daemon === true || daemon.line !== null) return false;
  if (effective.fatal) return true;
  return isVrrpRefused && effective.statements.some((statement) => isOfVrrp(statement) && holds(statement, place));
}

/** Whether a place lies in what keepalived has not read when it ends. */
function isUnread(statements: readonly EffectiveStatement[], place: Place): boolean {
  return statements.some((statement) => {
    const isAround = holds(statement, place) || lies(place, statement.place);
    return isAround && (statement.unread === true || isUnread(statement.children, place));
  });
}

function isOfVrrp({ keyword: { processes } }: EffectiveStatement): boolean {
  return processes.length === 1 && processes[0] === "vrrp";
}

function withoutClaim({ daemon: _, ...finding }: Finding): Finding {
  return finding;
}
