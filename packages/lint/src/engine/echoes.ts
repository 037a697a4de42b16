/** One cause, one finding: which findings only follow from another that is named. */
import type { Place } from "@kalint/daemon";
import { blanksIn } from "@kalint/schema";
import { type LineTable, lineTable, positionAt } from "@kalint/syntax";
import { isNear } from "../suggest.js";
import type { Diagnostic, Lack, LintedFile } from "../types.js";

export interface EchoRules {
  /** The rule that says that a text is no configuration: all else follows from that. */
  readonly content: string;
  /** The rule that says that a placeholder was not filled in. */
  readonly blank: string;
  /** The rule that says that an id of a condition is misspelled: no host has it. */
  readonly condition: string;
  /** By rule, the rules that have the more to say of the same words. */
  readonly yieldsTo: ReadonlyMap<string, readonly string[]>;
}

/**
 * Keeps `causedBy` only where the cause is among the findings, as the place of that finding: an echo is folded under
 * it, and without it nothing would be said. In a text that is no configuration everything follows from that, and what is
 * found on a placeholder follows from its not being filled in.
 */
export function withEchoes(
  files: readonly LintedFile[],
  rules: EchoRules,
  textOf: (path: string) => string | undefined,
): readonly LintedFile[] {
  const causes = createCauses(files, rules, textOf);
  return files.map((file) => ({
    ...file,
    diagnostics: file.diagnostics.map((each) => {
      const { causedBy, lacks, ...rest } = each;
      const cause =
        causes.foreign(each) ??
        (causedBy && noLess(each, causes.onLine(causedBy))) ??
        causes.onBlank(each) ??
        causes.ofCondition(each) ??
        causes.onSameWords(each) ??
        (lacks && causes.insteadOf(lacks, each));
      return cause === undefined || cause === each ? rest : { ...rest, causedBy: cause.place };
    }),
  }));
}

/** Nothing is folded under what is less than itself. */
function noLess(echo: Diagnostic, cause: Diagnostic | undefined): Diagnostic | undefined {
  return cause?.severity === "error" || cause?.severity === echo.severity ? cause : undefined;
}

/** What other findings may follow from, by the ways in which they do. */
interface Causes {
  /** The text is no configuration. */
  foreign(diagnostic: Diagnostic): Diagnostic | undefined;
  /** The worst on a line. */
  onLine(place: Place): Diagnostic | undefined;
  /** It is on a placeholder. */
  onBlank(diagnostic: Diagnostic): Diagnostic | undefined;
  /** It is seen only as hosts that nobody has. */
  ofCondition(diagnostic: Diagnostic): Diagnostic | undefined;
  /** A rule that it yields to has said more of the same words. */
  onSameWords(diagnostic: Diagnostic): Diagnostic | undefined;
  /** The error on the line that is missing. */
  insteadOf(lack: Lack, diagnostic: Diagnostic): Diagnostic | undefined;
}

function createCauses(
  files: readonly LintedFile[],
  rules: EchoRules,
  textOf: (path: string) => string | undefined,
): Causes {
  const tables = new Map<string, LineTable>();
  const tableOf = (file: string): LineTable => {
    const table = tables.get(file) ?? lineTable(textOf(file) ?? "");
    tables.set(file, table);
    return table;
  };
  const key = ({ file, start }: Place) => `${file}\0${positionAt(tableOf(file), start).line}`;
  const onLines = new Map<string, Diagnostic>();
  const foreign = new Map<string, Diagnostic>();
  const unfilled = new Map<string, Diagnostic>();
  const conditions = new Map<string, Diagnostic>();
  /** In order. */
  const errors = new Map<string, Diagnostic[]>();
  const stronger = new Map<string, Diagnostic[]>();
  const strong = new Set([...rules.yieldsTo.values()].flat());
  for (const { diagnostics } of files) {
    for (const each of diagnostics) {
      const { file, start, end } = each.place;
      if (each.rule === rules.content) foreign.set(file, each);
      if (each.rule === rules.blank && !unfilled.has(file)) unfilled.set(file, each);
      // One that has no fix may be a host after all.
      if (each.rule === rules.condition && (each.fixes ?? []).length > 0)
        conditions.set(textOf(file)?.slice(start, end) ?? "", each);
      if (strong.has(each.rule)) addTo(stronger, `${each.rule}\0${key(each.place)}`, each);
      if (each.severity === "error") addTo(errors, file, each);
      if (each.causedBy !== undefined) continue;
      const known = onLines.get(key(each.place));
      if (known === undefined || (known.severity !== "error" && each.severity === "error"))
        onLines.set(key(each.place), each);
    }
  }
  const blanks = new Map<string, readonly { readonly start: number; readonly end: number }[]>();
  const wordsAt = lineWords(textOf, tableOf);
  const sameName = byName(errors, wordsAt);
  const errorFor = ({ within, keywords, named }: Lack, diagnostic: Diagnostic): Diagnostic | undefined => {
    const candidates =
      within === undefined ? (sameName().get(named ?? "") ?? []) : among(errors.get(within.file) ?? [], within);
    return candidates.find((other) => {
      if (other === diagnostic || other.lacks?.within !== undefined) return false;
      const [first = "", second] = wordsAt(other.place);
      return (
        (keywords === undefined || keywords.some((keyword) => isNear(first, keyword))) &&
        (named === undefined || second === named)
      );
    });
  };
  const insteadOf: Causes["insteadOf"] = (lack, diagnostic) => {
    const root = rootOf(diagnostic, errorFor(lack, diagnostic), (each) => each.lacks && errorFor(each.lacks, each));
    return (root?.causedBy && onLines.get(key(root.causedBy))) ?? root;
  };
  return {
    foreign: ({ place }) => foreign.get(place.file),
    onLine: (place) => onLines.get(key(place)),
    onBlank({ place: { file, start, end } }) {
      const cause = unfilled.get(file);
      if (cause === undefined) return undefined;
      const all = blanks.get(file) ?? blanksIn(textOf(file) ?? "");
      blanks.set(file, all);
      return all.some((blank) => blank.start < end && start < blank.end) ? cause : undefined;
    },
    ofCondition({ configIds }) {
      const found = configIds.map((id) => conditions.get(id));
      return found.every((each) => each !== undefined) ? found[0] : undefined;
    },
    onSameWords({ rule, place }) {
      return rules.yieldsTo
        .get(rule)
        ?.flatMap((other) => stronger.get(`${other}\0${key(place)}`) ?? [])
        .find((other) => overlap(other.place, place));
    },
    insteadOf,
  };
}

/** What names a definition that is missing may itself follow from how that one is written: the last of such a row. */
function rootOf(
  start: Diagnostic,
  first: Diagnostic | undefined,
  causeOf: (diagnostic: Diagnostic) => Diagnostic | undefined,
): Diagnostic | undefined {
  const seen = new Set([start]);
  let root: Diagnostic | undefined;
  for (let next = first; next; next = causeOf(next)) {
    // Two that each follow from the other are two mistakes: folded, neither would be seen.
    if (seen.has(next)) return undefined;
    seen.add(next);
    root = next;
  }
  return root;
}

/** Those inside of a place, of findings in order. */
function among(all: readonly Diagnostic[], { start, end }: Place): readonly Diagnostic[] {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.place.start < start) low = middle + 1;
    else high = middle;
  }
  let past = low;
  while (past < all.length && all[past]!.place.start < end) past += 1;
  return all.slice(low, past);
}

function addTo(lists: Map<string, Diagnostic[]>, name: string, diagnostic: Diagnostic): void {
  const list = lists.get(name);
  if (list) list.push(diagnostic);
  else lists.set(name, [diagnostic]);
}

function overlap(one: Place, other: Place): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The first words of the line that a place is on, without a condition, a colon or quotation marks. */
function lineWords(textOf: (path: string) => string | undefined, tableOf: (path: string) => LineTable) {
  return ({ file, start }: Place): readonly string[] => {
    const text = textOf(file) ?? "";
    const { line } = positionAt(tableOf(file), start);
    const from = tableOf(file).starts[line] ?? 0;
    const to = tableOf(file).starts[line + 1] ?? text.length;
    const words = text
      .slice(from, Math.min(to, from + longEnough))
      .trim()
      .split(/[\s{]+/, 4);
    if (words[0]?.startsWith("@")) words.shift();
    return words.map((word) => word.replace(/^"|(?<![":=])[":=]+$/g, ""));
  };
}

/** The first words of a line are within this; a line may have megabytes. */
const longEnough = 400;

/** All errors, by the second word of their line. Made only where something asks for it. */
function byName(
  errors: ReadonlyMap<string, readonly Diagnostic[]>,
  wordsAt: (place: Place) => readonly string[],
): () => ReadonlyMap<string, readonly Diagnostic[]> {
  let names: Map<string, Diagnostic[]> | undefined;
  return () => {
    if (names !== undefined) return names;
    names = new Map();
    for (const each of [...errors.values()].flat()) {
      addTo(names, wordsAt(each.place)[1] ?? "", each);
    }
    return names;
  };
}
