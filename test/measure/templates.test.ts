// Templates that people keep: what is said of them, and how they are laid out.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { memoryHost } from "@kalint/daemon";
import { applyEdits, formatTemplate } from "@kalint/format";
import { lint } from "@kalint/lint";
import { templateLanguageOf } from "@kalint/project";
import { newestVersion, vocabulary } from "@kalint/schema";
import { readTemplate, type Template } from "@kalint/syntax";
import { expect, test } from "vitest";
import { measured } from "./measured.js";

const folder = measured("corpus/templates");

/** Several versions of one file are kept, and told apart by what is behind `@`: it is no part of the name. */
const texts = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  if (!entry.isFile()) return [];
  const [name = "", version = "newest"] = entry.name.split("@");
  return [[`${version}/${name}`, readFileSync(join(folder, entry.name), "utf8")] as const];
});

test("at least 90 % of the templates have no syntax finding, and no rule fails", () => {
  const withSyntax = texts.filter(([path, text]) => {
    const { files, failures } = lint({
      paths: [path],
      host: memoryHost({ [path]: text }, true),
      target: newestVersion,
    });
    expect(failures, path).toEqual([]);
    return files.some(({ diagnostics }) => diagnostics.some(({ category }) => category === "syntax"));
  });
  console.log(`${texts.length - withSyntax.length} of ${texts.length} templates without any syntax finding`);
  expect(withSyntax.length).toBeLessThanOrEqual(texts.length / 10);
}, 600_000);

test("the layout keeps every tag byte for byte, and is its own layout", () => {
  const tagTexts = ({ text, tags }: Template) => tags.map(({ start, end }) => text.slice(start, end));
  for (const [path, text] of texts) {
    const language = templateLanguageOf(path, text);
    if (language === undefined) continue;
    const template = readTemplate(text, { language });
    const after = readTemplate(applyEdits(text, formatTemplate(template, vocabulary).edits), { language });
    expect(tagTexts(after), path).toEqual(tagTexts(template));
    expect(formatTemplate(after, vocabulary).edits, path).toEqual([]);
  }
}, 600_000);
