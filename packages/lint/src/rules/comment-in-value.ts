import {
  argumentLineOf,
  type EffectiveLine,
  type EffectiveStatement,
  type EffectiveWord,
  fileOf,
  type HostConfiguration,
  type Place,
  statementsOf,
  statementsWith,
} from "@kalint/daemon";
import { type Argument, keywordIn, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { quoteAt } from "../edits.js";
import { exampleInstance } from "../examples.js";
import { commandsOf } from "../scripts/commands.js";
import { quote } from "../suggest.js";
import type { Finding } from "../types.js";

const password = (text: string) =>
  exampleInstance(["authentication {", "    auth_type PASS", `    auth_pass ${text}`, "}"]);

export const commentInValue = defineHostRule({
  id: "comment-in-value",
  category: "syntax",
  severity: "warning",
  summary: "A `#` or `!` inside an unquoted value.",
  why: "keepalived starts a comment at every `#` and `!` outside double quotes, even in the middle of a word. The value ends there without any message: a password is shorter than intended, a path or an address is a different one.",
  advice:
    "Put the value in double quotes. If you meant a comment, put a space before it. Change a password on all hosts at the same time.",
  fixable: "unsafe",
  restsOn: "line",
  yieldsTo: ["unrendered-template"],
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: decomment",
  bad: [{ files: password("ab#cd9k") }],
  good: [{ files: password('"ab#cd9k"') }, { files: password("abcd9k  # shared") }],
  eachBlock: true,
  check(host, report) {
    for (const statement of mayBeCut(host)) {
      // Asked first, as behind nearly every line stands none.
      const isCut = hasSignBehind(host, statement);
      if ((isCut || isSecret(statement.keyword.name)) && isSplitLikeMost(statement, host)) {
        const whole = describeStart(host, statement) ?? (isCut ? describeHeader(host, statement) : undefined);
        if (whole) report(whole);
        const finding = isCut && describeValue(host, statement);
        if (finding) report(finding);
      }
      for (const line of statement.lines) {
        const finding = hasSignBehind(host, line) && describeValue(host, statement, line);
        if (finding) report(finding);
      }
    }
    for (const { statement } of commandsOf(host)) {
      const last = statement.words.at(-1);
      const finding = last && describe(host, last, statement.keyword.name, statement);
      if (finding) report(finding);
    }
  },
});

/** A long file is looked through for a sign first, as in most there is none. */
function mayBeCut({ effective }: HostConfiguration): readonly EffectiveStatement[] {
  const all = statementsOf(effective);
  if (all.length < manyStatements || effective.files.some(({ text }) => /[^\s#!][#!]/.test(text))) return all;
  return statementsWith(effective, ({ name }) => isSecret(name));
}

const manyStatements = 1000;

function isSplitLikeMost({ keyword }: EffectiveStatement, { effective }: HostConfiguration): boolean {
  return keywordIn(keyword, effective.target).splitter === undefined;
}

/** The last value of a statement, or of a line of its block. */
function describeValue(
  host: HostConfiguration,
  statement: EffectiveStatement,
  line?: EffectiveLine,
): Finding | undefined {
  const site = argumentLineOf(statement, host.effective.target, line);
  const last = site?.words.at(-1);
  const value = site?.assignment.values.find(({ word }) => word === last);
  if (value === undefined || !freeText.has(value.argument.type)) return undefined;
  return describe(host, value.word, statement.keyword.name, statement);
}

/** Whether a sign of a comment stands right behind the last word of a line. */
function hasSignBehind({ effective }: HostConfiguration, line: EffectiveStatement | EffectiveLine): boolean {
  const last = line.wording.words.at(-1);
  return last !== undefined && isSignAt(fileOf(effective, line)?.text, line.endOf(last));
}

/** Only here a comment sign may be meant as a part of the value: a number or an address has none. */
const freeText: ReadonlySet<Argument["type"]> = new Set([
  "string",
  "path",
  "email",
  "regex",
  "hmac-key",
  "other",
  "host-or-ip",
  "user",
]);

function describe(
  host: HostConfiguration,
  { place, quoted, expanded, value }: EffectiveWord,
  name: string,
  statement: EffectiveStatement,
): Finding | undefined {
  const text = fileOf(host.effective, place)?.text;
  if (text === undefined || expanded || (quoted && statement.keyword.splitter === undefined)) return undefined;
  const sign = text[place.end];
  if (!isSign(sign) || text[place.end - 1] === '"') return undefined;
  const lineEnd = text.indexOf("\n", place.end);
  const comment = text.slice(place.end, lineEnd < 0 ? text.length : lineEnd).trimEnd();
  const secret = isSecret(name);
  if (!isPart(comment.slice(1), secret)) return undefined;
  const cut = /^\S+/.exec(comment)![0];
  return {
    place: { ...place, end: place.end + cut.length },
    message: say`${name} is cut at ${sign}, which starts a comment: keepalived uses ${quote(value)}, not ${quote(value + cut)}`,
    ...(secret && { severity: "error" }),
    ...(/["'\\]/.test(value + cut)
      ? {}
      : {
          fixes: [quoteAt({ ...place, end: place.end + cut.length })],
        }),
  };
}

/** A password that begins with the sign leaves nothing. */
function describeStart(host: HostConfiguration, statement: EffectiveStatement): Finding | undefined {
  const place = valueAsComment(host, statement);
  if (place === undefined) return undefined;
  const value = fileOf(host.effective, place)!.text.slice(place.start, place.end);
  return {
    place,
    message: say`${statement.keyword.name} has no value: ${value[0]} starts a comment, so ${quote(value)} is one`,
    severity: "error",
    fixes: /["'\\]/.test(value) ? [] : [quoteAt(place)],
  };
}

/** Where a password would be, were it not a comment. */
export function valueAsComment(host: HostConfiguration, statement: EffectiveStatement): Place | undefined {
  if (statement.wording.words.length !== 1 || !isSecret(statement.keyword.name)) return undefined;
  const first = statement.words[0]!;
  const text = fileOf(host.effective, first.place)?.text ?? "";
  const match = /^[ \t]+([#!]\S+)/.exec(text.slice(first.place.end, first.place.end + 80));
  if (match === null) return undefined;
  const end = first.place.end + match[0].length;
  return { ...first.place, start: end - match[1]!.length, end };
}

/** A name with the sign takes the block's brace with it. */
function describeHeader(host: HostConfiguration, statement: EffectiveStatement): Finding | undefined {
  const { keyword } = statement;
  if (keyword.kind !== "block" && keyword.kind !== "lines") return undefined;
  const last = statement.words.at(-1);
  if (last === undefined || last.expanded) return undefined;
  const text = fileOf(host.effective, last.place)?.text ?? "";
  const match = /^(([#!])\S*)[ \t]*\{[ \t]*(?=\r?\n|$)/.exec(text.slice(last.place.end, last.place.end + 200));
  if (match === null) return undefined;
  return {
    place: { ...last.place, end: last.place.end + match[1]!.length },
    message: say`${keyword.name} is cut at ${match[2]}, which starts a comment: the { after it is part of the comment as well`,
    severity: "error",
  };
}

function isSignAt(text: string | undefined, at: number): boolean {
  const code = text?.charCodeAt(at);
  return code === 0x23 || code === 0x21;
}

function isSign(character: string | undefined): boolean {
  return character === "#" || character === "!";
}

function isSecret(name: string): boolean {
  return name === "auth_pass" || name === "auth_hmac";
}

/** A sentence, or text in another script, is a comment that lacks its blank. A password may end with the sign. */
function isPart(rest: string, secret: boolean): boolean {
  if (rest === "") return secret;
  if (secret) return !/^\s/.test(rest);
  return /^[!-~]+$/.test(rest) && !/^[#!]/.test(rest);
}
