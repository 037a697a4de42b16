import type { HostConfiguration } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { itemsOf, type Token } from "@kalint/syntax";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { nearest } from "../suggest.js";
import type { Finding } from "../types.js";
import { repeatedIn } from "../written.js";

export const undefinedDefinition = defineHostRule({
  id: "undefined-definition",
  category: "syntax",
  severity: "error",
  summary: "A reference to a definition that does not exist.",
  why: "keepalived silently leaves the reference in the text: the keyword gets `$NAME` as its value, and the braces of `${NAME}` open and close blocks.",
  advice: "Correct the name, or define it above: `$NAME=value`. Names are case-sensitive.",
  fixable: "unsafe",
  looksAtText: true,
  restsOn: "names",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: replace_param, find_definition",
  bad: [{ files: `$ADDRESS=192.0.2.10/24\n\n${exampleInstance([], { addresses: ["192.0.2.11/24 label $Address"] })}` }],
  good: [{ files: `$ADDRESS=192.0.2.10/24\n\n${exampleInstance([], { addresses: ["$ADDRESS"] })}` }],
  check(host, report) {
    const files = host.effective.files.filter(({ text }) => text.includes("$"));
    if (files.length === 0) return;
    const defined = definedFrom(host);
    for (const { path, text, tree } of files) {
      for (const token of tree.tokens) {
        if (!kinds.has(token.kind)) continue;
        const isMain = path === host.effective.path;
        for (const finding of undefinedIn(path, text, token, defined, isMain)) report(finding);
      }
    }
  },
});

/** From where in the main file on each name is defined: 0 where another file, or a repetition, may define it before. */
function definedFrom({ effective }: HostConfiguration): ReadonlyMap<string, number> {
  const from = new Map<string, number>();
  for (const { path, tree } of effective.files) {
    for (const { item } of itemsOf(tree)) {
      for (const name of repeatedIn(item)) from.set(name, 0);
      if (item.kind !== "definition") continue;
      const start = path === effective.path ? item.start : 0;
      from.set(item.name.text, Math.min(start, from.get(item.name.text) ?? start));
    }
  }
  return from;
}

const kinds: ReadonlySet<Token["kind"]> = new Set(["word", "string", "definition", "include", "repetition"]);

/** A bare `$NAME` is only a reference where a blank, `,`, `)` or the end follows. Source: keepalived 2.4.3, lib/parser.c: replace_param. */
const reference = /\$(?:\{([A-Za-z]\w*)\}|([A-Za-z]\w*)(?=[ \t,)]|$))/g;

function* undefinedIn(
  file: string,
  text: string,
  token: Token,
  defined: ReadonlyMap<string, number>,
  isMain: boolean,
): Iterable<Finding> {
  const shown = text.slice(token.start, token.end);
  if (!shown.includes("$")) return;
  for (const match of shown.matchAll(reference)) {
    const name = match[1] ?? match[2]!;
    const start = token.start + match.index;
    if (text[start - 1] === "\\") continue;
    const place = { file, start, end: start + match[0].length };
    const from = defined.get(name);
    if (from !== undefined) {
      // Of a bare `$NAME`, whose text only stays as it is, unexpanded-reference says it; what is quoted a shell may read.
      if (isMain && start < from && match[1] !== undefined && token.kind === "word")
        yield {
          place,
          message: say`$${name} is defined only further down, or for other hosts: here it is not replaced`,
        };
      continue;
    }
    const [near] = nearest(name, defined.keys());
    // Without anything like it a dollar sign may be meant as one, above all in what a shell reads.
    if (!near && (token.kind === "string" || match[1] === undefined)) continue;
    const better = near && match[0].replace(name, near.word);
    yield {
      place,
      message: say`${name} is not defined${near ? say`; did you mean ${near.word}?` : ""}`,
      ...(better !== undefined && {
        help: say`Write \`${better}\`.`,
        fixes: [{ title: say`write \`${better}\``, safe: false, edits: [{ ...place, text: better }] }],
      }),
    };
  }
}
