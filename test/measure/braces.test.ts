// Tears braces of collected configurations.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { measureBraces } from "../support/torn-braces.js";
import { measured } from "./measured.js";

test("the corpus: torn braces are named within one line", () => {
  const folder = measured("corpus/plain");
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  // Each text once with each kind of tear.
  const results = Array.from({ length: 6 }, (_, from) => measureBraces(texts.slice(from), texts.length));
  const torn = results.reduce((sum, each) => sum + each.texts, 0);
  const named = results.reduce((sum, each) => sum + each.named, 0);
  console.log(`braces: named within one line in ${named} of ${torn} texts (${((100 * named) / torn).toFixed(1)} %)`);
  expect(named / torn, results.flatMap(({ wrong }) => wrong).join("\n\n")).toBeGreaterThanOrEqual(0.95);
});
