import { type Rule, rules } from "@kalint/lint";
import { textsOf } from "@kalint/schema";
import { findingsOf } from "../report/build.js";
import { fingerprintsOf } from "../report/fingerprint.js";
import { projectUrl, rulePageUrl } from "../report/links.js";
import type { Range, ReportedFinding, ReportedFix } from "../report/types.js";
import type { Format } from "./types.js";

/** SARIF 2.1.0 with the metadata of the rules that are on or found something, related locations and fixes: GitHub code scanning and most viewers. */
export const sarif: Format = (report, context) => {
  const { complaints = [] } = context;
  const findings = findingsOf(report);
  const fired = new Set(findings.map(({ rule }) => rule));
  const shown = rules.filter(({ id, preset }) => preset === undefined || fired.has(id));
  const index = new Map(shown.map((rule, at) => [rule.id, at]));
  const fingerprints = fingerprintsOf(findings);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "kalint",
            semanticVersion: context.version,
            informationUri: projectUrl,
            rules: shown.map(ruleDescriptor),
          },
        },
        invocations: [
          {
            executionSuccessful: complaints.length === 0,
            ...(complaints.length > 0 && {
              toolExecutionNotifications: complaints.map((text) => ({ level: "error", message: { text } })),
            }),
          },
        ],
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: {
          ROOT: { description: { text: "The root of the repository, or else the directory in which kalint was run." } },
        },
        artifacts: report.files.map((file) => ({ location: artifact(file.path) })),
        results: findings.map((finding, at) => result(finding, index, fingerprints[at]!)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const levels = { error: "error", warning: "warning", info: "note" } as const;

function ruleDescriptor(rule: Rule) {
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: plain(textsOf(rule).summary) },
    fullDescription: { text: plain(textsOf(rule).why), markdown: textsOf(rule).why },
    help: { text: plain(textsOf(rule).advice), markdown: textsOf(rule).advice },
    helpUri: rulePageUrl(rule.id),
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { category: rule.category, tags: [rule.category], "problem.severity": gitHubSeverity(rule) },
  };
}

/** GitHub sorts alerts by this property. */
function gitHubSeverity(rule: Rule): string {
  return rule.severity === "info" ? "recommendation" : rule.severity;
}

function result(finding: ReportedFinding, index: ReadonlyMap<string, number>, fingerprint: string) {
  const ruleIndex = index.get(finding.rule);
  const text = [finding.message, finding.why, finding.help].filter((part) => part !== "").join("\n\n");
  return {
    ruleId: finding.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[finding.severity],
    message: { text: plain(text), markdown: text },
    locations: [location(finding.path, finding.range)],
    partialFingerprints: { "kalint/v1": fingerprint },
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map((related, id) => ({
            id,
            ...location(related.path, related.range),
            message: { text: plain(related.message) },
          })),
        }),
    ...(finding.fixes.length === 0 ? {} : { fixes: finding.fixes.map(fixOutput) }),
    properties: {
      daemon: finding.daemon,
      ...(finding.daemonLine === undefined ? {} : { daemonLine: finding.daemonLine }),
      ...(finding.configIds.length === 0 ? {} : { configIds: finding.configIds }),
    },
  };
}

function fixOutput(fix: ReportedFix) {
  const paths = [...new Set(fix.edits.map((edit) => edit.path))];
  return {
    description: { text: plain(fix.title) },
    artifactChanges: paths.map((path) => ({
      artifactLocation: artifact(path),
      replacements: fix.edits
        .filter((edit) => edit.path === path)
        .map((edit) => ({ deletedRegion: region(edit.range), insertedContent: { text: edit.text } })),
    })),
  };
}

function location(path: string, range: Range) {
  return { physicalLocation: { artifactLocation: artifact(path), region: region(range) } };
}

function region({ start, end }: Range) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** Relative paths hang on the base id, as GitHub wants them; absolute ones are file URIs. */
function artifact(path: string) {
  const uri = path.split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: "ROOT" };
}

function plain(markdown: string): string {
  return markdown.replace(/`/g, "");
}
