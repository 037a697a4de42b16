import { basename } from "node:path";
import { expect, test } from "vitest";
import { sources } from "./sources.js";

const files = sources(
  ...["syntax", "schema", "daemon", "cluster", "project", "format", "lint", "service", "server", "cli", "vscode"],
);

test("files have names in kebab case", () => {
  expect(files.length).toBeGreaterThan(500);
  const found = files
    .map(({ path }) => basename(path))
    .filter((name) => !/^[a-z\d]+(-[a-z\d]+)*(\.[a-z\d]+)*$/.test(name));
  expect(found).toEqual([]);
});
