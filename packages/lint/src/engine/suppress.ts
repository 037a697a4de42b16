import type { SourceFile } from "@kalint/daemon";
import { say, textsOf } from "@kalint/schema";
import { lineTable, positionAt } from "@kalint/syntax";
import { unusedSuppression } from "../rules/unused-suppression.js";
import { nearest } from "../suggest.js";
import {
  covers,
  lastLineOf,
  nearestDirective,
  type StrayComment,
  type Suppression,
  strayCommentsOf,
  suppressionsOf,
} from "../suppressions.js";
import type { Diagnostic, Edit, LintedFile, Severity } from "../types.js";

export interface SuppressOptions {
  /** Every file that was read for the hosts that were asked for. */
  readonly sources: readonly SourceFile[];
  /** Every rule there is. */
  readonly known: readonly string[];
  /** Rules that had the chance to find something: only these can be suppressed in vain. */
  readonly ran: ReadonlySet<string>;
  /** How suppressions without use are reported; `off`: not at all. */
  readonly unused: Severity | "off";
  /** A part of other files: what its comments suppress may show only there. */
  isPart(path: string): boolean;
}

/** Takes out what comments suppress, and puts in a finding for each suppression that takes out nothing. */
export function suppress(files: readonly LintedFile[], options: SuppressOptions): readonly LintedFile[] {
  const results = new Map(files.map((file) => [file.path, file]));
  for (const source of options.sources) {
    const suppressions = suppressionsOf(source.text, () => source.tree);
    const stray = options.unused === "off" ? [] : strayCommentsOf(source.text, () => source.tree);
    if (suppressions.length + stray.length === 0) continue;
    const diagnostics = results.get(source.path)?.diagnostics ?? [];
    const kept = applyTo(source, diagnostics, suppressions, stray, options);
    if (kept.length > 0 || results.has(source.path)) results.set(source.path, { path: source.path, diagnostics: kept });
  }
  return [...results.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function applyTo(
  source: SourceFile,
  diagnostics: readonly Diagnostic[],
  suppressions: readonly Suppression[],
  stray: readonly StrayComment[],
  options: SuppressOptions,
): readonly Diagnostic[] {
  const table = lineTable(source.text);
  const used = new Map<Suppression, Set<string>>(suppressions.map((each) => [each, new Set()]));
  const possible = suppressionsByLine(suppressions);
  const lines = new Map(diagnostics.map((each) => [each, positionAt(table, each.place.start).line]));
  const dropped = new Set<Diagnostic>();
  for (const [diagnostic, line] of [...lines].sort(([, a], [, b]) => a - b)) {
    for (const each of possible(line)) {
      if (!covers(each, line, diagnostic.rule)) continue;
      used.get(each)!.add(diagnostic.rule);
      dropped.add(diagnostic);
    }
  }
  const kept = diagnostics.filter((diagnostic) => !dropped.has(diagnostic));
  const { unused: severity } = options;
  if (severity === "off" || options.isPart(source.path)) return kept;
  const unused = [
    ...suppressions.flatMap((each) => unusedIn(source, each, used.get(each)!, options)),
    ...stray.map((each) => describeStray(source, each)),
  ];
  return [...kept, ...unused.map((each) => ({ ...each, severity }))].sort(
    (a, b) => a.place.start - b.place.start || a.place.end - b.place.end,
  );
}

/** For lines in ascending order the suppressions that may count there: to ask all of them at each finding would take the square. */
function suppressionsByLine(suppressions: readonly Suppression[]): (line: number) => readonly Suppression[] {
  const coming = [...suppressions].sort((a, b) => a.firstLine - b.firstLine);
  let next = 0;
  let counting: Suppression[] = [];
  return (line) => {
    counting = counting.filter((each) => lastLineOf(each) >= line);
    for (let each = coming[next]; each !== undefined && each.firstLine <= line; each = coming[next]) {
      if (lastLineOf(each) >= line) counting.push(each);
      next += 1;
    }
    return counting;
  };
}

function describeStray({ path, text }: SourceFile, { start, end, written }: StrayComment): Diagnostic {
  if (written === undefined) {
    const message = say`kalint-enable ends nothing: there is no kalint-disable before it`;
    return finding(path, start, end, message, [removal(path, text, { start, end })]);
  }
  const near = nearestDirective(written);
  const message = say`there is no comment "kalint-${written}"`;
  if (near === undefined) return { ...finding(path, start, end, message, []), help: forms() };
  return {
    ...finding(path, start, end, say`${message}; did you mean kalint-${near}?`, [
      { file: path, start, end, text: near },
    ]),
    help: say`Write \`kalint-${near}\`.`,
  };
}

const forms = () =>
  say`Write \`kalint-disable-next-line\`, \`kalint-disable-line\`, \`kalint-disable\` … \`kalint-enable\` or \`kalint-disable-file\`, and the rule's name.`;

function unusedIn(
  { path, text }: SourceFile,
  suppression: Suppression,
  used: ReadonlySet<string>,
  { known, ran }: SuppressOptions,
): Diagnostic[] {
  const { rules, start, end, directive } = suppression;
  if (rules.length === 0) {
    if (used.size > 0) return [];
    return [
      finding(path, start, end, say`nothing is found here that kalint-${directive} could leave out`, [
        removal(path, text, suppression),
      ]),
    ];
  }
  const idle = rules.filter(({ id }) => !used.has(id) && (ran.has(id) || !known.includes(id)));
  return idle.map((rule) => {
    const { id, start: from, end: to } = rule;
    const edit = idle.length === rules.length ? removal(path, text, suppression) : withoutRule(path, suppression, rule);
    if (known.includes(id)) return finding(path, from, to, say`${id} finds nothing here`, [edit]);
    const near = nearest(id, known).find(({ word }) => rules.every((other) => other.id !== word))?.word;
    if (near === undefined) return finding(path, from, to, say`there is no rule "${id}"`, [edit]);
    const message = say`there is no rule "${id}"; did you mean ${near}?`;
    return {
      ...finding(path, from, to, message, [{ file: path, start: from, end: to, text: near }]),
      help: say`Write \`${near}\`.`,
    };
  });
}

function finding(file: string, start: number, end: number, message: string, edits: readonly Edit[]): Diagnostic {
  const { id, category, severity } = unusedSuppression;
  const { why, advice } = textsOf(unusedSuppression);
  const title = edits[0]?.text ? say`write \`${edits[0].text}\`` : say`remove it`;
  return {
    place: { file, start, end },
    rule: id,
    category,
    severity,
    message,
    why,
    help: advice,
    configIds: [],
    fixes: edits.length === 0 ? [] : [{ title, safe: true, edits }],
  };
}

/** The whole comment: with its line where nothing else stands there, else with the blanks before it. */
function removal(file: string, text: string, { start, end }: Pick<Suppression, "start" | "end">): Edit {
  let from = start;
  while (from > 0 && (text[from - 1] === " " || text[from - 1] === "\t")) from -= 1;
  const alone = from === 0 || text[from - 1] === "\n";
  const lineEnd = /^[ \t]*\r?\n?/.exec(text.slice(end))?.[0].length ?? 0;
  // At the start of a file U+FEFF is a mark, below it a word: the line end stays between.
  const wouldBeMark = from === 0 && text[end + lineEnd] === "\uFEFF";
  return { file, start: from, end: alone && !wouldBeMark ? end + lineEnd : end, text: "" };
}

/** One name of several, with the comma or blank that parts it from the next or the one before. */
function withoutRule(file: string, { rules }: Suppression, rule: Suppression["rules"][number]): Edit {
  const at = rules.indexOf(rule);
  const next = rules[at + 1];
  const before = rules[at - 1];
  if (next !== undefined) return { file, start: rule.start, end: next.start, text: "" };
  return { file, start: before?.end ?? rule.start, end: rule.end, text: "" };
}
