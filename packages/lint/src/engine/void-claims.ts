import type { EffectiveStatement, HostConfiguration } from "@kalint/daemon";
import { holds } from "../statements.js";
import type { Finding, HostRule, Report } from "../types.js";

/** Reports without the claims of VRRP's checks after reading where keepalived never gets to them. */
export function withoutVoidClaims(host: HostConfiguration, { category }: HostRule, report: Report): Report {
  // What is wrong with the text itself, such as a brace too few, is complained of when it has been read.
  if (category === "syntax" || !host.isVrrpRefused) return report;
  return (finding) => report(isVoid(host, finding) ? withoutClaim(finding) : finding);
}

function isVoid(host: HostConfiguration, { daemon, place }: Finding): boolean {
  if (daemon === undefined || daemon === true || daemon.line !== null) return false;
  return host.effective.statements.some((statement) => isOfVrrp(statement) && holds(statement, place));
}

function isOfVrrp({ keyword: { processes } }: EffectiveStatement): boolean {
  return processes.length === 1 && processes[0] === "vrrp";
}

function withoutClaim({ daemon: _, ...finding }: Finding): Finding {
  return finding;
}
