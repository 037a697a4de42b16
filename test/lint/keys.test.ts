import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bind, evaluate, type HostConfiguration, memoryHost } from "@kalint/daemon";
import { type Finding, keyOf, rules } from "@kalint/lint";
import { newestVersion } from "@kalint/schema";
import { expect, test } from "vitest";
import { identityOf } from "../../packages/lint/src/engine/key.js";
import { lintFiles } from "./support.js";

const fixtures = join(import.meta.dirname, "../../fixtures/lint");
const texts = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".conf"))
  .map((name) => readFileSync(join(fixtures, name), "utf8"));

function hostOf(text: string): HostConfiguration {
  const host = memoryHost({ "keepalived.conf": text });
  return bind(evaluate({ path: "keepalived.conf", host, target: newestVersion }), "lb1");
}

test("findings of one rule that say different things have different identities", () => {
  const clashes = texts.flatMap((text) => {
    const host = hostOf(text);
    return rules.flatMap((rule) => {
      if (rule.scope !== "host") return [];
      const messages = new Map<string, string>();
      const wrong: string[] = [];
      const report = (finding: Finding) => {
        const identity = identityOf(rule.id, finding);
        const other = messages.get(identity);
        if (other !== undefined && other !== finding.message) wrong.push(`${rule.id}: ${other} | ${finding.message}`);
        messages.set(identity, finding.message);
      };
      rule.check(host, report, Object.fromEntries(Object.entries(rule.options ?? {}).map(([k, o]) => [k, o.default])));
      return wrong;
    });
  });
  expect(texts.length).toBeGreaterThan(200);
  expect(clashes).toEqual([]);
});

test("a key stays when lines move, and differs for another value", () => {
  const keysOf = (text: string) =>
    lintFiles(text, { only: ["invalid-argument"] }).diagnostics.map((each) => keyOf(each, () => text));
  const instance = (priority: number) => `vrrp_instance web {\n    priority ${priority}\n}\n`;
  expect(keysOf(instance(300))).toHaveLength(1);
  expect(keysOf(`# moved\n\n${instance(300)}`)).toEqual(keysOf(instance(300)));
  expect(keysOf(instance(301))).not.toEqual(keysOf(instance(300)));
});
