import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, lint } from "@kalint/lint";
import { memoryHost } from "@kalint/model";
import type { Version } from "@kalint/schema";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../fixtures/clusters");

/** All configurations of one case, under `/case/…`. */
function filesOf(name: string): Record<string, string> {
  const root = join(folder, name);
  return Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".conf"))
      .map((path) => [`/${name}/${path}`, readFileSync(join(root, path), "utf8")]),
  );
}

function diagnosticsOf(name: string, target: Version = "2.4.3"): readonly Diagnostic[] {
  const files = filesOf(name);
  const result = lint({ paths: Object.keys(files), host: memoryHost(files), target });
  expect(result.failures).toEqual([]);
  return result.files.flatMap((file) => file.diagnostics);
}

/** The files that a finding shows: its own and the related ones. */
const filesShown = (diagnostic: Diagnostic) =>
  new Set([diagnostic.place.file, ...(diagnostic.related ?? []).map((related) => related.place.file)]);

const variants = readdirSync(folder).filter((name) => name.startsWith("web-pair-") && name !== "web-pair-ok");

test("there is a variant for each mistake that a pair can hold", () => {
  expect(variants).toEqual([
    "web-pair-equal-priority",
    "web-pair-inverted-priority",
    "web-pair-mismatched-advert-interval",
    "web-pair-mismatched-authentication",
    "web-pair-mismatched-virtual-addresses",
    "web-pair-mismatched-virtual-router-id",
    "web-pair-several-initial-masters",
  ]);
});

test.each(variants)("%s gives exactly that finding, and names both files", (name) => {
  const diagnostics = diagnosticsOf(name);
  expect(diagnostics.map((diagnostic) => diagnostic.rule)).toEqual([name.replace("web-pair-", "")]);
  expect([...filesShown(diagnostics[0]!)].sort()).toEqual([
    `/${name}/lb1/keepalived.conf`,
    `/${name}/lb2/keepalived.conf`,
  ]);
});

test("a correct pair is silent", () => {
  expect(diagnosticsOf("web-pair-ok")).toEqual([]);
});

const retries = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter((diagnostic) => diagnostic.rule === "unknown-keyword").map((diagnostic) => diagnostic.fixes?.[0]);

test("nb_get_retry in TCP_CHECK is found on both hosts, with the fix that the newest release knows", () => {
  const diagnostics = diagnosticsOf("web-pair");
  expect(diagnostics.map((diagnostic) => diagnostic.rule)).toEqual(Array(4).fill("unknown-keyword"));
  expect(diagnostics.every((diagnostic) => diagnostic.daemon === true)).toBe(true);
  for (const fix of retries(diagnostics)) expect(fix).toMatchObject({ safe: true, edits: [{ text: "retry" }] });
});

test("it is found for 1.2.2 too, which had no retry to offer and no -t to agree", () => {
  const diagnostics = diagnosticsOf("web-pair", "1.2.2").filter(
    (diagnostic) => diagnostic.rule === "unknown-keyword" && diagnostic.message.includes("nb_get_retry"),
  );
  expect(diagnostics).toHaveLength(4);
  expect(diagnostics.every((diagnostic) => diagnostic.daemon === undefined)).toBe(true);
  expect(retries(diagnostics)).toEqual(Array(4).fill(undefined));
});
