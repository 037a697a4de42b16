// What keepalived reads of collected configurations, before and after the way to JSON and back.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { newestVersion, vocabulary } from "@kalint/schema";
import { parse } from "@kalint/syntax";
import { expect, test } from "vitest";
import { readingsOf, thereAndBack } from "../cli/there-and-back.js";
import { measured } from "./measured.js";

const folder = measured("corpus");

test.each(["plain", "samples"])(
  "%s: the way to JSON and back changes nothing that a host reads",
  (kind) => {
    let count = 0;
    for (const entry of readdirSync(join(folder, kind), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
      if (parse(text, vocabulary).problems.length > 0) continue;
      const { back } = thereAndBack(text);
      for (const target of [newestVersion, "2.2.7"] as const)
        expect(readingsOf(back, target), entry.name).toEqual(readingsOf(text, target));
      count += 1;
    }
    expect(count).toBeGreaterThan(20);
  },
  300_000,
);
