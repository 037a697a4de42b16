import { expect, test } from "vitest";
import { checkFormat } from "../support/check-format.js";

/** Texts whose meaning a careless formatter would change: they stay as they are. */
const unchanged: readonly (readonly [why: string, text: string])[] = [
  ["`include{` would become an include line", "include{\n}\n"],
  ["a condition covers its whole line", "@a b { c\n}\n"],
  ["a condition may cover the header without its brace", "@a b\n{\n    c\n}\n"],
  ["a repetition covers its whole line", "~SEQ(i, 1, 3) a { b }\n"],
  ["a reference of several lines must stay last on its line", "a $X\n{\n}\n"],
  ["a reference may open a quote that ends behind the blanks", "a $X   b\n"],
  ["`$X }` is replaced, `$X}` is not", "a { $X}\n"],
  ["a byte order mark is a word of the line that holds no other", "\ufeff \na\n"],
  ["blanks behind a backslash keep it apart", "a \\  \nb\n"],
  ["a backslash at the end joins its word", "a  \\\n{\n}\n"],
  ["an escaped sign is a comment on the second reading", "a \\#b\n{\n}\n"],
  ["an open string would swallow the brace", 'a "b\n{\n}\n'],
  ["single quotes hold blanks in script lines", "a 'b   c'\n"],
  ["a NUL drops the line", "    a\0   b\n"],
  ["control characters hide what follows", "\fa   { b\n}\n"],
  ["a byte order mark is part of the first word", "\ufeff  a\n"],
  ["an empty line ends an open definition", "$A=b \\\n\n}\n"],
  ["a comment line ends it for some processes only", "$A=b \\\n  # c\n   d   e\n"],
  ["a path holds blanks and braces", "include a   b }\n"],
];

test.each(unchanged)("%s", (_why, text) => {
  expect(checkFormat(text)).toBe(text);
});

/** Comments of a block on one line that is opened: their line may go on, or they may be marks. */
test.each(["b { c }  # z \\\n", "b { c }  # kalint-format on\n"])("a block stays closed before %j", (text) => {
  expect(checkFormat(text, { oneLineBlocks: "open" })).toBe(text);
});

test("lines behind a definition that is still open keep their ends and blanks, up to an empty one or to words", () => {
  expect(checkFormat("$A=c \\#d\nb  c\n\n", { lineEnding: "crlf" })).toBe("$A=c \\#d\r\nb  c\n\n");
  expect(checkFormat("$A=\\\n\n\tx \\#y\n\n")).toBe("$A=\\\n\nx \\#y\n");
});

test.each(["\n", "\r\n"])(
  "a definition of several lines takes nothing behind it along, with line ends %j",
  (lineEnd) => {
    const text = ["$Y=\\", "x", "interface eth0", "priority 5", ""].join(lineEnd);
    const aligned = checkFormat(text, { align: "always" });
    expect(aligned.split(lineEnd)).toEqual(["$Y=\\", "x", "interface eth0", "priority  5", ""]);
    expect(checkFormat(text, { align: "always", lineEnding: "crlf" })).toBe(aligned.replace(/\r?\n/g, "\r\n"));
  },
);

test("a line is not made longer than the daemon reads", () => {
  const long = `a ${"x".repeat(1018)}`;
  const text = `b {\n${long}\n}\n`;
  expect(checkFormat(text)).toBe(text);
  expect(checkFormat(`b {\n${long.slice(50)}\n}\n`)).toBe(`b {\n    ${long.slice(50)}\n}\n`);
});

test("columns do not make a line longer than the daemon reads", () => {
  const wide = "日".repeat(60);
  for (const words of ["x".repeat(900), "x".repeat(150), wide, `${wide} ${wide} ${wide}`]) {
    const text = `b {\n  a${" ".repeat(280)}# c\n  ${words}${" ".repeat(20)}# ${"y".repeat(95)}\n  @a   d ${words}\n}\n`;
    for (const align of ["keep", "always"] as const) {
      const lines = checkFormat(text, { align }).split("\n");
      expect(lines.map((line) => Buffer.byteLength(line) <= 1022)).toEqual(lines.map(() => true));
    }
  }
});
