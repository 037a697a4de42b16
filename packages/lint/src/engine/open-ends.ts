import { type EffectiveStatement, type HostConfiguration, type Place, perHost, statementsOf } from "@kalint/daemon";
import { unknownSign, voidSign } from "@kalint/syntax";
import { lies } from "../statements.js";
import type { Finding, Rule } from "../types.js";
import { holdsGlobals } from "./unread.js";

/** What a rendering of a template does not show: lines that nobody knows, and loops, which may be gone through again. */
export interface OpenEnds {
  /** Whether what a rule says may be another thing with the lines that are not known. */
  mayChange(rule: Rule, finding: Finding): boolean;
}

/** `masked`: the rendering that the host reads; `loops`: where each loop of the template begins. */
export function openEnds(host: HostConfiguration, masked: string, loops: readonly number[]): OpenEnds {
  const { path } = host.effective;
  const unknown = unknownLines(masked).map((start) => ({ file: path, start, end: start + 1 }));
  const spans = spansOf(host);
  const lists = spans.filter(({ statement }) => statement.keyword.kind === "lines");
  const isInList = (place: Place) => lists.some((span) => lies(place, span));
  const roots = spans.filter(({ statement }) => statement.parent === undefined);
  const rootOf = (place: Place) => roots.find((span) => lies(place, span));
  const lines = unknown.filter((place) => !isInList(place));
  const atRoot = lines.some((place) => rootOf(place) === undefined);
  const repeated = loops.map((start) => ({ file: path, start, end: start + 1 }));
  const namesUnknown = () => unknown.length > 0 || holdsUnknownName(host);
  const { statements } = host.effective;
  const isPart =
    !statements.some(({ keyword }) => services.has(keyword.path)) ||
    (!holdsGlobals(statements) && !path.slice(path.lastIndexOf("/")).toLowerCase().includes("keepalived"));
  return {
    mayChange(rule, { place }) {
      if (rule.restsOn === "line") return false;
      if (rule.restsOn === "files") return true;
      if (rule.restsOn === "names" && (isPart || namesUnknown())) return true;
      if (rule.restsOn === "blocks" && (lines.length > 0 || isPart)) return true;
      const root = rootOf(place);
      const inRoot = (each: Place) => root === undefined || lies(each, root);
      if (rule.restsOn === "count" && (repeated.some(inRoot) || unknown.some(inRoot))) return true;
      return atRoot || lines.some(inRoot);
    },
  };
}

/**
 * What a host runs keepalived for: a template without any is a part, which others include beside the rest. So is one that
 * neither its name nor settings for the whole make a main file.
 */
const services: ReadonlySet<string> = new Set(["vrrp_instance", "virtual_server"]);

/** Of a fragment nothing is known but its own lines. */
export const openEverywhere: OpenEnds = { mayChange: ({ restsOn }) => restsOn !== "line" };

/** Offsets of values that a line begins with: what the line is then, nobody knows. */
function unknownLines(masked: string): readonly number[] {
  return [...masked.matchAll(beginning)].map((match) => match.index + match[0].length - 1);
}

const beginning = new RegExp(`(?:^|[{}])[ \\t${voidSign}]*${unknownSign}`, "gm");

interface StatementSpan extends Place {
  readonly statement: EffectiveStatement;
}

const spansOf = perHost((host): readonly StatementSpan[] =>
  statementsOf(host.effective).flatMap((statement) => {
    const { place, end } = statement;
    const last = end?.place.file === place.file ? end.place.end : place.end;
    return [{ file: place.file, start: place.start, end: last, statement }];
  }),
);

/** Whether a block may have any name, or a reference may mean any. */
function holdsUnknownName(host: HostConfiguration): boolean {
  const { unknown } = host.effective;
  const isUnknown = (place: Place) =>
    unknown.some((each) => each.file === place.file && each.start < place.end && place.start < each.end);
  return [...host.symbols, ...host.references].some(({ place }) => isUnknown(place));
}
