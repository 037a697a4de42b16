import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { newestVersion, vocabulary } from "@kalint/schema";
import { parse, type SyntaxTree } from "@kalint/syntax";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { clean, runIn } from "./command.js";
import { readingsOf, thereAndBack } from "./there-and-back.js";

const root = join(import.meta.dirname, "../..");
const schema = JSON.parse(readFileSync(join(root, "packages/cli/schema/configuration.schema.json"), "utf8"));
const validate = new Ajv({ allErrors: false, strict: false, inlineRefs: false, code: { optimize: false } }).compile(
  schema,
);

const fixtures = readdirSync(join(root, "fixtures"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".conf"))
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));

describe("there and back", () => {
  test("gives what every host reads of every fixture, the same JSON again, which follows its schema, and each comment", () => {
    const comments = ({ tokens }: SyntaxTree, text: string) =>
      tokens
        .filter(({ kind }) => kind === "comment")
        .map(({ start, end }) => text.slice(start, end))
        .sort();
    expect(fixtures.length).toBeGreaterThan(300);
    for (const [index, path] of fixtures.entries()) {
      const text = readFileSync(join(root, path), "utf8");
      const { value, back } = thereAndBack(text);
      // The old reading differs in few things; each takes as long as the new one.
      const targets = back === text ? [] : index % 4 === 0 ? ([newestVersion, "2.2.7"] as const) : [newestVersion];
      for (const target of targets) expect(readingsOf(back, target), path).toEqual(readingsOf(text, target));
      const tree = parse(text, { ...vocabulary });
      if (tree.problems.length > 0) continue;
      expect(validate(value), `${path}: ${JSON.stringify(validate.errors)}`).toBe(true);
      if (back === text) continue;
      expect(thereAndBack(back).value.items, path).toEqual(value.items);
      expect(comments(parse(back, { ...vocabulary }), back), path).toEqual(comments(tree, text));
    }
  });

  test.each([
    ["a condition on the line of a brace", "@lb1 vrrp_instance A { priority 5\n interface eth0\n}\n"],
    ["a condition on the brace alone", "@lb1 global_defs\n{\n router_id a\n@lb1 }\n"],
    ["a repetition over a block", "vrrp_instance A {\n~SEQ(i, 1, 2) track_interface { eth$i }\n}\n"],
    [
      "a definition of several lines before a brace",
      "$V= \\\n 192.0.2.1 \\\n 192.0.2.2\nvrrp_instance A {\n virtual_ipaddress { $V }\n}\n",
    ],
    ["quoted and glued words", 'global_defs {\n "router_id" "a b"\n smtp_alert"true"\n router_id ""\n}\n'],
    ["signs behind a backslash", "global_defs {\n router_id a\\#b\n}\n"],
    ["scripts with their own quotes", "vrrp_script s {\n script '/bin/a  \"b  c\"'\n}\n"],
    ["includes with blanks and comments", "include  a b.conf # why\nincluder c.conf\n"],
    ["a brace that closes an included block", "}\n@a }\nglobal_defs {\n}\n"],
    ["a byte order mark and a no-break space", "\uFEFFglobal_defs {\n router_id a\u00a0\n}\r\n"],
  ])("%s", (_, text) => {
    const { value, back } = thereAndBack(text);
    expect(readingsOf(back, newestVersion)).toEqual(readingsOf(text, newestVersion));
    expect(thereAndBack(back).value.items).toEqual(value.items);
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe("kalint convert", () => {
  test("writes JSON with numbers where keepalived takes them, and reads it again", async () => {
    const to = await runIn("convert keepalived.conf", { files: { "keepalived.conf": clean } });
    const value = JSON.parse(to.output);
    expect(value.items[0].keyword).toBe("vrrp_instance");
    expect(value.items[0].block.items[3]).toEqual({ keyword: "priority", arguments: [100] });
    expect(value.items[0].block.items.at(-1).block.items).toEqual([{ line: ["192.0.2.1/24", "dev", "eth0"] }]);
    const back = await runIn("convert k.json", { files: { "k.json": to.output } });
    expect([to.status, back.status, back.output]).toEqual([0, 0, clean]);
    const piped = await runIn("convert --to conf", { input: to.output });
    expect(piped.output).toBe(clean);
  });

  test("keeps bytes that are no UTF-8", async () => {
    const bytes = Buffer.from("global_defs {\n    router_id caf\xe9\n}\n", "latin1");
    const to = await runIn("convert keepalived.conf", { files: { "keepalived.conf": bytes } });
    const back = await runIn("convert k.json", { files: { "k.json": to.output } });
    expect(back.bytes).toEqual(bytes);
    const placed = await runIn("convert k.json --output-file k.conf", { files: { "k.json": to.output } });
    expect(placed.readBytes("k.conf")).toEqual(bytes);
  });

  test.each([
    ["no JSON", '{ "version": 1,\n  "items": [ }', /^kalint: k\.json:2:14: this is not JSON/],
    [
      "another shape",
      '{ "version": 1,\n  "items": [ { "keywort": "a" } ] }',
      /^kalint: k\.json:2:14: not the JSON form of a configuration: this item needs one of the keys keyword, line, define, include, close/,
    ],
    [
      "a key that there is not",
      '{ "version": 1, "items": [\n { "keyword": "a", "blok": {} } ] }',
      /^kalint: k\.json:2:2: .*: unknown key "blok"; allowed keys: keyword, arguments/,
    ],
    [
      "another kind of value",
      '{ "version": 1, "items": [\n { "keyword": "a", "arguments": "b" } ] }',
      /^kalint: k\.json:2:33: .*: this must be a list/,
    ],
    ["another version", '{ "version": 2, "items": [] }', /^kalint: k\.json:1:14: .*: this must be 1/],
    [
      "a number out of range",
      '{ "version": 1, "items": [ { "keyword": "vrrp_instance", "arguments": ["A"], "block": { "items": [\n { "keyword": "priority", "arguments": [300] } ] } } ] }',
      /^kalint: k\.json:2:41: .*: the number must be at most 255/,
    ],
    [
      "a word over two lines",
      '{ "version": 1, "items": [\n { "keyword": "a", "arguments": ["b\\nc"] } ] }',
      /^kalint: k\.json:2:\d+: /,
    ],
    [
      "a word with a double quote",
      '{ "version": 1, "items": [\n { "keyword": "a", "arguments": ["b\\"c"] } ] }',
      /^kalint: k\.json:2:34: the word .* contains a double quote/,
    ],
  ])("names the place of %s", async (_, text, message) => {
    const { status, errors } = await runIn("convert k.json", { files: { "k.json": text } });
    expect([status, errors]).toEqual([2, expect.stringMatching(message)]);
  });

  test("names the place of a brace that does not pair up, and writes over nothing", async () => {
    const files = { "a.conf": "global_defs {\n", "b.conf": clean, "c.json": "mine" };
    const open = await runIn("convert a.conf", { files });
    expect([open.status, open.errors]).toEqual([2, expect.stringContaining("a.conf:1:13: this block is never closed")]);
    const over = await runIn("convert b.conf --output-file c.json", { files });
    expect([over.status, over.read("c.json")]).toEqual([2, "mine"]);
    const wrong = await runIn("convert b.conf --to yaml", { files });
    expect([wrong.status, wrong.errors]).toEqual([2, expect.stringContaining("--to")]);
  });
});
