/** What follows from braces that do not match. */
import type { Place } from "@kalint/daemon";
import { type LineTable, positionAt } from "@kalint/syntax";
import { lies } from "../statements.js";
import type { Diagnostic } from "../types.js";
import type { EchoRules } from "./echoes.js";

type BraceRules = Pick<EchoRules, "braces" | "definition" | "keyword" | "followsFrom" | "ofLines">;

/** By file: the finding that says that its braces do not match, and all errors in order. */
interface BraceErrors {
  readonly unbalanced: ReadonlyMap<string, Diagnostic>;
  readonly errors: ReadonlyMap<string, readonly Diagnostic[]>;
}

/** Where braces do not match, only what is a mistake of its line whatever the block is found by itself. */
export function braceCauses(
  rules: BraceRules,
  { unbalanced, errors }: BraceErrors,
  textOf: (path: string) => string | undefined,
  tableOf: (path: string) => LineTable,
): (diagnostic: Diagnostic) => Diagnostic | undefined {
  /** What a `}` that is one too many closes, read as lines of the block around it: its opening line is missing or a comment. */
  const readUnheaded = (brace: Diagnostic): Place | undefined => {
    const { place, related = [] } = brace;
    const text = textOf(place.file) ?? "";
    if (text[place.start] !== "}" || brace.causedBy) return undefined;
    const { starts } = tableOf(place.file);
    const indentOf = (line: number) => /^[ \t]*/.exec(text.slice(starts[line], starts[line + 1]))![0].length;
    let { line } = positionAt(tableOf(place.file), place.start);
    const own = indentOf(line);
    while (line > 0 && indentOf(line - 1) > own) line -= 1;
    return { ...place, start: starts[line]!, end: Math.max(place.end, ...related.map((each) => each.place.start)) };
  };
  const known = new Map<Diagnostic, Place | undefined>();
  const unheadedBy = (brace: Diagnostic): Place | undefined => {
    if (!known.has(brace)) known.set(brace, readUnheaded(brace));
    return known.get(brace);
  };
  return (diagnostic) => {
    if (unbalanced.size === 0) return undefined;
    const { severity, category, causedBy, lacks, rule, place } = diagnostic;
    const brace = filesOf(diagnostic).flatMap((file) => unbalanced.get(file) ?? [])[0];
    if (brace === undefined) return undefined;
    if (rule === rules.braces)
      return errors.get(place.file)?.find((each) => each.rule === rules.definition && each.place.start < place.start);
    if (category === "syntax") return undefined;
    const unheaded = rule === rules.keyword && !causedBy ? unheadedBy(brace) : undefined;
    if (unheaded && lies(place, unheaded)) return brace;
    const follows = causedBy ?? lacks ?? rules.followsFrom.get(rule);
    if (category === "cluster" || follows !== undefined) return brace;
    return severity !== "error" && !rules.ofLines.has(rule) ? brace : undefined;
  };
}

/** Its own, and between hosts those of the others. */
export function filesOf({ category, place, related = [] }: Diagnostic): readonly string[] {
  const others = category === "cluster" ? related.map((each) => each.place.file) : [];
  return [...new Set([place.file, ...others])];
}
