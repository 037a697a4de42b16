import { formatText } from "@kalint/format";
import { foreignContent, maskSecrets } from "@kalint/schema";
import { parse, printTree } from "@kalint/syntax";
import { expect, test } from "vitest";

/** Milliseconds until a hang is called one; nothing is measured. */
const patience = 300_000;

const braces = 100_000;
const tenMegabytes = 10_000_000;

test.each([
  ["opening braces", "{".repeat(braces)],
  ["opening blocks", "a {\n".repeat(braces / 5)],
  ["closing braces", "}".repeat(braces)],
  ["nested blocks", "{".repeat(braces) + "}".repeat(braces)],
  ["indented blocks left open", Array.from({ length: 2_000 }, (_, at) => `${" ".repeat(at)}a {`).join("\n")],
  ["quotes", '"'.repeat(braces + 1)],
  ["comments behind quotes", '"#\n'.repeat(braces)],
  ["definitions that go on", "$A=x \\\n \n".repeat(braces)],
  ["formatting switched off again and again", "# kalint-format off\n".repeat(braces)],
  ["a line of one word", "x".repeat(tenMegabytes)],
  ["a line of one password", `auth_pass ${"x".repeat(tenMegabytes)}`],
  ["a line of blanks", " ".repeat(tenMegabytes)],
  ["a line of words", "word ".repeat(tenMegabytes / 50)],
])(
  "%s: read, judged and formatted without an exception",
  (_name, text) => {
    expect(printTree(parse(text)) === text).toBe(true);
    expect(() => foreignContent(text)).not.toThrow();
    expect(maskSecrets(text)).toHaveLength(text.length);
    const formatted = formatText(text);
    expect(formatText(formatted) === formatted).toBe(true);
  },
  patience,
);
