import type { Complaint } from "@kalint/lint";
import { expect, test } from "vitest";
import { type Fixing, fixUntilStable } from "../../packages/cli/src/check/fix.js";
import type { LintRun } from "../../packages/cli/src/check/lint.js";
import { diagnostic } from "./reports.js";

/** Offers for each file, as long as `goesOn` says, a fix that puts `text` before what is there. */
function fixingOf(
  texts: Map<string, string>,
  goesOn: (path: string) => boolean,
  text: () => string,
  complaints: () => readonly Complaint[] = () => [],
): Fixing {
  return {
    host: { read: (path) => texts.get(path), overlay: (path, now) => void texts.set(path, now) },
    unsafe: false,
    again() {
      const files = [...texts.keys()].filter(goesOn).map((path) => {
        const place = { file: path, start: 0, end: 0 };
        const edits = [{ ...place, text: text() }];
        return { path, diagnostics: [diagnostic(place, { fixes: [{ title: "again", safe: true, edits }] })] };
      });
      return { files, clusters: [], failures: [] } as unknown as LintRun;
    },
    complaints,
  };
}

const both = () =>
  new Map([
    ["endless.conf", "a\n"],
    ["once.conf", "b\n"],
  ]);

test("a fix that repeats is dropped and named, and the others are applied", () => {
  const texts = both();
  const goesOn = (path: string) => path === "endless.conf" || texts.get(path) === "b\n";
  const fixing = fixingOf(texts, goesOn, () => "x\n");
  const { run, changed, repeated, unsettled } = fixUntilStable(fixing, fixing.again());
  expect(repeated).toMatchObject([{ path: "endless.conf", title: "again" }]);
  expect(unsettled).toEqual([]);
  expect(changed).toEqual([{ path: "once.conf", before: "b\n", after: "x\nb\n" }]);
  expect(texts.get("endless.conf")).toBe("a\n");
  expect(run.files.map(({ diagnostics }) => diagnostics[0]?.fixes)).toEqual([undefined]);
});

test("fixes that are others each time are taken back with the file", () => {
  const texts = both();
  let count = 0;
  const goesOn = (path: string) => path === "endless.conf" || texts.get(path) === "b\n";
  const fixing = fixingOf(texts, goesOn, () => {
    count += 1;
    return `${count}\n`;
  });
  const { changed, repeated, unsettled } = fixUntilStable(fixing, fixing.again());
  expect(repeated).toEqual([]);
  expect(unsettled).toEqual(["endless.conf"]);
  expect(changed.map(({ path }) => path)).toEqual(["once.conf"]);
  expect(texts.get("endless.conf")).toBe("a\n");
});

test("a fix that brings a complaint of the daemon is no fix, and the others are applied", () => {
  const texts = new Map(["a", "b", "c", "d", "e"].map((path) => [path, path]));
  const isNew = (path: string) => texts.get(path) === path;
  const complaints = () =>
    [...texts].flatMap(([file, text]) =>
      file === "c" && text !== "c" ? [{ rule: "unknown-keyword", place: { file, start: 0, end: 1 } }] : [],
    );
  const fixing = fixingOf(texts, isNew, () => "x", complaints);
  const { run, changed, repeated, unsettled } = fixUntilStable(fixing, fixing.again());
  expect(changed.map(({ path, after }) => [path, after])).toEqual([
    ["a", "xa"],
    ["b", "xb"],
    ["d", "xd"],
    ["e", "xe"],
  ]);
  expect([...repeated, ...unsettled]).toEqual([]);
  expect(run.files).toMatchObject([{ path: "c", diagnostics: [{ rule: "unknown-keyword" }] }]);
  expect(run.files[0]!.diagnostics[0]!.fixes).toBeUndefined();
});
