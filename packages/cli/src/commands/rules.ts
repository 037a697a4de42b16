import { rules as allRules, type Rule } from "@kalint/lint";
import { say, textsOf } from "@kalint/schema";
import { coloursFor, severityColour } from "../render/colours.js";
import { displayWidth } from "../render/width.js";
import { wrap } from "../render/wrap.js";
import { rulePageUrl } from "../report/links.js";
import { type ExitStatus, exitStatus, type Surroundings, widthOf } from "../surroundings.js";
import { notAllowed } from "../usage.js";

interface RawRulesOptions {
  readonly format?: string;
  readonly color?: boolean;
}

/** Lists every rule: for people as a table, for programs as JSON. */
export function rules(surroundings: Surroundings, options: RawRulesOptions): ExitStatus {
  const format = options.format ?? "text";
  if (format !== "text" && format !== "json") throw notAllowed("--format", format, ["text", "json"]);
  surroundings.output.write(format === "json" ? rulesJson() : rulesTable(surroundings, options.color));
  return exitStatus.clean;
}

function rulesJson(): string {
  const list = allRules.map((rule) => ({
    id: rule.id,
    severity: rule.severity,
    category: rule.category,
    scope: rule.scope,
    fixable: rule.fixable ?? null,
    summary: textsOf(rule).summary,
    since: rule.since,
    options: rule.options ?? {},
    url: rulePageUrl(rule.id),
  }));
  return `${JSON.stringify({ version: 1, rules: list }, null, 2)}\n`;
}

function rulesTable(surroundings: Surroundings, color: boolean | undefined): string {
  const { output } = surroundings;
  const colours = coloursFor(surroundings, output, color);
  const head = [say`rule`, say`severity`, say`category`, say`fix`, say`finds`] as const;
  const cells = allRules.map(
    (rule) => [rule.id, rule.severity, rule.category, fixOf(rule), textsOf(rule).summary] as const,
  );
  const widths = [0, 1, 2, 3].map((column) => Math.max(...[head, ...cells].map((row) => displayWidth(row[column]!))));
  const indent = widths.reduce((sum, width) => sum + width + 2, 0);
  // A table that does not fit beside its summaries gives them lines of their own.
  const beside = widthOf(output) - indent >= 40;
  const room = beside ? widthOf(output) - indent : widthOf(output) - 4;
  const line = (row: readonly string[], paint: (cell: string, column: number) => string) =>
    widths
      .map((width, column) => paint(row[column]! + " ".repeat(width - displayWidth(row[column]!)), column))
      .join("  ");
  const out = [
    colours.dim(beside ? `${line(head, (cell) => cell)}  ${head[4]}` : line(head, (cell) => cell).trimEnd()),
  ];
  for (const [at, row] of cells.entries()) {
    const severity = severityColour(colours, allRules[at]!.severity);
    const front = line(row, (cell, column) =>
      column === 0 ? colours.bold(cell) : column === 1 ? severity(cell) : cell,
    );
    const [first = "", ...rest] = wrap(row[4], room);
    if (beside) out.push(`${front}  ${first}`, ...rest.map((text) => " ".repeat(indent) + text));
    else out.push(front.trimEnd(), ...[first, ...rest].map((text) => `    ${text}`));
  }
  return `${out.join("\n")}\n`;
}

function fixOf(rule: Rule): string {
  return rule.fixable ?? "";
}
