import type { Mutable, Place } from "@kalint/daemon";
import type { HostVariant } from "@kalint/project";
import { say, switchesOf, textsOf } from "@kalint/schema";
import { anyOf } from "../suggest.js";
import type { Diagnostic, Finding, LintedFile, Rule, Severity } from "../types.js";
import { identityOf } from "./key.js";

/** A finding, and where it was seen. Without `variant`: in a cluster. */
export interface Sighting {
  readonly rule: Rule;
  readonly finding: Finding;
  readonly variant?: HostVariant;
}

interface MergeOptions {
  /** Main files that have been read: each gets an entry, also an empty one. */
  readonly paths: readonly string[];
  readonly variants: readonly HostVariant[];
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /** Whether what a rule found is to be shown, by whether keepalived reports it. */
  readonly isAsked: (rule: Rule, claimed: boolean) => boolean;
}

/**
 * One diagnostic for what was seen at one place on several hosts, with the config-ids that it holds under; sorted.
 * A claim about `keepalived -t` stays where the run without `-i` (or with the `-i` asked for) shows it too.
 */
export function mergeFindings(sightings: readonly Sighting[], options: MergeOptions): readonly LintedFile[] {
  const files = new Map<string, Diagnostic[]>(options.paths.map((path) => [path, []]));
  for (const group of seenTogether(sightings)) {
    if (!options.isAsked(group[0]!.rule, claimOf(group, () => true) !== undefined)) continue;
    const isShown = group.some(({ variant }) => variant === undefined || variant.isHost === "yes");
    const aside = isShown ? undefined : asideFor(group);
    if (!isShown && aside === undefined) continue;
    const shown = toDiagnostic(group, options);
    const diagnostic = aside === undefined ? shown : { ...shown, ...aside };
    const { file } = diagnostic.place;
    const diagnostics = files.get(file);
    if (diagnostics) diagnostics.push(diagnostic);
    else files.set(file, [diagnostic]);
  }
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([path, diagnostics]) => ({ path, diagnostics: diagnostics.sort(inOrder) }));
}

/** Each finding with all that saw it, in the order of the first. Most are seen once, and alone at their place. */
function seenTogether(sightings: readonly Sighting[]): readonly (readonly Sighting[])[] {
  const groups: Sighting[][] = [];
  const byFile = new Map<string, Map<number, Sighting[][]>>();
  for (const sighting of sightings) {
    const { file, start } = sighting.finding.place;
    const byStart = byFile.get(file) ?? new Map<number, Sighting[][]>();
    byFile.set(file, byStart);
    const here = byStart.get(start);
    const group = here && groupOf(here, sighting);
    if (group) {
      group.push(sighting);
      continue;
    }
    const own = [sighting];
    groups.push(own);
    if (here) here.push(own);
    else byStart.set(start, [own]);
  }
  return groups;
}

function groupOf(groups: readonly Sighting[][], { rule, finding }: Sighting): Sighting[] | undefined {
  let identity: string | undefined;
  for (const group of groups) {
    const first = group[0]!;
    if (first.rule !== rule) continue;
    identity ??= identityOf(rule.id, finding);
    if (identityOf(rule.id, first.finding) === identity) return group;
  }
  return undefined;
}

/** What keepalived would report only on a host that no line names, where every named host is well. */
function asideFor(group: readonly Sighting[]): Pick<Diagnostic, "message" | "severity"> | undefined {
  const sighting = group.find(({ variant, finding }) => variant?.isHost === "unlikely" && finding.daemon !== undefined);
  const ids = sighting?.variant?.ids;
  if (!sighting || !ids) return undefined;
  return {
    severity: "info",
    message: say`${sighting.finding.message}, on a host that is none of ${anyOf(ids, "and")}`,
  };
}

function toDiagnostic(group: readonly Sighting[], options: MergeOptions): Diagnostic {
  const { rule, finding } = (group.find(({ variant }) => variant?.plain) ?? group[0])!;
  const { place, message, severity, why, help, related, fixes, values, causedBy, lacks } = finding;
  const claim = claimOf(group, isTested);
  const override = options.severities[rule.id];
  // V8 gives each object that begins with the fields of another one a shape of its own: an edit makes hundreds.
  const made: Mutable<Diagnostic> = {
    place: copyOf(place),
    message,
    rule: rule.id,
    category: rule.category,
    severity: override !== undefined && override !== "off" ? override : (severity ?? rule.severity),
    why: why ?? textsOf(rule).why,
    help: help ?? textsOf(rule).advice,
    configIds: configIdsOf(group),
  };
  if (related !== undefined)
    made.related = related.map((each) => ({ place: copyOf(each.place), message: each.message }));
  if (fixes !== undefined) made.fixes = fixes;
  if (values !== undefined) made.values = values;
  if (causedBy !== undefined) made.causedBy = copyOf(causedBy);
  if (lacks !== undefined) made.lacks = lacks;
  if (claim !== undefined) made.daemon = claim;
  return made;
}

/**
 * A place of its own: readings move theirs in place when the text is edited, if only to try a fix, and what was reported stays
 * about the text as it was.
 */
function copyOf({ file, start, end }: Place): Place {
  return { file, start, end };
}

/** With several main files behind one place (a shared include), every one of them that counts must show it. */
function claimOf(group: readonly Sighting[], counts: (variant: HostVariant) => boolean): Finding["daemon"] {
  // Most keepalived does not speak of.
  if (group.every(({ finding }) => finding.daemon === undefined)) return undefined;
  const isPlain = ({ variant }: Sighting) => variant === undefined || (variant.plain && counts(variant));
  const plain = group.filter(isPlain);
  return plain.every(({ finding }) => finding.daemon !== undefined) ? plain[0]?.finding.daemon : undefined;
}

/** Only of a keepalived that has `-t` something is claimed. */
function isTested({ configuration }: HostVariant): boolean {
  return switchesOf(configuration.effective.target).hasConfigurationTest;
}

function configIdsOf(group: readonly Sighting[]): readonly string[] {
  // Most are seen on a host without an id.
  if (group.every(({ variant }) => variant?.configId === undefined)) return none;
  const ids = group.flatMap(({ variant }) => (variant?.configId === undefined ? [] : [variant.configId]));
  return [...new Set(ids)].sort();
}

const none: readonly string[] = [];

function inOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    a.place.start - b.place.start ||
    a.place.end - b.place.end ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
    (a.message < b.message ? -1 : a.message > b.message ? 1 : 0)
  );
}
