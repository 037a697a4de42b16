import { memoryHost } from "@kalint/daemon";
import { formatText } from "@kalint/format";
import { lint } from "@kalint/lint";
import { foreignContent, maskSecrets, newestVersion } from "@kalint/schema";
import { documentLinks, openDocument } from "@kalint/service";
import { parse, printTree } from "@kalint/syntax";
import { expect, test } from "vitest";

/** Milliseconds until a hang is called one; nothing is measured. */
const patience = 300_000;

/** More than any stack holds calls. (Whether time grows with the text shows `npm run pump`, and over the server `npm run hostile`.) */
const braces = 15_000;
const longLine = 2_500_000;

test.each([
  ["opening braces", "{".repeat(braces)],
  ["opening blocks", "a {\n".repeat(braces)],
  ["closing braces", "}".repeat(braces)],
  ["nested blocks", "{".repeat(braces) + "}".repeat(braces)],
  ["indented blocks left open", Array.from({ length: 1_000 }, (_, at) => `${" ".repeat(at)}a {`).join("\n")],
  ["quotes", '"'.repeat(braces + 1)],
  ["comments behind quotes", '"#\n'.repeat(braces)],
  ["definitions that go on", "$A=x \\\n \n".repeat(braces)],
  ["formatting switched off again and again", "# kalint-format off\n".repeat(braces)],
  ["a line of one word", "x".repeat(longLine)],
  ["a line of one password", `auth_pass ${"x".repeat(longLine)}`],
  ["a line of blanks", " ".repeat(longLine)],
  ["a line of words", "word ".repeat(longLine / 50)],
])(
  "%s: read, judged and formatted without an exception",
  (_name, text) => {
    expect(printTree(parse(text)) === text).toBe(true);
    expect(() => foreignContent(text)).not.toThrow();
    expect(maskSecrets(text)).toHaveLength(text.length);
    const formatted = formatText(text);
    if (formatted !== text) expect(formatText(formatted) === formatted).toBe(true);
  },
  patience,
);

test.each([
  ["a pattern over a long name", "include gl/*a*a*a*a*ab\n"],
  ["blank lines", "\n".repeat(80_000)],
  ["carriage returns", "\r".repeat(80_000)],
  ["braces before conditions", "}@".repeat(40_000)],
  ["open defaults", "${A:-".repeat(10_000)],
  ["open tags", "{%".repeat(5_000)],
  ["nested blocks", "a {\n".repeat(5_000) + "}\n".repeat(5_000)],
  ["real servers", `virtual_server 10.0.0.1 80 {\n${"    real_server 10.0.0.2 80 {\n    }\n".repeat(2_500)}}\n`],
])(
  "%s: checked to the end, and another file with it",
  (_name, text) => {
    const host = memoryHost({ "a.conf": text, "b.conf": "odd 5\n", [`gl/${"a".repeat(200)}`]: "" });
    const { files, failures } = lint({ paths: ["a.conf", "b.conf"], host, target: newestVersion, mostFindings: 100 });
    expect(failures).toEqual([]);
    expect(files.find(({ path }) => path === "b.conf")?.diagnostics.map(({ rule }) => rule)).toEqual([
      "unknown-keyword",
    ]);
    expect(documentLinks(openDocument(text, "a.conf", { host, target: newestVersion }))).toEqual([]);
  },
  patience,
);
