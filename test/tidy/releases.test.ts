import { expect, test } from "vitest";
import { allButSchema } from "./sources.js";

const others = new Map([
  ["cli/src/version.ts", "the command's own release"],
  ["cli/src/output/sarif.ts", "the release of a format"],
]);
const files = allButSchema().filter(({ path }) => !others.has(path));

test("only the schema knows releases of keepalived", () => {
  expect(files.length).toBeGreaterThan(500);
  // A rule's own `since`, the release of an example, and comments say nothing of what keepalived does.
  const none = /^\s*(since: "0\.\d+\.\d+"|target: "\d+\.\d+\.\d+"),$|^\s*(?:\/?\*|\/\/)/;
  const found = files.flatMap(({ path, text }) =>
    text
      .split("\n")
      .flatMap((line) =>
        /["'`](?:\d+\.\d+\.\d+|\d\.)["'`]/.test(line) && !none.test(line) ? `${path}: ${line.trim()}` : [],
      ),
  );
  expect(found).toEqual([]);
});

test("only the schema compares releases", () => {
  const found = files.filter(({ text }) => /\bcompareVersions\b/.test(text)).map(({ path }) => path);
  expect(found).toEqual([]);
});
