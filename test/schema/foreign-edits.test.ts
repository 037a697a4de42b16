import { foreignContent } from "@kalint/schema";
import { expect, test } from "vitest";
import { randomSource } from "../support/random-text.js";

const lines = [
  "global_defs {",
  "    router_id lb1",
  "}",
  "vrrp_instance VI_1 {",
  "    priority 100",
  "",
  "# a comment",
  "build: all",
  "\tgcc -o a a.c",
  "frontend web",
  "    bind 10.0.0.1:80",
  "---",
  "kind: Pod",
  "server {",
  "    listen 80;",
  "fi",
  "def f(a):",
  "check process nginx",
  "[Unit]",
  '"name": "x"',
];

test("after an edit a text is taken for what it would be taken for without the one before", () => {
  const random = randomSource(7);
  const kinds = new Set<string | undefined>();
  let text = "global_defs {\n    router_id lb1\n}\n";
  for (let turn = 0; turn < 1500; turn += 1) {
    const all = text.split("\n");
    const at = random.below(all.length);
    all.splice(at, random.below(3), ...(random.below(4) === 0 ? [] : [lines[random.below(lines.length)]!]));
    text = random.below(40) === 0 || all.length > 30 ? "global_defs {\n}\nvrrp_instance VI_2 {\n}\n" : all.join("\n");
    const found = foreignContent(text)?.what;
    foreignContent("#!/bin/sh\n");
    expect(foreignContent(text)?.what, text).toBe(found);
    foreignContent("#!/bin/sh\n");
    foreignContent(text);
    kinds.add(found);
  }
  expect(kinds.size).toBeGreaterThan(5);
});
