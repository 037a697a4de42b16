import { createMemory } from "@kalint/daemon";
import type { RuleOptions, Steps } from "@kalint/project";
import { say } from "@kalint/schema";
import { onceIn } from "@kalint/syntax";
import { optionValues } from "../options.js";
import type { Finding, Rule, RuleFailure } from "../types.js";

/** What one rule said of one subject. */
export interface Said {
  readonly rule: Rule;
  readonly findings: readonly Finding[];
  readonly failure?: RuleFailure;
  /** It has found more than anybody looks at, and was stopped. */
  readonly isCut?: true;
}

/** A host, a cluster, or all clusters of a run: values that never change. */
export interface Subject<Of extends Rule> {
  readonly value: object;
  readonly name: string;
  /** What is set for the rules. */
  readonly options: RuleOptions | undefined;
  /** So much of what one rule finds is listed. */
  readonly mostFindings?: number | undefined;
  /** After so many rules there is a pause: of a long file a single rule takes its time. Left out: after each. */
  readonly rulesAtOnce?: number;
  look(rule: Of, report: (finding: Finding) => void, options: Readonly<Record<string, never>>): void;
}

interface Kept {
  readonly rules: readonly Rule[];
  readonly options: string;
  readonly said: readonly Said[];
  /** What rules said that were asked before: who asks for a few of them takes nothing from who asks for all. */
  readonly others: readonly Said[];
}

const kept = createMemory<object, Kept>();
const noOptions = {};

/**
 * Runs rules, or says again what they said of the same subject under the same options: rules look at nothing else. A bug
 * in a rule becomes one line, and the others run on.
 */
export function* runRules<Of extends Rule>(
  rules: readonly Of[],
  subject: Subject<Of>,
  onRun?: (rule: string, subject: string) => void,
): Steps<readonly Said[]> {
  const options = subject.options === undefined ? "" : JSON.stringify(subject.options);
  const known = kept.get(subject.value);
  if (known?.rules === rules && known.options === options) return known.said;
  const earlier = known && new Map([...known.said, ...known.others].map((each) => [each.rule, each]));
  const said = new Array<Said>(rules.length);
  const run = runner(subject);
  const isPauseDue = onceIn(subject.rulesAtOnce ?? 1);
  // By index: V8 does not do away with the iterator in a function that pauses.
  for (let index = 0; index < rules.length; index += 1) {
    const rule = rules[index]!;
    const before = earlier?.get(rule);
    // Only what is set for a rule itself makes it say something else.
    if (before && (rule.options === undefined || ownOptions(known!.options, rule) === ownOptions(options, rule))) {
      said[index] = before;
      continue;
    }
    if (isPauseDue()) yield;
    onRun?.(rule.id, subject.name);
    said[index] = run(rule);
  }
  kept.set(subject.value, { rules, options, said, others: othersIn(known, rules, options) });
  return said;
}

function othersIn(known: Kept | undefined, rules: readonly Rule[], options: string): readonly Said[] {
  if (known === undefined || known.options !== options) return [];
  const asked = new Set(rules);
  return [...known.said, ...known.others].filter(({ rule }) => !asked.has(rule));
}

function ownOptions(all: string, { id }: Rule): string | undefined {
  return all === "" ? undefined : JSON.stringify((JSON.parse(all) as RuleOptions)[id]);
}

/** Each edit runs hundreds of rules, nearly all of which find nothing: what collects their findings is made once for all. */
function runner<Of extends Rule>(subject: Subject<Of>): (rule: Of) => Said {
  const { mostFindings = Number.POSITIVE_INFINITY } = subject;
  let findings: Finding[] = [];
  const report = (finding: Finding): void => {
    if (findings.length < mostFindings) findings.push(finding);
    else throw enough;
  };
  const taken = (): readonly Finding[] => {
    const all = findings;
    findings = [];
    return all;
  };
  return (rule) => {
    const options = rule.options === undefined ? noOptions : optionValues(rule, subject.options);
    try {
      subject.look(rule, report, options);
      return findings.length === 0 ? silenceOf(rule) : { rule, findings: taken() };
    } catch (error) {
      const all = taken();
      if (error === enough) return { rule, findings: [...all.slice(0, -1), lastOf(all)], isCut: true };
      return { rule, findings: all, failure: describeFailure(rule, subject.name, error) };
    }
  };
}

const silences = new Map<Rule, Said>();

/** Most rules find nothing in most hosts: what is kept of that is one value for each rule. */
function silenceOf(rule: Rule): Said {
  const known = silences.get(rule) ?? { rule, findings: [] };
  silences.set(rule, known);
  return known;
}

/** Ends a rule that has found as much as anybody looks at. */
const enough = Symbol("enough");

function lastOf(findings: readonly Finding[]): Finding {
  const { fixes: _, ...last } = findings.at(-1)!;
  return { ...last, message: say`${last.message} (and more: the first ${findings.length} of its kind are listed)` };
}

function describeFailure(rule: Rule, subject: string, error: unknown): RuleFailure {
  if (!(error instanceof Error)) return { rule: rule.id, subject, message: String(error) };
  return { rule: rule.id, subject, message: error.message, ...(error.stack !== undefined && { stack: error.stack }) };
}
