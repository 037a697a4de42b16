// Reads and formats the collected configurations, where they lie beside the checkout.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, test } from "vitest";
import { checkFormat } from "../support/check-format.js";
import { checkLossless } from "../support/check-syntax.js";

const folder = join(process.env.KALINT_SHARED ?? fileURLToPath(new URL("../../../shared", import.meta.url)), "corpus");
const present = existsSync(folder);
if (!present) console.warn(`${folder} is not there: its configurations are not read and formatted`);

describe.runIf(present)("the corpus", () => {
  for (const kind of present ? ["plain", "samples", "templates"] : []) {
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
