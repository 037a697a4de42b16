import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { StreamLanguage, type StreamParser } from "@codemirror/language";
import { highlightTree, tagHighlighter, tags } from "@lezer/highlight";
import type { LanguageFn } from "highlight.js";
import hljs from "highlight.js/lib/core";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const grammar = (name: string) => import(new URL(`../../grammars/${name}`, import.meta.url).href);
const { keepalived } = (await grammar("keepalived.codemirror.js")) as { keepalived: StreamParser<unknown> };
const language = StreamLanguage.define(keepalived);
hljs.registerLanguage("keepalived", (await grammar("keepalived.highlight.js")).default as LanguageFn);

const names = tagHighlighter([
  { tag: tags.keyword, class: "block" },
  { tag: tags.controlKeyword, class: "control" },
  { tag: tags.propertyName, class: "keyword" },
  { tag: tags.deleted, class: "outdated" },
  { tag: tags.attributeName, class: "option" },
  { tag: tags.atom, class: "value" },
  { tag: tags.className, class: "name" },
  { tag: tags.literal, class: "address" },
  { tag: tags.number, class: "number" },
  { tag: tags.string, class: "string" },
  { tag: tags.comment, class: "comment" },
  { tag: tags.labelName, class: "condition" },
  { tag: tags.variableName, class: "variable" },
]);

/** `word: colour` for each coloured piece of a text. */
function inCodeMirror(text: string): string[] {
  const found: string[] = [];
  highlightTree(language.parser.parse(text), names, (from, to, classes) =>
    found.push(`${text.slice(from, to)}: ${classes}`),
  );
  return found;
}

function inHighlightJs(text: string): string[] {
  const { value } = hljs.highlight(text, { language: "keepalived" });
  return [...value.matchAll(/<span class="hljs-(\w+)">(.*?)<\/span>/g)].map(([, scope, word]) => `${word}: ${scope}`);
}

const sample = `vrrp_instance VI_1 { # one
    state MASTER
    prioirty 10
    virtual_ipaddress {
        10.0.0.1/24 dev eth0
        state dev
    }
    @lb1 notify "/bin/x a" root
    interface $IF
}
`;

test("CodeMirror: a keyword has a colour where a statement begins, and nowhere else", () => {
  expect(inCodeMirror(sample)).toEqual([
    "vrrp_instance: block",
    "VI_1: name",
    "# one: comment",
    "state: keyword",
    "MASTER: value",
    "10: number",
    "virtual_ipaddress: block",
    "10.0.0.1/24: address",
    "dev: option",
    "dev: option",
    "@lb1: condition",
    "notify: keyword",
    '"/bin/x a": string',
    "interface: keyword",
    "$IF: variable",
  ]);
});

test("highlight.js: blocks, names, keywords, values and comments", () => {
  expect(inHighlightJs(sample)).toEqual([
    "vrrp_instance: keyword",
    "VI_1: title",
    "# one: comment",
    "state: attr",
    "MASTER: literal",
    "10: number",
    "virtual_ipaddress: keyword",
    "10.0.0.1/24: number",
    "dev: params",
    "state: attr",
    "dev: params",
    "@lb1 : meta",
    "notify: attr",
    "&quot;/bin/x a&quot;: string",
    "interface: attr",
    "$IF: variable",
  ]);
});

describe("every fixture", () => {
  const files = readdirSync(join(root, "fixtures"), { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".conf"),
  );
  test("is read to its end, without loss and without a colour across lines other than strings", () => {
    expect(files.length).toBeGreaterThan(50);
    for (const path of files) {
      const text = readFileSync(join(root, "fixtures", path), "utf8");
      expect([path, language.parser.parse(text).length]).toEqual([path, text.length]);
      const plain = hljs
        .highlight(text, { language: "keepalived" })
        .value.replace(/<[^>]*>/g, "")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&#x27;", "'")
        .replaceAll("&amp;", "&");
      expect([path, plain]).toEqual([path, text]);
      for (const piece of inCodeMirror(text))
        expect([path, piece]).toEqual([path, expect.not.stringMatching(/[^"]\n.*: (?!string)/)]);
    }
  });
});
