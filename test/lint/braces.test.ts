import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { configurationFiles } from "../support/fixtures.js";
import { measureBraces } from "../support/torn-braces.js";

test("a brace that is missing, too many or in another column is named within one line", () => {
  const texts = configurationFiles().map((path) => readFileSync(path, "utf8"));
  const { texts: torn, named, wrong } = measureBraces(texts, 120);
  console.log(`braces: named within one line in ${named} of ${torn} texts (${((100 * named) / torn).toFixed(1)} %)`);
  expect(torn).toBe(120);
  expect(named / torn, wrong.join("\n\n")).toBeGreaterThanOrEqual(0.95);
});
