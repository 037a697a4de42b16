import { type HostFacts, memoryHost } from "@kalint/daemon";
import { type Diagnostic, type Example, lint, mayClaim, type RuleFailure, ruleById } from "@kalint/lint";
import type { RuleOptions } from "@kalint/project";
import { newestVersion, type Version } from "@kalint/schema";
import { expect } from "vitest";
import { marksOf, splitFiles } from "../support/marks.js";

export interface Linted {
  readonly diagnostics: readonly Diagnostic[];
  readonly failures: readonly RuleFailure[];
}

/** Lints files in memory, with the rules that are on and `also`. The first one is a main file; so is every other that none of them includes and that is named like one. */
export function lintFiles(
  files: string | Readonly<Record<string, string>>,
  options: {
    readonly target?: Version;
    readonly configId?: string;
    readonly only?: readonly string[];
    readonly also?: string;
    readonly facts?: HostFacts;
    readonly embedded?: boolean;
    readonly options?: RuleOptions;
  } = {},
): Linted {
  const all = typeof files === "string" ? { "keepalived.conf": files } : files;
  const [first, ...others] = Object.keys(all);
  const paths = [first!, ...others.filter((path) => /(^|\/)(keepalived|lb\d+)\.conf$/.test(path))];
  const { target = newestVersion, also, options: set, ...rest } = options;
  const rule = also === undefined ? undefined : ruleById(also);
  const result = lint({
    paths,
    host: memoryHost(all, true),
    target,
    ...rest,
    ...(set && { options: () => set }),
    ...(rule?.preset && { severities: { [rule.id]: rule.severity } }),
  });
  return { diagnostics: result.files.flatMap((file) => file.diagnostics), failures: result.failures };
}

/** The rules that an example is about. What suppressions hold back is found by all. */
export function rulesOf({ files, alsoGives = [] }: Example, id: string): readonly string[] | undefined {
  return JSON.stringify(files).includes("kalint-disable") ? undefined : [id, ...alsoGives];
}

export function lintExample(
  { files, target, configId, facts, options }: Example,
  also?: string,
  only?: readonly string[],
): Linted {
  return lintFiles(files, {
    ...(only && { only }),
    ...(target && { target }),
    ...(configId !== undefined && { configId }),
    ...(facts && { facts }),
    ...(also !== undefined && { also }),
    ...(options && also !== undefined && { options: { [also]: options } }),
  });
}

/** One line a diagnostic, for comparisons that show everything at once. */
export function shown({ diagnostics, failures }: Linted): readonly string[] {
  return [
    ...diagnostics.map(({ rule, message, place }) => `${place.file}:${place.start}-${place.end} ${rule}: ${message}`),
    ...failures.map(({ rule, message }) => `${rule} failed: ${message}`),
  ];
}

/**
 * Checks that the marked diagnostics are found, and no others. `# target 2.2.7`, `# config-id lb1` and `# interfaces eth0 eth1`
 * (users, groups, scripts) set the case up.
 */
export function checkMarked(text: string, also?: string): void {
  const files = splitFiles(text, "keepalived.conf");
  const target = /^# target (\S+)$/m.exec(text)?.[1] as Version | undefined;
  const configId = /^# config-id (\S+)$/m.exec(text)?.[1];
  const facts = factsIn(text);
  const linted = lintFiles(files, {
    facts,
    ...(target && { target }),
    ...(configId !== undefined && { configId }),
    ...(also !== undefined && { also }),
  });
  for (const { category, daemon, rule } of linted.diagnostics)
    expect(daemon === undefined || mayClaim({ category }), rule).toBe(true);
  const expected = Object.entries(files).flatMap(([path, content]) =>
    marksOf(content).map(({ start, end, rule, message }) => `${path}:${start}-${end} ${rule}: ${message}`),
  );
  expect(
    shown({ ...linted, diagnostics: linted.diagnostics.map((each) => withinLine(each, files)) }).toSorted(),
  ).toEqual(expected.toSorted());
}

function factsIn(text: string): HostFacts {
  const given = text.matchAll(/^# (interfaces|users|groups|scripts) (.+)$/gm);
  return Object.fromEntries([...given].map(([, key, names]) => [key, names!.split(" ")]));
}

function withinLine(diagnostic: Diagnostic, files: Readonly<Record<string, string>>): Diagnostic {
  const { file, start, end } = diagnostic.place;
  const lineEnd = files[file]!.indexOf("\n", start);
  return { ...diagnostic, place: { file, start, end: lineEnd < 0 ? end : Math.min(end, lineEnd) } };
}

/** What stands behind the name of a block. */
const headers: Readonly<Record<string, string>> = {
  vrrp_sync_group: "all",
  vrrp_instance: "web",
  vrrp_script: "check",
  vrrp_track_process: "nginx",
  bfd_instance: "peer",
  virtual_server: "192.0.2.10 80",
  real_server: "10.0.0.2 80",
};

/** The blocks of a keyword's path, with these lines in the innermost one. */
export function within(path: string, lines: string): string {
  const blocks = path.split("/").slice(0, -1);
  const open = blocks.map((name) => `${name} ${headers[name] ?? ""} {\n`).join("");
  return `${open}${lines}${"}\n".repeat(blocks.length)}`;
}
