import { expect, test } from "vitest";
import { fixUntilStable } from "../../packages/cli/src/check/fix.js";
import type { LintRun } from "../../packages/cli/src/check/lint.js";
import { diagnostic } from "./reports.js";

/** A run with one fix for each file: it puts `text` before what is there, as long as `goesOn` says. */
function runOf(texts: ReadonlyMap<string, string>, text: string, goesOn: (path: string) => boolean): LintRun {
  const files = [...texts.keys()].filter(goesOn).map((path) => {
    const place = { file: path, start: 0, end: 0 };
    return {
      path,
      diagnostics: [diagnostic(place, { fixes: [{ title: "again", safe: true, edits: [{ ...place, text }] }] })],
    };
  });
  return { files, clusters: [], failures: [] } as unknown as LintRun;
}

test("a fix that comes to no end is taken back, and the others stay", () => {
  const texts = new Map([
    ["endless.conf", "a\n"],
    ["once.conf", "b\n"],
  ]);
  const host = {
    read: (path: string) => texts.get(path),
    overlay: (path: string, text: string) => void texts.set(path, text),
  };
  const again = () => runOf(texts, "x\n", (path) => path === "endless.conf" || texts.get(path) === "b\n");
  const { changed, unsettled } = fixUntilStable(host, again(), false, again);
  expect(unsettled).toEqual(["endless.conf"]);
  expect(changed).toEqual([{ path: "once.conf", before: "b\n", after: "x\nb\n" }]);
  expect(texts.get("endless.conf")).toBe("a\n");
});
