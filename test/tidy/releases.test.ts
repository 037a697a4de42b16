import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";

const packages = join(import.meta.dirname, "../../packages");

const files = ["syntax", "daemon", "cluster", "project", "format", "lint", "service", "server"].flatMap((name) => {
  const directory = join(packages, name, "src");
  return list(directory).map((path) => ({ path: relative(packages, path), text: readFileSync(path, "utf8") }));
});

function list(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

test("only the schema knows releases of keepalived", () => {
  expect(files.length).toBeGreaterThan(300);
  // A rule's own `since`, and the release of an example, say nothing of what keepalived does.
  const ours = /^\s*(since: "0\.\d+\.\d+"|target: "\d+\.\d+\.\d+"),$/;
  const found = files.flatMap(({ path, text }) =>
    text
      .split("\n")
      .flatMap((line) => (/["'`]\d+\.\d+\.\d+["'`]/.test(line) && !ours.test(line) ? `${path}: ${line.trim()}` : [])),
  );
  expect(found).toEqual([]);
});

test("only the schema compares releases", () => {
  const found = files.filter(({ text }) => /\bcompareVersions\(/.test(text)).map(({ path }) => path);
  expect(found).toEqual([]);
});
