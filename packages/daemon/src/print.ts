import { say } from "@kalint/schema";
import type { EffectiveConfiguration, EffectiveLine, EffectiveStatement, Expansion, Place } from "./types.js";
import { outcomesIn, replacementOf, type Setting } from "./values/settings.js";

export interface PrintOptions {
  /** Say where lines come from that do not stand in the main file as they are shown. */
  readonly origins: boolean;
  /** Leave out what would show a password besides the line that holds it. */
  readonly masksPasswords?: boolean;
  /** The value that is in force, where keepalived takes another than is written. */
  readonly asRead?: boolean;
  /** How the path of a file is shown; without it as it was read. */
  pathOf?(path: string): string;
  /** The line of an offset, from 1. */
  lineOf(place: Place): number;
}

/** After which word a secret begins; what follows it may belong to it. */
function secretAt({ keyword }: EffectiveStatement): number {
  const at = keyword.arguments?.findIndex(({ secret }) => secret === true) ?? -1;
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}

function holdsSecret({ keyword }: EffectiveStatement): boolean {
  return keyword.arguments?.some(({ secret }) => secret === true) ?? false;
}

/**
 * The configuration as text that keepalived would read the same, without includes, conditions and definitions. A line
 * that changes nothing, because its value is refused or an earlier one counts, is a comment, or left out.
 */
export function printEffective(effective: EffectiveConfiguration, options: PrintOptions): string {
  const lines: string[] = [];
  let file = effective.path;
  const put = (depth: number, text: string, from: EffectiveStatement | EffectiveLine, outcome?: Setting) => {
    const indent = "    ".repeat(depth);
    if (options.origins && from.place.file !== file) {
      file = from.place.file;
      lines.push(`${indent}# ${options.pathOf?.(file) ?? file}`);
    }
    const used = outcome && !isHidden(from) ? replacementOf(outcome) : undefined;
    const notes = [...(used === undefined ? [] : [say`read as ${used}`]), originOf(from, options)].filter(Boolean);
    const origin = options.origins ? notes.join("; ") : "";
    const shown = options.asRead && used !== undefined ? `${from.wording.words[0]!.value} ${used}` : text;
    lines.push(`${indent}${shown}${origin === "" ? "" : `  # ${origin}`}`);
  };
  const isHidden = (from: EffectiveStatement | EffectiveLine): boolean =>
    options.masksPasswords === true && "keyword" in from && holdsSecret(from);
  const print = (statement: EffectiveStatement, depth: number, outcome?: Setting) => {
    if (depth === 0 && lines.length > 0) lines.push("");
    const isBlock = statement.keyword.kind === "block" || statement.keyword.kind === "lines";
    put(depth, isBlock ? `${textOf(statement)} {` : textOf(statement), statement, outcome);
    const outcomes = outcomesIn(statement, effective.target);
    for (const child of statement.children) {
      const outcome = outcomes.get(child);
      if (outcome !== "ineffective") print(child, depth + 1, outcome);
      else if (options.origins) put(depth + 1, say`# not in force: ${textOf(child)}`, child);
    }
    for (const line of statement.lines) put(depth + 1, textOf(line), line);
    if (isBlock) lines.push(`${"    ".repeat(depth)}}`);
  };
  for (const statement of effective.statements) print(statement, 0);
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

/** The words with one blank between them; what the keyword splits for itself stays as it is. */
function textOf(from: EffectiveStatement | EffectiveLine): string {
  const splits = "keyword" in from && from.keyword.splitter !== undefined;
  return splits
    ? from.raw.trim()
    : from.words.map(({ value, quoted, unknown = value }) => (quoted ? `"${unknown}"` : unknown)).join(" ");
}

/** `$VIP, line 12`, `i=3, line 7`. Includes are told by the file's own line. */
function originOf(from: EffectiveStatement | EffectiveLine, options: PrintOptions): string {
  const steps = from.expansions.filter(({ kind }) => kind !== "include");
  if (steps.length === 0) return "";
  // A repetition's variable is substituted like a definition, and would be told twice.
  const variables = new Set(steps.filter(({ kind }) => kind === "repetition").map(({ name }) => name.split("=")[0]));
  const names = steps.filter(({ kind, name }) => kind === "repetition" || !variables.has(name)).map(nameOf);
  return say`${[...new Set(names)].join(", ")}, line ${options.lineOf(steps[0]!.place)}`;
}

function nameOf({ kind, name }: Expansion): string {
  return kind === "definition" ? `$${name}` : name;
}

/** The same for programs. */
export function effectiveOutput(
  effective: EffectiveConfiguration,
  lineOf: (place: Place) => number,
  options: { readonly masksPasswords?: boolean } = {},
) {
  const line = (from: EffectiveStatement | EffectiveLine) => ({
    words: from.words.map(({ value }, index) =>
      options.masksPasswords && "keyword" in from && index > secretAt(from) ? "*".repeat(value.length) : value,
    ),
    path: from.place.file,
    line: from.line,
    ...(from.expansions.length === 0
      ? {}
      : {
          expansions: from.expansions.map(({ kind, name, place }) => ({
            kind,
            name,
            path: place.file,
            line: lineOf(place),
          })),
        }),
  });
  const statement = (one: EffectiveStatement, outcome?: Setting | "ineffective"): object => {
    const outcomes = outcomesIn(one, effective.target);
    const used = outcome === undefined || outcome === "ineffective" ? undefined : replacementOf(outcome);
    return {
      keyword: one.keyword.path,
      ...line(one),
      // Its value is refused, or an earlier line counts.
      ...(outcome === "ineffective" && { ineffective: true }),
      ...(used !== undefined && !(options.masksPasswords && holdsSecret(one)) && { used }),
      ...(one.children.length === 0
        ? {}
        : { children: one.children.map((child) => statement(child, outcomes.get(child))) }),
      ...(one.lines.length === 0 ? {} : { lines: one.lines.map(line) }),
    };
  };
  return {
    path: effective.path,
    configId: effective.configId ?? null,
    files: effective.files.map(({ path }) => path),
    statements: effective.statements.map((one) => statement(one)),
  };
}
