import { memoryHost } from "@kalint/daemon";
import { lint, reflectionsOf } from "@kalint/lint";
import {
  codeActions,
  editsOf,
  fixesOfRules,
  openDocument,
  reflectedActions,
  reflectedSuppressions,
  safeFixes,
  suppressions,
} from "@kalint/service";
import { expect } from "vitest";
import { listOf, runCases } from "./cases.js";

/** What is offered for the findings at the cursor; `after` is the text that the chosen action leaves, `left` what is still found there. */
runCases("actions", ({ document, offset, files, expected }) => {
  const paths = Object.keys(files).filter((path) => path.endsWith(".conf"));
  const lintAll = (texts: Readonly<Record<string, string>>) =>
    lint({ paths, host: memoryHost(texts), target: document.target }).files;
  const all = lintAll(files);
  const diagnostics = all.find(({ path }) => path === document.path)?.diagnostics ?? [];
  const reflections = reflectionsOf(all).get(document.path) ?? [];
  const open = (path: string) => openDocument(files[path]!, path, { target: document.target, host: memoryHost(files) });
  const offered = [
    ...codeActions(diagnostics, offset, offset),
    ...reflectedActions(reflections, offset, offset),
    ...fixesOfRules(document, diagnostics, offset, offset),
    ...suppressions(document, diagnostics, offset, offset),
    ...reflectedSuppressions(open, reflections, offset, offset),
  ];
  const after = new Map(Object.entries(files));
  for (const { key, value } of expected) {
    if (key === "titles") expect(offered.map(({ title }) => title)).toEqual(listOf(value));
    else if (key === "has") expect(offered.map(({ title }) => title)).toEqual(expect.arrayContaining(listOf(value)));
    else if (key === "not") {
      for (const title of listOf(value)) expect(offered.map((one) => one.title)).not.toContain(title);
    } else if (key === "preferred") {
      expect(offered.filter(({ preferred }) => preferred).map(({ title }) => title)).toEqual(listOf(value));
    } else if (key === "apply") {
      const chosen = offered.find(({ title }) => title === value);
      if (!chosen) throw new Error(`not offered among ${offered.map(({ title }) => title).join(" | ")}`);
      for (const { file, start, end, text } of chosen.fix.edits.toSorted((a, b) => b.start - a.start)) {
        const now = after.get(file) ?? "";
        after.set(file, now.slice(0, start) + text + now.slice(end));
      }
    } else if (key === "fix-all") {
      const edits = editsOf(document, safeFixes(document, diagnostics));
      expect(edits.length > 0).toBe(value === "yes");
      for (const { start, end, text } of edits.toReversed()) {
        const now = after.get(document.path) ?? "";
        after.set(document.path, now.slice(0, start) + text + now.slice(end));
      }
    } else if (key === "left") {
      const rules = lintAll(Object.fromEntries(after)).flatMap((file) => file.diagnostics.map(({ rule }) => rule));
      expect([...new Set(rules)].toSorted()).toEqual(listOf(value).toSorted());
    } else if (/^(after|holds|lacks)\b/.test(key)) {
      const [what, file = document.path] = key.split(" ");
      const text = after.get(file);
      if (what === "after") expect(text).toBe(value);
      else if (what === "holds") for (const part of listOf(value)) expect(text).toContain(part);
      else for (const part of listOf(value)) expect(text).not.toContain(part);
    } else throw new Error(`unknown expectation ${key}`);
  }
});
