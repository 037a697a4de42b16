import assert from "node:assert/strict";
import { graphOf, predictFailover, predictServices } from "@kalint/cluster";
import { memoryHost } from "@kalint/daemon";
import { type Diagnostic, lint } from "@kalint/lint";
import { newestVersion, releases, type Version } from "@kalint/schema";
import type { LintRun } from "../../../packages/cli/src/check/lint.js";
import { failoverOutput } from "../../../packages/cli/src/failover/json.js";
import { worstFirst } from "../../../packages/cli/src/failover/predicted.js";
import { failoverTable } from "../../../packages/cli/src/failover/table.js";
import { dotOf } from "../../../packages/cli/src/graph/dot.js";
import { mermaidOf } from "../../../packages/cli/src/graph/mermaid.js";
import { svgOf } from "../../../packages/cli/src/graph/svg.js";
import { formatNames, loadFormat } from "../../../packages/cli/src/output/index.js";
import { noColours } from "../../../packages/cli/src/render/colours.js";
import { buildReport } from "../../../packages/cli/src/report/build.js";
import { complaintsOf, type Files, fixAll } from "../../support/fix-all.js";
import type { RandomSource } from "../../support/random-text.js";
import type { Entry } from "./entry.js";
import { secondHost } from "./reading.js";
import { checkXml } from "./xml.js";

/** No rule throws; findings, what they relate to and their fixes lie in the texts; the same again is found again. */
export const findings: Entry = {
  name: "lint",
  oneIn: 8,
  check(text, random) {
    const files = hostsOf(text, random);
    const target = targetFor(random);
    const run = linted(files, target);
    for (const diagnostic of run.files.flatMap((file) => file.diagnostics)) checkDiagnostic(diagnostic, files);
    if (random.below(8) === 0) assert.deepEqual(linted(files, target), run, "found the second time");
  },
};

/** Every format of a report can be written; what calls itself JSON or XML is. */
export const outputs: Entry = {
  name: "outputs",
  oneIn: 24,
  async check(text, random) {
    const files = hostsOf(text, random);
    const run = linted(files, targetFor(random));
    const report = buildReport({ target: newestVersion, files: run.files, read: (path) => files[path] });
    const context = { colours: noColours, width: 40 + random.below(80), version: "0.0.0", fixed: 0 };
    for (const name of formatNames) {
      const format = await loadFormat(name);
      const written = format(report, { ...context, quiet: random.below(2) === 0, statistics: random.below(4) === 0 });
      if (["json", "sarif", "gitlab", "rdjson"].includes(name)) JSON.parse(written);
      else if (name === "jsonl") for (const line of written.split("\n").filter((one) => one !== "")) JSON.parse(line);
      else if (name === "checkstyle" || name === "junit") checkXml(written);
      assert.ok(written === "" || written.endsWith("\n"), `${name} ends with a line end`);
    }
  },
};

/** Fixes come to an end, leave nothing that could be fixed, and bring no more complaints of the daemon than there were. */
export const fixes: Entry = {
  name: "fix",
  oneIn: 16,
  check(text, random) {
    const unsafe = random.below(4) === 0;
    const target = targetFor(random);
    const given: Files = { "keepalived.conf": text };
    const { after, texts, unsettled, repeated } = fixAll(given, unsafe, target);
    assert.deepEqual([...unsettled, ...repeated], [], "fixes that never come to an end");
    // What only follows from another mistake is left until that one is corrected.
    const left = after.filter(
      ({ fixes: own = [], causedBy }) => causedBy === undefined && own.some(({ safe }) => safe || unsafe),
    );
    assert.deepEqual(left.map(nameOf), [], "could still be fixed");
    if (texts["keepalived.conf"] === text) return;
    const [before, now] = [complaintsOf(given, target), complaintsOf(texts, target)];
    assert.ok(now <= before, `keepalived complains ${before} times, after the fixes ${now}`);
    assert.deepEqual(fixAll(texts, unsafe, target).texts, texts, "the second run changes something");
  },
};

/** Masters and servers are hosts and servers of the cluster; tables and pictures can be drawn. */
export const failover: Entry = {
  name: "failover",
  oneIn: 16,
  check(text, random) {
    const files = hostsOf(text, random, 2);
    const { clusters } = lint({
      paths: Object.keys(files),
      host: memoryHost(files),
      target: newestVersion,
      only: ["cluster"],
    });
    const predicted = worstFirst(
      clusters.map((cluster) => ({
        cluster,
        routers: predictFailover(cluster),
        services: predictServices(cluster),
      })),
    );
    for (const { cluster, routers } of predicted) {
      const names = new Set(cluster.hosts.map(({ name }) => name));
      for (const { masters, seconds = 0 } of routers.flatMap(({ outcomes }) => outcomes)) {
        assert.ok(
          masters.every((name) => names.has(name)),
          `masters ${masters}`,
        );
        assert.ok(Number.isFinite(seconds) && seconds >= 0, `after ${seconds} s`);
      }
    }
    JSON.parse(JSON.stringify(failoverOutput(predicted)));
    if (predicted.length > 0) failoverTable(predicted, noColours, random.pick([40, 80, 100]));
    const graphs = clusters.map(graphOf);
    mermaidOf(graphs);
    dotOf(graphs);
    if (graphs.some(({ nodes }) => nodes.length > 0 && nodes.length < 60)) checkXml(svgOf(graphs));
  },
};

function targetFor(random: RandomSource): Version {
  return random.below(2) === 0 ? newestVersion : random.pick(releases);
}

function hostsOf(text: string, random: RandomSource, least = 1): Files {
  const files: Record<string, string> = { "lb1/keepalived.conf": text };
  if (least > 1 || random.below(3) === 0) files["lb2/keepalived.conf"] = secondHost(random, text);
  return files;
}

function linted(files: Files, target: Version): LintRun {
  const result = lint({ paths: Object.keys(files), host: memoryHost(files), target });
  assert.deepEqual(result.failures, [], "a rule failed");
  return { ...result, files: result.files.map((file) => ({ ...file, configIds: [] })) };
}

function checkDiagnostic(
  { rule, message, place, related = [], fixes: own = [], causedBy }: Diagnostic,
  files: Files,
): void {
  const places = [place, ...related.map((one) => one.place), ...own.flatMap(({ edits }) => edits)];
  for (const { file, start, end } of causedBy ? [...places, causedBy] : places) {
    const length = files[file]?.length ?? -1;
    assert.ok(0 <= start && start <= end && end <= length, `${rule} is outside of the text: ${message}`);
  }
  assert.ok(message !== "" && !/undefined|\[object|NaN/.test(withoutQuotes(message)), `${rule} says ${message}`);
}

/** Only our own words: a text may hold anything. */
function withoutQuotes(message: string): string {
  return message.replace(/'[^']*'/g, "").replace(/"[^"]*"/g, "");
}

const nameOf = ({ rule, message, place }: Diagnostic) =>
  `${place.file} ${rule}: ${message.replace(/\bline \d+/g, "line …")}`;
