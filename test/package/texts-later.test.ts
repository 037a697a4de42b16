import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Rule, rules } from "@kalint/lint";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { laterTexts } from "../../packages/lint/src/texts-later.js";
import { sources } from "../../scripts/sources.mjs";

const { inSteps } = await import(new URL("../../scripts/in-steps.mjs", import.meta.url).href);
const { textsLater } = await import(new URL("../../scripts/texts-later.mjs", import.meta.url).href);

test("rules whose texts are made when they are read are those of the sources", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kalint-texts-"));
  try {
    const outfile = join(folder, "rules.mjs");
    const entry = join(import.meta.dirname, "../../packages/lint/src/rules.ts");
    const options = { bundle: true, format: "esm", platform: "node", alias: { ...sources } } as const;
    await build({ ...options, entryPoints: [entry], outfile, plugins: [inSteps([textsLater])] });
    const bundled = (await import(pathToFileURL(outfile).href)) as { readonly rules: readonly Rule[] };
    expect(bundled.rules.map((rule) => factsOf(rule))).toEqual(rules.map((rule) => factsOf(rule)));
    for (const rule of bundled.rules) expect(Object.keys(rule).filter((name) => isLater(name))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** All that a rule declares, as a text: functions by what they are called. */
function factsOf(rule: Rule): string {
  const { texts: _, ...own } = rule as Rule & { readonly texts?: unknown };
  const all = { ...own, ...Object.fromEntries(laterTexts.map((name) => [name, rule[name]])) };
  const named = Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(named, (_, value) => (typeof value === "function" ? `function ${value.name}` : value));
}

function isLater(name: string): boolean {
  return (laterTexts as readonly string[]).includes(name);
}
