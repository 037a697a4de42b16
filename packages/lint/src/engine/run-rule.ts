import type { Finding, Rule, RuleFailure } from "../types.js";

/** What one rule said of one subject. */
export interface Said {
  readonly findings: readonly Finding[];
  readonly failure?: RuleFailure;
}

interface Kept {
  readonly options: string;
  readonly said: Said;
}

const kept = new WeakMap<object, Map<Rule, Kept>>();

/**
 * Runs a rule, or says again what it said of the same subject under the same options: hosts and clusters are values that
 * never change, and rules look at nothing else. A bug in a rule becomes one line, and the others run on.
 */
export function runRule(
  rule: Rule,
  subject: { readonly value: object; readonly name: string },
  options: object,
  look: (report: (finding: Finding) => void) => void,
  onRun?: (rule: string, subject: string) => void,
): Said {
  const ofSubject = kept.get(subject.value) ?? new Map<Rule, Kept>();
  kept.set(subject.value, ofSubject);
  const shown = rule.options === undefined ? "" : JSON.stringify(options);
  const known = ofSubject.get(rule);
  if (known?.options === shown) return known.said;
  onRun?.(rule.id, subject.name);
  const findings: Finding[] = [];
  let failure: RuleFailure | undefined;
  try {
    look((finding) => findings.push(finding));
  } catch (error) {
    failure = describeFailure(rule, subject.name, error);
  }
  const said: Said = { findings, ...(failure && { failure }) };
  ofSubject.set(rule, { options: shown, said });
  return said;
}

function describeFailure(rule: Rule, subject: string, error: unknown): RuleFailure {
  if (!(error instanceof Error)) return { rule: rule.id, subject, message: String(error) };
  return { rule: rule.id, subject, message: error.message, ...(error.stack !== undefined && { stack: error.stack }) };
}
