import { memoryHost } from "@kalint/daemon";
import { lint } from "@kalint/lint";
import { refactorings } from "@kalint/service";
import { expect } from "vitest";
import { listOf, runCases } from "./cases.js";

/** After every refactoring that is taken, the linter must find nothing but what `gives` names. */
runCases("refactor", ({ document, offset, files, expected }) => {
  const offered = refactorings(document, offset);
  const after = new Map(Object.entries(files));
  let wanted: string[] | undefined;
  for (const { key, value } of expected) {
    if (key === "titles") expect(offered.map(({ title }) => title)).toEqual(listOf(value));
    else if (key === "has") expect(offered.map(({ title }) => title)).toEqual(expect.arrayContaining(listOf(value)));
    else if (key === "not")
      for (const title of listOf(value)) expect(offered.map((one) => one.title)).not.toContain(title);
    else if (key === "apply") {
      const chosen = offered.find(({ title }) => title === value);
      if (!chosen) throw new Error(`not offered among ${offered.map(({ title }) => title).join(" | ")}`);
      for (const [path, text] of after) {
        const edits = chosen.edits
          .filter(({ file }) => file === path)
          .toSorted((a, b) => b.start - a.start || b.end - a.end);
        after.set(
          path,
          edits.reduce((now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end), text),
        );
      }
      for (const made of chosen.create ?? []) after.set(made.path, made.text);
      wanted = [];
    } else if (key === "gives") wanted = listOf(value);
    else if (key.startsWith("after")) expect(after.get(key.slice(6) || document.path)).toBe(value);
    else if (key.startsWith("holds")) {
      for (const part of listOf(value)) expect(after.get(key.slice(6) || document.path)).toContain(part);
    } else if (key.startsWith("lacks")) {
      for (const part of listOf(value)) expect(after.get(key.slice(6) || document.path)).not.toContain(part);
    } else throw new Error(`unknown expectation ${key}`);
  }
  if (wanted === undefined) return;
  const paths = [...after.keys()].filter((path) => path.endsWith(".conf"));
  const found = lint({ paths, host: memoryHost(Object.fromEntries(after)), target: document.target });
  const rules = found.files.flatMap(({ diagnostics }) =>
    diagnostics.filter(({ severity }) => severity !== "info").map(({ rule }) => rule),
  );
  expect([...new Set(rules)].toSorted()).toEqual(wanted.toSorted());
});
