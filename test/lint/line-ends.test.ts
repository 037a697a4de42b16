import { type Example, rules } from "@kalint/lint";
import { expect, test } from "vitest";
import { lintFiles } from "./support.js";

const examples = rules.flatMap((rule) =>
  [...rule.bad, ...rule.good].map((example, index): [string, Example] => [`${rule.id} ${index}`, example]),
);

const withWindowsLineEnds = (text: string) => text.replaceAll("\n", "\r\n");

/** What is found, with every place as line and column. */
function found(files: Readonly<Record<string, string>>, { target, facts }: Example): readonly string[] {
  const positionOf = (file: string, offset: number) => {
    const before = (files[file] ?? "").slice(0, offset).split("\n");
    return `${file}:${before.length}:${before.at(-1)!.length + 1}`;
  };
  const { diagnostics } = lintFiles(files, { ...(target && { target }), ...(facts && { facts }) });
  return diagnostics.map(({ rule, message, place }) => `${positionOf(place.file, place.start)} ${rule} ${message}`);
}

test("line ends of Windows change nothing that is found, in any example of any rule", () => {
  expect(examples.length).toBeGreaterThan(400);
  for (const [name, example] of examples) {
    const files = typeof example.files === "string" ? { "keepalived.conf": example.files } : example.files;
    const windows = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, withWindowsLineEnds(text)] as const),
    );
    expect([name, found(windows, example)]).toEqual([name, found(files, example)]);
  }
});
