import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { memoryHost } from "@kalint/daemon";
import {
  complete,
  definitionAt,
  documentSymbols,
  foldingRanges,
  hover,
  newestVersion,
  openDocument,
  referencesTo,
} from "@kalint/service";
import fc from "fast-check";
import { expect, test } from "vitest";

/** Every feature at every offset gives an answer whose spans lie in the text. */
function checkEverywhere(text: string, offsets: Iterable<number>): void {
  const path = "keepalived.conf";
  const document = openDocument(text, path, { target: newestVersion, host: memoryHost({ [path]: text }) });
  const inText = ({ start, end }: { start: number; end: number }) => 0 <= start && start <= end && end <= text.length;
  documentSymbols(document);
  foldingRanges(document);
  for (const offset of offsets) {
    const where = JSON.stringify(`${text.slice(0, offset)}<|>${text.slice(offset)}`);
    for (const { insert, replace, page } of complete(document, offset).slice(0, 20)) {
      expect(inText(insert) && inText(replace) && insert.end === offset && replace.end >= offset, where).toBe(true);
      expect(page?.(), where).not.toBe("");
    }
    const found = hover(document, offset);
    expect(!found || inText(found.span), where).toBe(true);
    for (const place of [...definitionAt(document, offset), ...referencesTo(document, offset, true)]) {
      expect(inText(place), where).toBe(true);
    }
  }
}

const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url));
const files = readdirSync(fixtures, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".conf"));

test("at offsets of fixtures of all kinds", () => {
  expect(files.length).toBeGreaterThan(0);
  const every = Math.ceil(files.length / 30);
  for (const file of files.filter((_, index) => index % every === 0)) {
    const text = readFileSync(join(fixtures, file), "utf8").slice(0, 4000);
    const step = Math.max(1, Math.floor(text.length / 12));
    checkEverywhere(
      text,
      Array.from({ length: Math.floor(text.length / step) + 1 }, (_, index) => index * step),
    );
  }
});

const pieces = [
  "vrrp_instance",
  "virtual_server",
  "virtual_ipaddress",
  "track_script",
  "state",
  "MASTER",
  "A",
  "10.0.0.1",
  "dev",
  "{",
  "}",
  "\n",
  "\r\n",
  " ",
  "\t",
  '"',
  "#",
  "!",
  "$",
  "${",
  "$A=",
  "@lb1 ",
  "~SEQ(i, 1, 2) ",
  "include ",
  "\\",
  "ß",
  "𝒜",
];

test("at every offset of arbitrary texts", () => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (one) =>
      checkEverywhere(
        one,
        Array.from({ length: one.length + 1 }, (_, index) => index),
      ),
    ),
    { numRuns: 20 },
  );
});
