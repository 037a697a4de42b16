import {
  blocksNamed,
  blocksOfFragment,
  buildFor,
  type HostVariant,
  isMainFile,
  isMainName,
  isPlainName,
  type Queries,
  type Steps,
} from "@kalint/project";
import { foreignContent } from "@kalint/schema";
import { partOfBlock, unknownKeyword } from "../rules/unknown-keyword.js";
import type { HostRule, LintRequest } from "../types.js";
import type { Sighting } from "./merge.js";
import { lookAtTemplate, type TemplateRun } from "./templates.js";

type Request = LintRequest & { readonly queries: Queries };

/** The blocks that the project says a file is a part of, as paths; none where it says nothing of blocks. */
export function declaredBlocks(request: Request, path: string): readonly string[] {
  const set = request.fragmentOf?.(path);
  if (set === undefined || isMainFile(set) || !isPlainName(path)) return [];
  return blocksNamed(set).map((each) => each.path);
}

/** What was seen, with what there is to say of fragments. */
interface FragmentRun {
  readonly sightings: readonly Sighting[];
  readonly failures: TemplateRun["failures"];
  /** The fragments: what their comments suppress may show only where they are included. */
  readonly paths: ReadonlySet<string>;
}

/**
 * Reads files that are parts of others, by what is at their top, within the blocks that they fit, where nobody knows which
 * file includes them. What keepalived would say of such a file alone is one note; under the name of a main file, one error.
 */
export function* withFragments(
  request: Request,
  rules: readonly HostRule[],
  variants: readonly HostVariant[],
  given: readonly Sighting[],
): Steps<FragmentRun> {
  let sightings = given;
  const failures: TemplateRun["failures"][number][] = [];
  const paths = new Set<string>();
  for (const path of new Set(variants.flatMap((each) => (each.neighbour ? [] : [each.path])))) {
    const blocks = guessedBlocks(request, path);
    if (blocks.length === 0) continue;
    const own = (each: Sighting) => each.variant?.path === path;
    const others = sightings.filter((each) => !own(each));
    const alone = sightings.filter(own);
    if (isRun(request, path)) {
      sightings = [...others, ...folded(alone)];
      continue;
    }
    paths.add(path);
    const run = yield* lookAtTemplate(request, rules, path, { language: "none" }, blocks);
    failures.push(...run.failures);
    sightings = [...others, ...together(alone, run.sightings, blocks)];
  }
  return { sightings, failures, paths };
}

function guessedBlocks(request: Request, path: string): readonly string[] {
  const { fragmentOf, host, queries } = request;
  const text = host.read(path);
  const set = fragmentOf?.(path);
  if (text === undefined || !isPlainName(path) || (set !== undefined && !isMainFile(set))) return [];
  const blocks = blocksOfFragment(
    text,
    () => queries.source(path, text).tree,
    buildFor(request, path, undefined).target,
  );
  return blocks.length === 0 || foreignContent(text) !== undefined ? [] : blocks.map((each) => each.path);
}

/** Whether somebody runs keepalived with this file: by its name, or because the project says that a host does. */
function isRun({ clusters = [] }: Request, path: string): boolean {
  return isMainName(path) || clusters.some(({ nodes }) => nodes.some(({ file }) => file === path));
}

/** One cause, one finding: the first line at the top that has no block. */
function folded(alone: readonly Sighting[]): readonly Sighting[] {
  const tops = alone.filter(isAtTop);
  const [first] = tops;
  const starts = new Set(tops.map(({ finding }) => finding.place.start));
  return alone.map((each) => {
    const follows = isAtTop(each) ? each !== first : starts.has(each.finding.causedBy?.start ?? -1);
    return follows && first ? { ...each, finding: { ...each.finding, causedBy: first.finding.place } } : each;
  });
}

/** What is said within the block, and what keepalived says of the file alone. */
function together(
  alone: readonly Sighting[],
  within: readonly Sighting[],
  blocks: readonly string[],
): readonly Sighting[] {
  const claims = new Map(
    alone.flatMap((each) => (each.finding.daemon === undefined ? [] : [[placeOf(each), each] as const])),
  );
  const claimed = within.map((each): Sighting => {
    const daemon = claims.get(placeOf(each))?.finding.daemon;
    claims.delete(placeOf(each));
    return daemon === undefined ? each : { ...each, finding: { ...each.finding, daemon } };
  });
  const left = folded([...claims.values()]);
  return [
    ...claimed,
    ...left.map((each): Sighting => {
      const finding = isAtTop(each) ? partOfBlock(each.finding, blocks) : each.finding;
      return { ...each, finding: { ...finding, severity: "info" } };
    }),
  ];
}

function isAtTop({ rule, finding }: Sighting): boolean {
  return rule === unknownKeyword && finding.values?.[0] === "";
}

function placeOf({ rule, finding: { place } }: Sighting): string {
  return `${rule.id} ${place.file} ${place.start}`;
}
