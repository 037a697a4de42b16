// Reads and formats collected configurations.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { checkFormat } from "../support/check-format.js";
import { checkLossless } from "../support/check-syntax.js";
import { measured } from "./measured.js";

const folder = measured("corpus");

describe("the corpus", () => {
  for (const kind of ["plain", "samples", "templates"]) {
    test(`${kind}: read without loss, formatted without change of meaning`, () => {
      for (const entry of readdirSync(join(folder, kind), { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        const text = readFileSync(path, "utf8");
        checkLossless(text);
        checkFormat(text);
      }
    }, 300_000);
  }
});
