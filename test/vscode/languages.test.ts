import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = "packages/vscode";
const read = (path: string) => readFileSync(`${folder}/${path}`, "utf8");
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}|\(command:[^)]*\)|`[^`]*`/g)].map(String).sort();

/** What a call with a text in quotation marks says. */
function said(sources: readonly string[], call: RegExp): ReadonlySet<string> {
  return new Set(sources.flatMap((path) => [...read(path).matchAll(call)].map(([, text]) => JSON.parse(`"${text}"`))));
}

test("the bundle has each text of the extension and of its page, and no other", () => {
  const code = readdirSync(`${folder}/src`).map((name) => `src/${name}`);
  const texts = new Set([
    ...said(code, /\bl10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g),
    ...said(["page/cluster-page.js"], /\bt\("((?:[^"\\]|\\.)*)"/g),
  ]);
  const bundle: Record<string, string> = JSON.parse(read("l10n/bundle.l10n.zh-cn.json"));
  expect(Object.keys(bundle).sort()).toEqual([...texts].sort());
  expect(texts.size).toBeGreaterThan(40);
  for (const [text, translation] of Object.entries(bundle)) {
    expect(placeholders(translation)).toEqual(placeholders(text));
    expect(translation).toMatch(/\p{Script=Han}/u);
  }
});

test("the manifest's texts are in Chinese, with the same links and code", () => {
  const texts = new Set<string>();
  const keys = new Set(["displayName", "description", "markdownDescription", "title", "altText"]);
  JSON.parse(read("package.json"), (key, value) => {
    if (keys.has(key) && typeof value === "string" && value !== "kalint") texts.add(value);
    return value;
  });
  const chinese: Record<string, string> = JSON.parse(read("manifest.zh-cn.json"));
  expect(Object.keys(chinese).sort()).toEqual([...texts].sort());
  for (const [text, translation] of Object.entries(chinese)) {
    expect(placeholders(translation)).toEqual(placeholders(text));
  }
});
