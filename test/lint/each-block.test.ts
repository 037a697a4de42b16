import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bind, evaluate, memoryHost } from "@kalint/daemon";
import { type Finding, type HostRule, lint, rules } from "@kalint/lint";
import { createQueries } from "@kalint/project";
import { newestVersion } from "@kalint/schema";
import { expect, test } from "vitest";
import { withBlocks } from "../../packages/lint/src/engine/each-block.js";

const own = rules.filter((rule): rule is HostRule => rule.scope === "host" && rule.eachBlock === true);

const folder = join(import.meta.dirname, "../../fixtures/lint");
/** Texts in which these rules find something, and a sample of all others. */
const texts: readonly string[] = rules.flatMap(({ id, bad, good }, index) => {
  if (!own.some((rule) => rule.id === id) && index % 16 !== 0) return [];
  const fixtures = readdirSync(join(folder, id)).filter((name) => name.endsWith(".conf"));
  return [
    ...fixtures.map((name) => readFileSync(join(folder, id, name), "utf8")),
    ...[...bad, ...good].flatMap(({ files }) => (typeof files === "string" ? [files] : Object.values(files))),
  ];
});

function findingsOf(rule: HostRule, host: ReturnType<typeof bind>): readonly Finding[] {
  const found: Finding[] = [];
  rule.check(host, (finding) => found.push(finding), {});
  return found;
}

test("rules that look at each block find the same in each block alone, and have no options", () => {
  expect(own.length).toBeGreaterThan(15);
  expect(own.filter(({ options }) => options !== undefined)).toEqual([]);
  const said = new Set<string>();
  for (const text of texts) {
    const host = bind(evaluate({ path: "k.conf", host: memoryHost({ "k.conf": text }), target: newestVersion }), "k");
    const parts = host.effective.statements.map((root) => withBlocks(host, [root]));
    for (const rule of own) {
      const whole = findingsOf(rule, host);
      if (whole.length > 0) said.add(rule.id);
      const places = (all: readonly Finding[]) => new Set(all.map((finding) => JSON.stringify(finding)));
      expect(places(parts.flatMap((part) => findingsOf(rule, part))), `${rule.id}\n${text}`).toEqual(places(whole));
    }
  }
  expect(own.map(({ id }) => id).filter((id) => !said.has(id))).toEqual([]);
});

const service = (address: string, lines: readonly string[]) =>
  [`virtual_server ${address} 80 {`, ...lines.map((line) => `    ${line}`), "}", ""].join("\n");

test("after an edit only blocks that it touches, or where something was found, are looked at again", () => {
  const quiet = ["lvs_sched rr", "delay_loop 6"];
  const all = ["192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"].map((address) => service(address, quiet));
  const loud = service("192.0.2.5", ["delay_loop 6 7"]);
  const files: Record<string, string> = { "k.conf": [...all, loud].join("") };
  const host = memoryHost(files);
  const queries = createQueries({ host });
  const request = { paths: ["k.conf"], host, target: newestVersion };
  const run = () => {
    const result = lint({ ...request, queries });
    expect(result).toEqual(lint(request));
    return result.files.flatMap(({ diagnostics }) => diagnostics.map(({ rule, place }) => [rule, place.start]));
  };
  const first = run();
  expect(first.map(([rule]) => rule)).toContain("extra-argument");
  files["k.conf"] = files["k.conf"]!.replace("delay_loop 6", "delay_loop 60");
  expect(run()).toEqual(first.map(([rule, start]) => [rule, start === 0 ? 0 : Number(start) + 1]));
  files["k.conf"] = files["k.conf"]!.replace("lvs_sched rr", "lvs_sched none");
  expect(run().map(([rule]) => rule)).toContain("invalid-argument");
  files["k.conf"] = files["k.conf"]!.replace("lvs_sched none", "lvs_sched rr");
  run();
});

test("what a rule that has found enough did not come to is looked at afterwards", () => {
  const files: Record<string, string> = {
    "k.conf": ["192.0.2.1", "192.0.2.2", "192.0.2.3"].map((at) => service(at, ["delay_loop 6 7"])).join(""),
  };
  const host = memoryHost(files);
  const queries = createQueries({ host });
  const request = { paths: ["k.conf"], host, target: newestVersion, mostFindings: 1 };
  for (let turn = 0; turn < 3; turn += 1) {
    const result = lint({ ...request, queries });
    expect(result).toEqual(lint(request));
    expect(result.files.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule))).toContain("extra-argument");
    files["k.conf"] = files["k.conf"]!.replace("delay_loop 6 7", "delay_loop 6");
  }
});
