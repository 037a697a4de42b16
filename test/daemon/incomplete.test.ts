import { type Argument, allKeywords, type Keyword, keywordAt, lineGrammars, type Option } from "@kalint/schema";
import { describe, expect, it } from "vitest";
import { bound } from "./support.js";

/** What stands before a keyword and behind it, so that the daemon gets to it. `at`: what makes the names of blocks others. */
function around({ path }: Keyword, inner: string, at: number): string {
  const blocks = path.split("/").slice(0, -1);
  const opened = blocks.map((name, depth) => {
    const block = keywordAt(blocks.slice(0, depth + 1).join("/"))!;
    return `${name} ${block.arguments.map((argument) => wordFor(argument, at)).join(" ")} {\n${usual[block.path] ?? ""}`;
  });
  return `${opened.join("")}${inner}\n${"}\n".repeat(blocks.length)}`;
}

const usual: Readonly<Record<string, string>> = {
  vrrp_instance: "interface eth0\nvirtual_router_id 1\nuse_vmac v1\n",
  virtual_server: "lb_algo rr\n",
};

function wordFor(argument: Argument, at = 0): string {
  if (argument.type === "variant") return (argument.variants[0] ?? []).map((each) => wordFor(each, at)).join(" ");
  return argument.type === "options" ? "" : argument.name === "port" ? "80" : `10.0.${at >> 8}.${at & 255}`;
}

const badWords = ["", "x", "99999999999", "fe80::1", "inet6", "{", "0 0 0 0"];

/** An option alone, with each kind of word, twice, and with the options inside it. */
function* linesWith(option: Option, before: string): Iterable<string> {
  for (const word of badWords) yield `${before} ${option.name} ${word}`;
  yield `${before} ${option.name} ${option.name}`;
  yield `${before} ${option.name} x ${option.name} y`;
  for (const inner of option.arguments.flatMap(insideOf)) yield* linesWith(inner, `${before} ${option.name}`);
}

function insideOf(argument: Argument): readonly Option[] {
  if (argument.type === "options") return argument.options;
  if (argument.type !== "variant") return [];
  return argument.variants.flatMap((form) => {
    const first = form[0]?.type === "literal" ? form[0].value : "";
    return form.flatMap(insideOf).map((option) => ({ ...option, name: `${first} ${option.name}` }));
  });
}

/** Lines that leave what follows them where it is. */
const isWhole = (line: string) => !line.includes("{");

/**
 * Reads lines in the same place, all of them in one text where no line opens a block: reading a text begins with much that
 * is the same for every text. What throws is looked for line by line.
 */
function read(lines: readonly string[], textOf: (line: string, at: number) => string): void {
  const texts = lines.map(textOf);
  const together = texts.filter((_, at) => isWhole(lines[at]!)).join("");
  try {
    for (const text of [together, ...texts.filter((_, at) => !isWhole(lines[at]!))]) readText(text);
  } catch {
    for (const text of texts) expect(() => readText(text), text).not.toThrow();
    expect.fail(`only together: ${together}`);
  }
}

function readText(text: string): void {
  for (const target of ["2.2.7", "2.4.3"] as const) bound(text, { target });
}

describe("what is not complete is read all the same", () => {
  const plain = allKeywords.filter(({ kind }) => kind === "option" || kind === "flag");
  it.each(plain.map((keyword) => [keyword.path, keyword] as const))("%s", (_path, keyword) => {
    const lines = [
      ...badWords.map((word) => `${keyword.name} ${word}`),
      ...keyword.arguments.flatMap(insideOf).flatMap((option) => [...linesWith(option, keyword.name)]),
    ];
    expect(lines.length).toBeGreaterThan(0);
    read(lines, (line, at) => around(keyword, line, at));
  });

  const ofLines = allKeywords.filter(({ kind }) => kind === "lines");
  it.each(ofLines.map((keyword) => [keyword.path, keyword] as const))("lines of %s", (_path, keyword) => {
    const { options, positional } = lineGrammars[keyword.lines!]!;
    const first = positional.map((argument) => wordFor(argument)).join(" ");
    const lines = [
      ...badWords,
      ...options.flatMap((option) => [...linesWith(option, first), ...linesWith(option, "")]),
    ];
    const whole = lines.filter(isWhole).join("\n");
    read([whole, ...lines.filter((line) => !isWhole(line))], (some, at) =>
      around(keyword, `${keyword.name} {\n${some}\n}`, at),
    );
  });
});
