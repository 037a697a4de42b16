import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newestVersion, type Version } from "@kalint/service";
import { describe, test } from "vitest";
import { type Marked, openMarked } from "./support.js";

/** What is expected of one text, in the order of its lines. */
export interface Case extends Marked {
  readonly expected: readonly { readonly key: string; readonly value: string }[];
}

const folder = fileURLToPath(new URL("../../fixtures/editor", import.meta.url));

/**
 * Runs the cases of a feature: every file `fixtures/editor/FEATURE/*.txt`. A case is `=== title`, the text with its marks,
 * `---`, and lines `key: value`; `\n` in a value is a line end. `target: VERSION` sets the release.
 */
export function runCases(feature: string, check: (one: Case) => void): void {
  for (const name of readdirSync(join(folder, feature)).toSorted()) {
    describe(`${feature}: ${name.replace(".txt", "")}`, () => {
      const parts = readFileSync(join(folder, feature, name), "utf8").split(/^=== (.*)\n/m);
      for (let index = 1; index < parts.length; index += 2) {
        const [title = "", body = ""] = parts.slice(index);
        test(title, () => check(caseOf(body)));
      }
    });
  }
}

function caseOf(body: string): Case {
  const at = body.indexOf("\n---\n");
  if (at === -1) throw new Error("a case has no line ---");
  const expected = body
    .slice(at + 5)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const colon = line.indexOf(":");
      return {
        key: line.slice(0, colon),
        value: line
          .slice(colon + 1)
          .trim()
          .replaceAll("\\n", "\n")
          .replaceAll("\\t", "\t"),
      };
    });
  if (expected.length === 0) throw new Error("a case expects nothing");
  const target = expected.find(({ key }) => key === "target")?.value as Version | undefined;
  return {
    ...openMarked(body.slice(0, at), target ?? newestVersion),
    expected: expected.filter(({ key }) => key !== "target"),
  };
}

/** `a | b | c`. */
export function listOf(value: string): string[] {
  return value.split(" | ").filter((one) => one !== "");
}
