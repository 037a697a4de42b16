import {
  type EffectiveConfiguration,
  type EffectiveStatement,
  type HostConfiguration,
  type Place,
  perHost,
  readingOrder,
} from "@kalint/daemon";
import { holds, lies } from "../statements.js";
import type { Finding, HostRule, Report } from "../types.js";

/** Reports without the claims of checks that keepalived never gets to: behind what ends it, and of a VRRP that is refused. */
export function withoutVoidClaims(host: HostConfiguration, { category }: HostRule, report: Report): Report {
  // What is wrong with the text itself, such as a brace too few, is complained of when it has been read.
  if (category === "syntax" || !(host.isVrrpRefused || host.effective.fatal)) return report;
  return (finding) => report(isVoid(host, finding) ? withoutClaim(finding) : finding);
}

function isVoid(host: HostConfiguration, { daemon, place }: Finding): boolean {
  const { effective, isVrrpRefused } = host;
  // What a process says while it reads is known for each of them.
  if (daemon === undefined || saidWhileReading(host).has(startOf(place))) return false;
  if (effective.fatal && isUnread(effective.statements, place, effective.fatal)) return true;
  if (daemon === true || daemon.line !== null) return false;
  if (effective.fatal) return true;
  return isVrrpRefused && effective.statements.some((statement) => isOfVrrp(statement) && holds(statement, place));
}

const saidWhileReading = perHost(
  ({ effective: { problems } }): ReadonlySet<string> =>
    new Set(problems.flatMap(({ daemon, place }) => (daemon ? [startOf(place)] : []))),
);

function startOf({ file, start }: Place): string {
  return `${file}:${start}`;
}

type Fatal = NonNullable<EffectiveConfiguration["fatal"]>;

/** Whether a place lies in what no process has read when keepalived ends. */
function isUnread(statements: readonly EffectiveStatement[], place: Place, fatal: Fatal): boolean {
  return statements.some((statement) => {
    if (!holds(statement, place) && !lies(place, statement.place)) return false;
    const isBehind = holds(statement, fatal.place) && fatal.place.end <= place.start;
    if ((statement.unread || isBehind) && !isReadBefore(statement, place, fatal)) return true;
    return isUnread(statement.children, place, fatal);
  });
}

/** By a process that has come to its end before, or by the one that ends keepalived further down. */
function isReadBefore({ keyword: { processes } }: EffectiveStatement, { file, start }: Place, fatal: Fatal): boolean {
  const done = readingOrder.slice(0, readingOrder.indexOf(fatal.process));
  if (processes.some((process) => done.includes(process))) return true;
  return processes.includes(fatal.process) && file === fatal.place.file && start < fatal.place.end;
}

function isOfVrrp({ keyword: { processes } }: EffectiveStatement): boolean {
  return processes.length === 1 && processes[0] === "vrrp";
}

function withoutClaim({ daemon: _, ...finding }: Finding): Finding {
  return finding;
}
