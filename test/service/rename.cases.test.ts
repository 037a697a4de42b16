import { referencesTo, renameAt, renameableAt } from "@kalint/service";
import { expect } from "vitest";
import { listOf, runCases } from "./cases.js";

/** `places` are written `FILE:LINE:COLUMN`, from 1. */
runCases("rename", ({ document, offset, files, expected }) => {
  const where = ({ file, start }: { readonly file: string; readonly start: number }): string => {
    const lines = (files[file] ?? "").slice(0, start).split("\n");
    return `${file}:${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
  };
  const renamed = (to: string) => renameAt(document, offset, to);
  for (const { key, value } of expected) {
    if (key === "references") {
      expect(referencesTo(document, offset, true).map(where).toSorted()).toEqual(listOf(value).toSorted());
    } else if (key === "name") expect(renameableAt(document, offset)).toMatchObject({ name: value });
    else if (key === "refused") expect(JSON.stringify(renameableAt(document, offset))).toContain(value);
    else if (key === "problem") {
      const [to = "", why] = value.split(" => ");
      expect(JSON.stringify(renamed(to))).toContain(why);
    } else if (key === "edits") {
      const [to = "", places = ""] = value.split(" => ");
      const found = renamed(to);
      if ("problem" in found) throw new Error(found.problem);
      const shown = found.edits.map((edit) => `${where(edit)} ${edit.text}`);
      expect(shown.toSorted()).toEqual(listOf(places).toSorted());
    } else if (key === "elsewhere") {
      const found = renamed("other_name");
      if ("problem" in found) throw new Error(found.problem);
      expect([...found.elsewhere].toSorted()).toEqual(listOf(value));
    } else throw new Error(`unknown expectation ${key}`);
  }
});
