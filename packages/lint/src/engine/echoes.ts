/** One cause, one finding: which findings only follow from another that is named. */
import type { Place } from "@kalint/daemon";
import { blanksIn, isNameToReplace } from "@kalint/schema";
import { type LineTable, lineTable, positionAt } from "@kalint/syntax";
import { lies } from "../statements.js";
import { isNear } from "../suggest.js";
import type { Diagnostic, Lack, LintedFile } from "../types.js";
import { braceCauses, filesOf } from "./brace-causes.js";
import type { Swallowed } from "./swallowed.js";

export interface EchoRules {
  /** The rule that says that a text is no configuration: all else follows from that. */
  readonly content: string;
  /** The rule that says that a placeholder was not filled in. */
  readonly blank: string;
  /** The rule that says that a value is none of its keyword's: a name in capitals is to be replaced, and so are those behind it. */
  readonly argument: string;
  /** The rule that says that an id of a condition is misspelled: no host has it. */
  readonly condition: string;
  /** By rule, the rules that have the more to say of the same words. */
  readonly yieldsTo: ReadonlyMap<string, readonly string[]>;
  /** All of these. */
  readonly stronger: ReadonlySet<string>;
  /** The rule that says that braces do not match. */
  readonly braces: string;
  /** The rule that says that a name in braces has no value: keepalived counts these braces. */
  readonly definition: string;
  /** The rule that says that a keyword is none of its block. */
  readonly keyword: string;
  /** The rule that says that a name is not defined. */
  readonly reference: string;
  /** By rule, the keywords whose lines, where they are wrong, bring about what it finds. */
  readonly followsFrom: ReadonlyMap<string, readonly string[]>;
  /** The rules whose findings rest on their own lines, in whatever block these are found. */
  readonly ofLines: ReadonlySet<string>;
  /** What blocks without one of their braces have swallowed. */
  readonly swallowed: readonly Swallowed[];
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
  const found = new Map<Diagnostic, Diagnostic>();
  for (const { diagnostics } of files) {
    for (const each of diagnostics) {
      const { causedBy, lacks } = each;
      const cause =
        causes.foreign(each) ??
        causes.swallowing(each) ??
        (causedBy && noLess(each, causes.onLine(causedBy))) ??
        causes.onBlank(each) ??
        causes.ofCondition(each) ??
        causes.onSameWords(each) ??
        (lacks && causes.insteadOf(lacks, each)) ??
        causes.onKeyword(each) ??
        causes.ofBraces(each) ??
        (causedBy && causes.firstBy(causedBy));
      if (cause !== undefined && cause !== each) found.set(each, cause);
    }
  }
  const causeOf = (each: Diagnostic) => found.get(each);
  return files.map(({ path, diagnostics }) => ({
    path,
    diagnostics: diagnostics.map((each) => {
      const first = found.get(each);
      // Most follow from nothing, and say nothing of it.
      if (first === undefined && each.causedBy === undefined && each.lacks === undefined) return each;
      const { causedBy: _, lacks: __, ...rest } = each;
      const cause = rootOf(each, first, causeOf);
      return cause === undefined ? rest : { ...rest, causedBy: cause.place };
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
  /** It is on a line that another block has swallowed. */
  swallowing(diagnostic: Diagnostic): Diagnostic | undefined;
  /** An error on a line of a keyword that it follows from. */
  onKeyword(diagnostic: Diagnostic): Diagnostic | undefined;
  /** Where nothing is said of the cause itself: the first error that follows from it. */
  firstBy(place: Place): Diagnostic | undefined;
  /** The braces of its file do not match, and it is no certain mistake of a line by itself. */
  ofBraces(diagnostic: Diagnostic): Diagnostic | undefined;
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
  const noted = noteAll(files, rules, textOf, key);
  const { onLines, errors } = noted;
  const blanks = new Map<string, readonly { readonly start: number; readonly end: number }[]>();
  const wordsAt = lineWords(textOf, tableOf);
  const sameName = byName(errors, wordsAt);
  const errorFor = ({ within, keywords, named }: Lack, diagnostic: Diagnostic): Diagnostic | undefined => {
    const candidates =
      within === undefined ? (sameName().get(named ?? "") ?? []) : among(errors.get(within.file) ?? [], within);
    return candidates.find((other) => {
      if (other === diagnostic || other.lacks?.within !== undefined) return false;
      const [first = "", second] = wordsAt(other.place);
      // `lb _kind NAT`
      const joined = other.rule === rules.keyword && second !== undefined ? `${first}${second}` : first;
      return (
        (keywords === undefined || keywords.some((keyword) => isNear(first, keyword) || isNear(joined, keyword))) &&
        (named === undefined || second === named)
      );
    });
  };
  const insteadOf: Causes["insteadOf"] = (lack, diagnostic) => {
    const root = rootOf(diagnostic, errorFor(lack, diagnostic), (each) => each.lacks && errorFor(each.lacks, each));
    const cause = (root?.causedBy && onLines.get(key(root.causedBy))) ?? root;
    return cause === diagnostic ? undefined : cause;
  };
  return {
    foreign: ({ place }) => noted.foreign.get(place.file),
    onLine: (place) => onLines.get(key(place)),
    firstBy: (place) => noted.firstBy.get(key(place)),
    onBlank(diagnostic) {
      const { file, start, end } = diagnostic.place;
      const name = isName(diagnostic, rules, textOf) ? noted.names.get(file) : undefined;
      if (name !== undefined && name !== diagnostic) return noted.unfilled.get(file) ?? name;
      const cause = noted.unfilled.get(file);
      if (cause === undefined) return undefined;
      const all = blanks.get(file) ?? blanksIn(textOf(file) ?? "");
      blanks.set(file, all);
      return all.some((blank) => blank.start < end && start < blank.end) ? cause : undefined;
    },
    ofCondition({ configIds }) {
      if (noted.conditions.size === 0) return undefined;
      const found = configIds.map((id) => noted.conditions.get(id));
      return found.every((each) => each !== undefined) ? found[0] : undefined;
    },
    onSameWords({ rule, place }) {
      return rules.yieldsTo
        .get(rule)
        ?.flatMap((other) => noted.stronger.get(`${other}\0${key(place)}`) ?? [])
        .find((other) => overlap(other.place, place));
    },
    insteadOf,
    onKeyword: keywordCauses(rules, errors, wordsAt),
    swallowing(diagnostic) {
      if (diagnostic.rule === rules.braces) return undefined;
      const block = rules.swallowed.find((each) => lies(diagnostic.place, each));
      return block && onLines.get(key(block.header));
    },
    ofBraces: braceCauses(rules, noted, textOf, tableOf),
  };
}

/** The findings that others may follow from. */
interface Noted {
  /** The worst on a line, by file and line. */
  readonly onLines: ReadonlyMap<string, Diagnostic>;
  /** By file, in order. */
  readonly errors: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly foreign: ReadonlyMap<string, Diagnostic>;
  readonly unfilled: ReadonlyMap<string, Diagnostic>;
  /** The first name in capitals that is to be replaced. */
  readonly names: ReadonlyMap<string, Diagnostic>;
  readonly conditions: ReadonlyMap<string, Diagnostic>;
  readonly unbalanced: ReadonlyMap<string, Diagnostic>;
  /** By the line that they say they follow from. */
  readonly firstBy: ReadonlyMap<string, Diagnostic>;
  readonly stronger: ReadonlyMap<string, readonly Diagnostic[]>;
}

function noteAll(
  files: readonly LintedFile[],
  rules: EchoRules,
  textOf: (path: string) => string | undefined,
  key: (place: Place) => string,
): Noted {
  const onLines = new Map<string, Diagnostic>();
  const errors = new Map<string, Diagnostic[]>();
  const foreign = new Map<string, Diagnostic>();
  const unfilled = new Map<string, Diagnostic>();
  const names = new Map<string, Diagnostic>();
  const conditions = new Map<string, Diagnostic>();
  const unbalanced = new Map<string, Diagnostic>();
  const firstBy = new Map<string, Diagnostic>();
  const stronger = new Map<string, Diagnostic[]>();
  for (const each of files.flatMap(({ diagnostics }) => diagnostics)) {
    const { file, start, end } = each.place;
    const line = key(each.place);
    const isError = each.severity === "error";
    if (each.rule === rules.content) foreign.set(file, each);
    if (each.rule === rules.blank && !unfilled.has(file)) unfilled.set(file, each);
    if (!names.has(file) && isName(each, rules, textOf)) names.set(file, each);
    // One that has no fix may be a host after all.
    if (each.rule === rules.condition && (each.fixes ?? []).length > 0)
      conditions.set(textOf(file)?.slice(start, end) ?? "", each);
    // One that follows from another mistake only where there is no other.
    if (each.rule === rules.braces && isError && (!unbalanced.has(file) || unbalanced.get(file)?.causedBy))
      unbalanced.set(file, each);
    if (rules.stronger.has(each.rule)) addTo(stronger, `${each.rule}\0${line}`, each);
    // A line for a host that nobody has is missing for the one that was meant.
    if (isError || each.rule === rules.condition) addTo(errors, file, each);
    if (each.causedBy !== undefined) {
      const by = key(each.causedBy);
      if (isError && !firstBy.has(by)) firstBy.set(by, each);
      continue;
    }
    const known = onLines.get(line);
    if (known === undefined || (known.severity !== "error" && isError)) onLines.set(line, each);
  }
  return { onLines, errors, foreign, unfilled, names, conditions, unbalanced, firstBy, stronger };
}

/** A value in capitals that is to be replaced: `VIP`, but not in `${VIP}`. */
function isName(
  { rule, place: { file, start, end } }: Diagnostic,
  rules: EchoRules,
  textOf: (path: string) => string | undefined,
): boolean {
  if (rule !== rules.argument) return false;
  const text = textOf(file) ?? "";
  return text[start - 1] !== "{" && isNameToReplace(text.slice(start, end));
}

/** With more errors than this in a file, the one that others follow from is not looked for among the rest. */
const mostErrors = 200;

function keywordCauses(
  rules: EchoRules,
  errors: Noted["errors"],
  wordsAt: (place: Place) => readonly string[],
): Causes["onKeyword"] {
  return (diagnostic) => {
    const { rule, category, place } = diagnostic;
    const isBetweenHosts = category === "cluster";
    const keywords = rules.followsFrom.get(rule) ?? [];
    const [same = ""] = isBetweenHosts ? wordsAt(place) : [];
    if (keywords.length === 0 && same === "") return undefined;
    const candidates = filesOf(diagnostic).flatMap((file) => errors.get(file)?.slice(0, mostErrors) ?? []);
    return candidates.find((other) => {
      if (other === diagnostic || other.lacks?.within !== undefined) return false;
      if (isBetweenHosts && other.category === "cluster") return false;
      const [first = ""] = wordsAt(other.place);
      // Between hosts the line that is wrong is the other one's.
      const isSame = same !== "" && other.place.file !== place.file && isNear(first, same);
      // The script, process or instance of another name takes no part there.
      const isReference = isBetweenHosts && keywords.length > 0 && other.rule === rules.reference;
      return isSame || isReference || keywords.some((keyword) => isNear(first, keyword));
    });
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
