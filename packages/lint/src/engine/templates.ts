import { type Filling, type HostConfiguration, isSameList, type Place, sourceFile } from "@kalint/daemon";
import {
  blocksOfFragment,
  buildFor,
  type HostVariant,
  hostsOf,
  isMainName,
  type Queries,
  type Steps,
} from "@kalint/project";
import { keywordNames, say } from "@kalint/schema";
import type { Template, TemplateReading } from "@kalint/syntax";
import type { Finding, HostRule, LintRequest, Rule, RuleFailure } from "../types.js";
import type { Sighting } from "./merge.js";
import { type OpenEnds, openEnds, openEverywhere } from "./open-ends.js";
import { runRules, type Said, type Subject } from "./run-rules.js";
import { createTally } from "./tally.js";
import { standsOn, unknownOf } from "./unknown.js";
import { restingOnRead } from "./unread.js";

/** What the rules see in a template. */
export interface TemplateRun {
  /** Of the rendering with the first arm of everything. */
  readonly variants: readonly HostVariant[];
  readonly sightings: readonly Sighting[];
  readonly failures: readonly RuleFailure[];
}

const fillings: readonly Filling[] = ["low", "high", "mixed"];

/** Of a template that is longer than people make them, no more is looked at. */
const mostLooks = 96;

type Request = LintRequest & {
  readonly queries: Queries;
  /** Told before each rendering. */
  readonly next?: () => void;
};

interface Known {
  readonly text: string;
  readonly asked: string;
  readonly rules: readonly HostRule[];
  /** By config-id, what each host of the template was taken for. */
  readonly builds: ReadonlyMap<string | undefined, string>;
  readonly readsTheSame: () => boolean;
  readonly run: TemplateRun;
}

/** The last run of each template: what comes of a hundred renderings is kept, and not the renderings. */
const known = new WeakMap<Queries, Map<string, Known>>();

/** What the rules see in a template, or what they saw, where the text and all that was read for it are the same. */
export function* lookAtTemplate(
  request: Request,
  rules: readonly HostRule[],
  path: string,
  reading: TemplateReading,
  blocks: readonly string[] = [],
): Steps<TemplateRun> {
  const { queries, host, target, withoutFeatures, distribution, facts, configId, mostFindings, buildOf } = request;
  const all = known.get(queries) ?? new Map<string, Known>();
  known.set(queries, all);
  const options = request.options?.(path);
  const asked = JSON.stringify([target, withoutFeatures, distribution, facts, configId, mostFindings, options]);
  const key = JSON.stringify([path, reading, blocks]);
  const text = host.read(path) ?? "";
  const last = all.get(key);
  const isSame =
    last?.text === text &&
    last.asked === asked &&
    isSameList(last.rules, rules) &&
    [...last.builds].every(([id, build]) => JSON.stringify(buildOf?.(path, id)) === build) &&
    !queries.leavesOut(path) &&
    last.readsTheSame();
  if (isSame) return last.run;
  const passing = queries.passing();
  const builds = new Map<string | undefined, string>();
  const noting: Request = {
    ...request,
    queries: passing.queries,
    next: passing.next,
    ...(buildOf && {
      buildOf(of, id) {
        const build = buildOf(of, id);
        builds.set(id, JSON.stringify(build));
        return build;
      },
    }),
  };
  const run = yield* lookAtRenderings(noting, rules, path, reading, blocks);
  const readsTheSame = passing.end();
  if (readsTheSame && !queries.late.has(path) && !queries.leftOut.has(path) && host.read(path) === text)
    all.set(key, { text, asked, rules, builds, readsTheSame, run });
  else all.delete(key);
  return run;
}

/**
 * Looks at different renderings of a template, each with values of its own, and keeps what every one of them shows that has
 * the place at all. Whom a template is rendered for nobody knows, so no clusters are looked for. `blocks`: the text is a part
 * of one of them, and what is said must hold in each.
 */
function* lookAtRenderings(
  request: Request,
  rules: readonly HostRule[],
  path: string,
  reading: TemplateReading,
  blocks: readonly string[],
): Steps<TemplateRun> {
  const template = request.queries.template(path, request.host.read(path) ?? "", reading);
  const around = blocks.length === 0 ? blocksOfTemplate(template, path, request) : [];
  if (around.length > 0) return yield* lookAtRenderings(request, rules, path, reading, around);
  const { renderings } = template;
  const values = template.tags.filter(({ kind }) => kind === "value").map((tag) => ({ file: path, ...tag }));
  const tally = createTally(template, path, blocks.length > 0 ? say`wherever it is included` : say`in every rendering`);
  const failures = new Map<string, RuleFailure>();
  let shown: readonly HostVariant[] | undefined;
  let isPart = true;
  for (const inside of blocks.length > 0 ? blocks : [undefined]) {
    tally.restart();
    let left = mostLooks;
    for (const number of tally.numbers()) {
      const plan = left > 0 ? tally.planFor(number, rules) : undefined;
      const masked = plan && renderings.mask(number);
      if (plan === undefined || masked === undefined) continue;
      left -= 1;
      yield;
      request.next?.();
      const variants = hostsOf({
        ...request,
        paths: [path],
        neighbours: [],
        clusters: [],
        rendering: { ...reading, number },
        filling: fillings[plan.filling]!,
        ...(inside !== undefined && { inside }),
      });
      shown ??= variants;
      const found: Sighting[] = [];
      for (const variant of variants) {
        if (variant.isHost !== "yes") continue;
        isPart &&= inside === undefined && isPartOfBlock(variant.configuration);
        const said = yield* runRules(plan.rules, subjectOf(request, variant));
        for (const { failure } of said) if (failure) failures.set(failure.rule, failure);
        // A finding would hold all of its rendering.
        const asShown = shown.find(({ configId }) => configId === variant.configId) ?? variant;
        const unknown = [...unknownOf(variant), ...values];
        const ends =
          inside === undefined ? () => openEnds(variant.configuration, masked, template.loops) : () => openEverywhere;
        for (const { rule, finding } of saidOfRendering(said, unknown, ends)) {
          if (inside !== undefined && finding.place.file === variant.configuration.effective.path) continue;
          found.push({ rule, finding: asOfTemplate(finding, template, variant), variant: asShown });
        }
      }
      if (!isPart) tally.isNoPart();
      tally.add(number, plan.filling, found);
    }
  }
  return { variants: shown ?? [], sightings: isPart ? [] : tally.kept(), failures: [...failures.values()] };
}

function subjectOf(request: Request, { path, configuration }: HostVariant): Subject<HostRule> {
  const isRead = restingOnRead([configuration]);
  return {
    value: configuration,
    name: configuration.name,
    options: request.options?.(path),
    look: (rule, report, options) => rule.check(configuration, isRead(rule, report), options),
  };
}

/** What rests on nothing that the rendering does not show. */
function* saidOfRendering(
  said: readonly Said[],
  unknown: readonly Place[],
  endsOf: () => OpenEnds,
): Generator<{ readonly rule: Rule; readonly finding: Finding }> {
  let ends: OpenEnds | undefined;
  for (const { rule, findings } of said) {
    for (const finding of findings) {
      if (standsOn(unknown, finding)) continue;
      ends ??= endsOf();
      if (!ends.mayChange(rule, finding)) yield { rule, finding };
    }
  }
}

/** The blocks that a template's own lines, in all of its arms, fit: another template includes it. */
function blocksOfTemplate({ text, shown }: Template, path: string, request: LintRequest): readonly string[] {
  if (isMainName(path)) return [];
  const treeOf = () => sourceFile({ path, text: shown, written: text }).tree;
  return blocksOfFragment(shown, treeOf, buildFor(request, path, undefined).target, true).map((each) => each.path);
}

/** Whether another template includes this one inside a block: it has no block of its own at the top, and keywords of others. */
function isPartOfBlock({ effective: { statements, problems } }: HostConfiguration): boolean {
  const words = problems.flatMap(({ kind, block, word }) => (kind === "unknown-keyword" && block === "" ? [word] : []));
  return statements.length === 0 && words.every((word) => word !== undefined && keywordNames().has(word.value));
}

/** keepalived never reads the template itself, so nothing is claimed; and no fix writes into a tag. */
function asOfTemplate(
  { daemon: _, fixes, related, ...finding }: Finding,
  { tags }: Template,
  { path, configuration }: HostVariant,
): Finding {
  const main = configuration.effective.path;
  // What a fragment is read through is no file.
  const isThere = (file: string) => file === path || file !== main;
  const isWritable = ({ file, start, end }: Place) =>
    isThere(file) && (file !== path || tags.every((tag) => end <= tag.start || tag.end <= start));
  const kept = fixes?.filter(({ edits }) => edits.every(isWritable));
  return {
    ...finding,
    ...(related && { related: related.filter(({ place }) => isThere(place.file)) }),
    ...(kept !== undefined && kept.length > 0 && { fixes: kept }),
  };
}
