import assert from "node:assert/strict";
import { memoryHost } from "@kalint/daemon";
import { formatText } from "@kalint/format";
import { configurationFinder, lint, readConfiguration, rules, targetNamed } from "@kalint/lint";
import { ConfigurationError, levelsFor, optionsFor } from "@kalint/project";
import { newestVersion } from "@kalint/schema";
import { mutated, type RandomSource } from "../../support/random-text.js";
import { bytesChanged } from "../texts/bytes.js";
import type { Entry } from "./entry.js";

/** A `kalint.json` is taken, or refused with places and sentences; what was taken can be used. */
export const kalintJson: Entry = {
  name: "kalint.json",
  oneIn: 8,
  text(random) {
    const text = JSON.stringify(anyConfiguration(random), null, random.pick([undefined, 2]));
    return random.pick([(one: string) => one, mutated.bind(undefined, random), bytesChanged.bind(undefined, random)])(
      text,
    );
  },
  async check(text) {
    const files = { [configurationPath]: text, [path]: configurationText };
    const host = memoryHost(files);
    try {
      readConfiguration(configurationPath, text);
      const found = await configurationFinder({ host }).of(path);
      const target = found.target === undefined ? undefined : targetNamed(found.target);
      const { failures } = lint({
        paths: [path],
        host,
        target: target !== undefined && "version" in target ? target.version : newestVersion,
        withoutFeatures: found.withoutFeatures,
        facts: found.host,
        clusters: found.clusters,
        severities: levelsFor(found, path),
        options: (one) => optionsFor(found, one),
      });
      assert.deepEqual(failures, [], "a rule failed");
      formatText(configurationText, found.format);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      assert.ok(error.problems.length > 0, "refused without a reason");
      const lines = text.split(/\r\n|\r|\n/).length;
      for (const { place, message } of error.problems) {
        assert.ok(
          message !== "" && !/\bundefined\b(?!-)|\[object/.test(message.replace(/'[^']*'|"[^"]*"/g, "")),
          message,
        );
        if (place)
          assert.ok(place.line >= 1 && place.line <= lines && place.column >= 1, `${place.line}:${place.column}`);
      }
    }
  },
};

const configurationPath = "/project/kalint.json";
const path = "/project/keepalived.conf";
const configurationText = "vrrp_instance A {\n    advert_int 0.05\n    priority 100\n}\n";
const values = [
  0,
  -1,
  1.5,
  1e300,
  "",
  "error",
  "off",
  "all",
  "x",
  null,
  true,
  [],
  {},
  ["warning", {}],
  "**",
  "[",
  "__proto__",
];

function anyConfiguration(random: RandomSource): unknown {
  const any = (): unknown => random.pick(values);
  const often = (usual: () => unknown) => (random.below(4) === 0 ? any() : usual());
  const ruleSettings = () =>
    Object.fromEntries(
      Array.from({ length: random.below(4) }, () => [
        random.below(8) === 0 ? random.pick(["all", "style", "nope", "constructor"]) : random.pick(rules).id,
        often(() => random.pick([random.pick(["off", "info", "warning", "error"]), ["warning", { minimum: any() }]])),
      ]),
    );
  const whole: Record<string, () => unknown> = {
    extends: () => random.pick(["recommended", "strict", "./kalint.json", ["all", "./x"], "/etc/passwd"]),
    target: () => random.pick(["2.2.7", "debian-12", "2.x"]),
    features: () => ({ without: ["snmp", any()] }),
    host: () => ({ interfaces: often(() => ["eth0"]), users: any() }),
    rules: ruleSettings,
    overrides: () => [{ files: [random.pick(["lab/**", "{a,b}/*", any()])], rules: ruleSettings() }],
    format: () => ({ indent: random.pick([4, "tab", any()]), blankLines: any(), align: random.pick(["none", any()]) }),
    clusters: () => [
      { name: "web", nodes: [{ name: "lb1", file: random.pick(["keepalived.conf", any()]), configId: any() }] },
    ],
    exclude: () => [random.pick(["**/old", any()])],
    include: () => [random.pick(["*.conf", any()])],
    odd: any,
  };
  return Object.fromEntries(
    Object.entries(whole)
      .filter(() => random.below(3) === 0)
      .map(([key, usual]) => [key, often(usual)]),
  );
}
