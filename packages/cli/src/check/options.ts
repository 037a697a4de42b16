import { groupNames, type Severity, settingsByRule } from "@kalint/lint";
import type { Level, TemplateSetting } from "@kalint/project";
import { say } from "@kalint/schema";
import { templateLanguages } from "@kalint/syntax";
import { type FormatName, formatNames } from "../output/index.js";
import { didYouMean, notAllowed, UsageError } from "../usage.js";
import { categoryNames, ruleIds } from "./names.js";

/** What commander makes of the command line; `parseCheckOptions` checks and types it. */
export interface RawCheckOptions {
  readonly config?: string;
  readonly target?: string;
  readonly configId?: string;
  readonly format?: readonly string[];
  readonly outputFile?: string;
  readonly fix?: boolean;
  readonly unsafeFixes?: boolean;
  readonly diff?: boolean;
  readonly exclude?: readonly string[];
  readonly rule?: readonly string[];
  readonly only?: readonly string[];
  readonly failLevel?: string;
  readonly maxWarnings?: string;
  readonly maxDiagnostics?: string;
  readonly listFiles?: boolean;
  readonly exitNonZeroOnFix?: boolean;
  readonly stdinFilename?: string;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly statistics?: boolean;
  readonly neighbours?: boolean;
  readonly template?: string;
  readonly embedded?: boolean;
  readonly render?: string;
  readonly renderHost?: readonly string[];
  readonly renderTimeout?: string;
  readonly thisHost?: boolean;
  readonly includeRoot?: readonly string[];
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly addSuppressions?: boolean;
  readonly showClusters?: boolean;
  readonly reason?: string;
}

/** One report to make: where `file` is left out it goes to standard output. */
export interface Output {
  readonly format: FormatName;
  readonly file?: string;
}

export interface CheckOptions {
  readonly config?: string;
  readonly target?: string;
  readonly configId?: string;
  readonly outputs: readonly Output[];
  readonly fix: boolean;
  readonly unsafeFixes: boolean;
  readonly diff: boolean;
  /** Patterns as in `.gitignore`, for what lies in the directories that are walked. */
  readonly exclude: readonly string[];
  readonly levels: Readonly<Record<string, Level>>;
  readonly only: readonly string[];
  readonly failLevel: Severity;
  readonly maxWarnings?: number;
  /** The text shows no more than this. */
  readonly maxDiagnostics?: number;
  readonly listFiles: boolean;
  readonly exitNonZeroOnFix: boolean;
  readonly stdinFilename?: string;
  readonly quiet: boolean;
  readonly color?: boolean;
  readonly statistics: boolean;
  readonly neighbours: boolean;
  readonly template?: TemplateSetting;
  readonly embedded: boolean;
  /** What renders templates: of the command line alone, because a `kalint.json` may be a stranger's. */
  readonly render?: { readonly command: string; readonly hosts: readonly string[]; readonly seconds: number };
  readonly thisHost: boolean;
  readonly includeRoot: readonly string[];
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly addSuppressions: boolean;
  readonly showClusters: boolean;
  readonly reason?: string;
}

export const levels: readonly Level[] = ["off", "info", "warning", "error"];
const severities: readonly Severity[] = ["error", "warning", "info"];

/** Throws a UsageError that says what was wrong and what is allowed. */
export function parseCheckOptions(raw: RawCheckOptions): CheckOptions {
  const outputs = parseOutputs(raw.format ?? [], raw.outputFile);
  if (raw.statistics && outputs.some(({ format }) => !["text", "concise", "json"].includes(format))) {
    throw new UsageError(say`--statistics goes with --format text, concise or json.`);
  }
  if (raw.showClusters && outputs.some(({ format }) => !["text", "json"].includes(format)))
    throw new UsageError(say`--show-clusters goes with --format text or json.`);
  if (raw.unsafeFixes && !raw.fix && !raw.diff) throw new UsageError(say`--unsafe-fixes goes with --fix or --diff.`);
  if (raw.exitNonZeroOnFix && !raw.fix) throw new UsageError(say`--exit-non-zero-on-fix goes with --fix.`);
  if (raw.reason !== undefined && !raw.addSuppressions)
    throw new UsageError(say`--reason goes with --add-suppressions.`);
  const modes = [raw.fix || raw.diff, raw.addSuppressions, raw.writeBaseline !== undefined].filter(Boolean);
  if (modes.length > 1) {
    throw new UsageError(say`--fix or --diff, --add-suppressions and --write-baseline each want a run of their own.`);
  }
  const failLevel = raw.failLevel ?? "error";
  if (!isOneOf(failLevel, severities)) throw notAllowed("--fail-level", failLevel, severities);
  return {
    ...(raw.config === undefined ? {} : { config: raw.config }),
    ...(raw.target === undefined ? {} : { target: raw.target }),
    ...(raw.configId === undefined ? {} : { configId: raw.configId }),
    ...(raw.stdinFilename === undefined ? {} : { stdinFilename: raw.stdinFilename }),
    ...(raw.color === undefined ? {} : { color: raw.color }),
    ...(raw.baseline === undefined ? {} : { baseline: raw.baseline }),
    ...(raw.writeBaseline === undefined ? {} : { writeBaseline: raw.writeBaseline }),
    ...(raw.template === undefined ? {} : { template: parseTemplate(raw.template) }),
    ...parseRender(raw),
    ...(raw.reason === undefined ? {} : { reason: raw.reason }),
    ...(raw.maxWarnings === undefined ? {} : { maxWarnings: parseCount("--max-warnings", raw.maxWarnings) }),
    ...(raw.maxDiagnostics === undefined
      ? {}
      : { maxDiagnostics: parseCount("--max-diagnostics", raw.maxDiagnostics) }),
    listFiles: raw.listFiles ?? false,
    exitNonZeroOnFix: raw.exitNonZeroOnFix ?? false,
    outputs,
    fix: raw.fix ?? false,
    unsafeFixes: raw.unsafeFixes ?? false,
    diff: raw.diff ?? false,
    exclude: raw.exclude ?? [],
    levels: parseLevels(raw.rule ?? []),
    only: parseOnly(raw.only ?? []),
    failLevel,
    quiet: raw.quiet ?? false,
    statistics: raw.statistics ?? false,
    neighbours: raw.neighbours ?? true,
    embedded: raw.embedded ?? false,
    thisHost: raw.thisHost ?? false,
    includeRoot: raw.includeRoot ?? [],
    addSuppressions: raw.addSuppressions ?? false,
    showClusters: raw.showClusters ?? false,
  };
}

/** `text`, or `sarif=findings.sarif` for one of several. */
export function parseOutputs(given: readonly string[], outputFile: string | undefined): Output[] {
  const outputs = (given.length === 0 ? ["text"] : given).map((value): Output => {
    const [name = "", ...rest] = value.split("=");
    if (!isOneOf(name, formatNames)) throw notAllowed("--format", name, formatNames);
    if (rest.length === 0) return { format: name };
    const file = rest.join("=");
    if (file === "") throw new UsageError(say`--format ${name}= needs a file after the equals sign.`);
    return { format: name, file };
  });
  const open = outputs.filter(({ file }) => file === undefined);
  if (open.length > 1) {
    const names = open.map(({ format }) => format).join(say` and `);
    throw new UsageError(
      say`Only one format can go to one place, not ${names}: write --format NAME=FILE for the others.`,
    );
  }
  if (outputFile === undefined) return outputs;
  if (open.length === 0) throw new UsageError(say`--output-file has no format left to write: each has its own file.`);
  return outputs.map((output) => (output.file === undefined ? { ...output, file: outputFile } : output));
}

export function parseTemplate(value: string): TemplateSetting {
  const allowed = [...templateLanguages, "none"] as const;
  if (!isOneOf(value, allowed)) throw notAllowed("--template", value, allowed);
  return value;
}

function parseRender(raw: RawCheckOptions): Pick<CheckOptions, "render"> {
  const { render: command, renderHost: hosts = [], renderTimeout: timeout } = raw;
  if (command === undefined) {
    if (hosts.length > 0) throw new UsageError(say`--render-host goes with --render.`);
    if (timeout !== undefined) throw new UsageError(say`--render-timeout goes with --render.`);
    return {};
  }
  if (raw.fix || raw.diff || raw.addSuppressions) {
    throw new UsageError(
      say`--render checks what templates are rendered to, and changes nothing: run --fix, --diff and --add-suppressions without it.`,
    );
  }
  const seconds = Number(timeout ?? 60);
  if (!(seconds > 0 && seconds <= 3600)) {
    throw new UsageError(say`--render-timeout takes a number of seconds up to 3600, not '${timeout}'.`);
  }
  return { render: { command, hosts, seconds } };
}

function parseLevels(given: readonly string[]): Record<string, Level> {
  const result: Record<string, Level> = {};
  for (const value of given) {
    const [id = "", level, ...rest] = value.split("=");
    if (level === undefined || rest.length > 0) {
      throw new UsageError(
        say`--rule '${value}' is not of the form ID=LEVEL, such as --rule missing-health-check=off.`,
      );
    }
    if (!ruleIds().includes(id) && !groupNames.includes(id)) throw unknownRule("--rule", id, groupNames);
    if (!isOneOf(level, levels)) throw notAllowed(say`the level of --rule ${id}`, level, levels);
    result[id] = level;
  }
  return settingsByRule(result, (level) => level === "off");
}

function parseOnly(given: readonly string[]): string[] {
  const wanted = given.flatMap((value) => value.split(",")).map((value) => value.trim());
  for (const value of wanted) {
    if (categoryNames.includes(value) || ruleIds().includes(value)) continue;
    throw unknownRule("--only", value, categoryNames);
  }
  return wanted;
}

function unknownRule(option: string, value: string, further: readonly string[] = []): UsageError {
  const allowed = further.length > 0 ? say`a category (${further.join(", ")}) or a rule` : say`a rule`;
  const hint = didYouMean(value, [...further, ...ruleIds()]);
  return new UsageError(
    say`${option}: there is no rule '${value}'.${hint} Allowed: ${allowed}; 'kalint rules' lists them.`,
  );
}

function parseCount(option: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(say`${option} takes a whole number from 0, not '${value}'.`);
  return Number(value);
}

function isOneOf<T extends string>(value: string, allowed: readonly T[]): value is T {
  return (allowed as readonly string[]).includes(value);
}
