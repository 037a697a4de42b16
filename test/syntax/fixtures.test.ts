import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkLossless } from "../support/check-syntax.js";
import { configurationFiles, fixturesFolder } from "../support/fixtures.js";
import { outlineOf } from "../support/outline.js";

test.each(configurationFiles(join(fixturesFolder, "syntax")))("%s", (path) => {
  const outline = readFileSync(path.replace(/\.conf$/, ".outline"), "utf8");
  expect(`${outlineOf(checkLossless(readFileSync(path, "utf8")))}\n`).toBe(outline);
});
