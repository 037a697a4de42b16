import {
  type EffectiveStatement,
  type EffectiveWord,
  fileOf,
  type HostConfiguration,
  statementsOf,
} from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { quote } from "../suggest.js";
import type { Edit, Finding } from "../types.js";

const password = (text: string) =>
  exampleInstance(["authentication {", "    auth_type PASS", `    auth_pass ${text}`, "}"]);

export const unusualCharacter = defineHostRule({
  id: "unusual-character",
  category: "syntax",
  severity: "error",
  summary: "A typographic or single quotation mark, or an invisible character, in a value.",
  why: 'For keepalived only `"` is a quotation mark, and only space and tab separate words. Characters that a word processor, a chat or a web page put in their place silently become part of the value: a password gets two more characters, a name gets an invisible one. (In scripts, single quotes are quotation marks too.)',
  advice: 'Retype the line with `"` and plain spaces.',
  fixable: "sometimes",
  looksAtText: true,
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: alloc_strvec_r",
  bad: [{ files: password("“k7”") }, { files: "global_defs {\n    router_id 'lb1'\n}\n" }],
  good: [{ files: password('"k7"') }, { files: "global_defs {\n    router_id lb1\n}\n" }],
  eachBlock: true,
  check(host, report) {
    // A word that was substituted is none of ours, so the characters stand in the files, and in most files none does.
    if (!host.effective.files.some(({ text }) => quotes.test(text) || invisible.test(text) || text.includes("'")))
      return;
    for (const statement of statementsOf(host.effective)) {
      for (const { words } of [statement, ...statement.lines]) {
        const finding = describe(host, statement, words);
        if (finding) report(finding);
      }
    }
  },
});

const quotes = /[“”„‟«»‘’‚‛＂＇]/;
const invisible = /[\u00A0\u00AD\u2000-\u200F\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF]/;

function describe(
  host: HostConfiguration,
  { keyword }: EffectiveStatement,
  words: readonly EffectiveWord[],
): Finding | undefined {
  const secret = /^auth_|password/.test(keyword.name);
  // In a script the text in double quotes is the program's business, and single quotes are quotation marks.
  const script = keyword.splitter !== undefined;
  const single = script ? [] : words.filter(isSingleQuoted);
  const marked = words.filter(
    (word) =>
      !word.expanded &&
      ((quotes.test(word.value) && !word.quoted) || (invisible.test(word.value) && !(script && word.quoted))),
  );
  const [first] = [...single, ...marked].sort((a, b) => a.place.start - b.place.start);
  const text = first && fileOf(host.effective, first.place)?.text;
  if (first === undefined || text === undefined) return undefined;
  const written = text.slice(first.place.start, first.place.end);
  const at = Math.max(0, written.search(single.includes(first) ? /'/ : quotes.test(written) ? quotes : invisible));
  const sign = written[at] ?? "";
  return {
    place: { ...first.place, start: first.place.start + at },
    message: say`${signName(sign)} is part of the value ${quote(shown(first.value))}`,
    ...(sign === "'" && { severity: "warning" }),
    fixes: [
      {
        title: invisible.test(sign) ? say`remove the invisible character` : say`write "`,
        safe: invisible.test(sign) && !secret,
        edits: [...new Set([...single, ...marked])].flatMap((word) => editsOf(word, text, single.includes(word))),
      },
    ],
  };
}

/** `'lb1'`, or `'first` with `balancer'` after it: no value needs the sign at its edge. */
function isSingleQuoted({ value, quoted, expanded }: EffectiveWord): boolean {
  return !quoted && !expanded && value.length > 1 && (/^'.*'$/.test(value) || /^'[^']*$/.test(value));
}

function signName(sign: string): string {
  if (sign === "'") return say`' is no quotation mark here and`;
  if (quotes.test(sign)) return say`${sign} is no quotation mark for keepalived and`;
  return say`an invisible character (U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")})`;
}

function shown(value: string): string {
  return value.replace(new RegExp(invisible, "g"), "␣");
}

function editsOf({ place }: EffectiveWord, text: string, single: boolean): readonly Edit[] {
  const edits: Edit[] = [];
  for (let at = place.start; at < place.end; at += 1) {
    const sign = text[at]!;
    const edge = at === place.start || at === place.end - 1;
    const replacement =
      single && sign === "'" && edge
        ? '"'
        : quotes.test(sign)
          ? '"'
          : invisible.test(sign)
            ? blankFor(sign)
            : undefined;
    if (replacement !== undefined) edits.push({ file: place.file, start: at, end: at + 1, text: replacement });
  }
  return edits;
}

function blankFor(sign: string): string {
  return /[\u00AD\u200B-\u200F\u2060\uFEFF]/.test(sign) ? "" : " ";
}
