import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@kalint/syntax";
import { describe, expect, test } from "vitest";
import { tokenDepths } from "../../packages/format/src/depth.js";
import { checkFormat } from "../support/check-format.js";
import { checkLossless, rootBlocksForTests } from "../support/check-syntax.js";
import { configurationFiles, fixturesFolder } from "../support/fixtures.js";

const folder = join(fixturesFolder, "format");

describe("fixtures/format", () => {
  test.each(readdirSync(folder).sort())("%s", (name) => {
    const expected = readFileSync(join(folder, name, "expected.conf"), "utf8");
    const settings = join(folder, name, "options.json");
    const options = existsSync(settings) ? JSON.parse(readFileSync(settings, "utf8")) : {};
    expect(checkFormat(readFileSync(join(folder, name, "input.conf"), "utf8"), options)).toBe(expected);
    expect(checkFormat(expected, options)).toBe(expected);
  });
});

test("every configuration of the fixtures is read without loss and keeps its meaning", () => {
  for (const path of configurationFiles()) {
    const text = readFileSync(path, "utf8");
    try {
      checkLossless(text);
      checkFormat(text);
      checkFormat(text.replaceAll("\n", "\r\n"), { indent: "tab", blankLines: 0 });
    } catch (error) {
      throw new Error(path, { cause: error });
    }
  }
});

test("where a text has no problems, its braces say as much of how deep each word is as its items", () => {
  let compared = 0;
  for (const path of configurationFiles()) {
    const { problems, ...tree } = parse(readFileSync(path, "utf8"), { rootBlocks: rootBlocksForTests });
    if (problems.length > 0) continue;
    compared += 1;
    const byItems = tokenDepths({ ...tree, problems: [{ kind: "stray-close", at: { start: 0, end: 0 } }] });
    expect(tokenDepths({ ...tree, problems }), path).toEqual(byItems);
  }
  expect(compared).toBeGreaterThan(100);
});
