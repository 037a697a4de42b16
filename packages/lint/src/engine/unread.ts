/** What cannot be said of a host that reads files which kalint does not. */
import { type EffectiveStatement, type HostConfiguration, type Place, perHost, readingProblems } from "@kalint/daemon";
import { isMainName } from "@kalint/project";
import { holds } from "../statements.js";
import type { Finding, Report, Rule } from "../types.js";

/**
 * Reports without what rests on something being nowhere: a file that was not read may define the name or use it, and within
 * a block it may give the setting.
 */
export function restingOnRead(hosts: readonly HostConfiguration[]): (rule: Rule, report: Report) => Report {
  const unread = hosts.flatMap(unreadOf);
  if (unread.length === 0) return (_, report) => report;
  return (rule, report) => (finding) => {
    if (!isOpen(unread, rule, finding)) report(finding);
  };
}

/** Where files were not read: the line of the include, and the block that it stands in, if any. */
interface Unread {
  readonly block: Place | undefined;
}

const unreadOf = perHost((host): readonly Unread[] => [
  ...(isNamedAsPart(host) ? [{ block: undefined }] : []),
  // What was not read for its length may hold anything.
  ...(host.effective.isCut ? host.effective.statements.map((statement) => ({ block: blockOf(statement) })) : []),
  ...(host.effective.isCut ? [{ block: undefined }] : []),
  ...readingProblems(host, "include-outside", "include-unknown", "include-missing").flatMap(
    ({ place, expansions, detail }) => {
      if (detail?.unread !== true) return [];
      const lines = [place, ...expansions.map((step) => step.place)];
      const block = host.effective.statements.find((statement) => lines.some((line) => holds(statement, line)));
      return [{ block: block && blockOf(block) }];
    },
  ),
]);

/** A file of a folder such as `conf.d`, without settings of its own for the whole: keepalived is given another one, which includes it. */
function isNamedAsPart({ effective: { path, statements } }: HostConfiguration): boolean {
  return /\.d\/[^/]+$/.test(path) && !isMainName(path) && !holdsGlobals(statements);
}

/** What a main file nearly always has. */
export function holdsGlobals(statements: readonly EffectiveStatement[]): boolean {
  return statements.some(({ keyword }) => keyword.path === "global_defs");
}

function blockOf({ place, end }: EffectiveStatement): Place {
  return { ...place, end: end?.place.end ?? place.end };
}

function isOpen(unread: readonly Unread[], rule: Rule, { place, related = [] }: Finding): boolean {
  const { id, restsOn, readsElsewhere } = rule;
  const [kind = ""] = id.split("-");
  if (readsElsewhere ?? (restsOn === "names" || restsOn === "blocks" || elsewhere.has(kind))) return true;
  const places = [place, ...related.map((each) => each.place)];
  return (
    readsElsewhere === undefined &&
    restsOn !== "line" &&
    within.has(kind) &&
    unread.some(({ block }) => block !== undefined && places.some((each) => overlaps(block, each)))
  );
}

/** First words of rules' ids: what they find rests on what other blocks lack. */
const elsewhere: ReadonlySet<string> = new Set(["undefined", "unused", "unmatched", "unshared"]);

/** The same, of what the block itself lacks or has by default. */
const within: ReadonlySet<string> = new Set([
  "missing",
  "mismatched",
  "equal",
  "inverted",
  "several",
  "conflicting",
  "incomplete",
  "ineffective",
  "insufficient",
  "unreachable",
]);

function overlaps(one: Place, other: Place): boolean {
  return one.file === other.file && one.start < other.end && other.start < one.end;
}
