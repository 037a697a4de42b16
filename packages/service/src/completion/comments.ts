import { rules, suppressionDirectives } from "@kalint/lint";
import { say, textsOf } from "@kalint/schema";
import type { Document } from "../document.js";
import type { OtherSite } from "../site.js";
import type { Completion } from "./complete.js";

const summaries = (): Readonly<Record<string, string>> => ({
  "disable-next-line": say`Suppresses findings on the next line`,
  "disable-line": say`Suppresses findings on this line`,
  disable: say`Suppresses findings from here on`,
  enable: say`Ends what \`kalint-disable\` began`,
  "disable-file": say`Suppresses findings in the whole file`,
  "format off": say`The formatter leaves the lines from here on as they are`,
  "format on": say`The formatter goes on from here`,
});

/** The comments that mean something to kalint, and the rules that they name. */
export function completeComment(document: Document, site: OtherSite, offset: number): readonly Completion[] {
  const typed = document.text.slice(site.span.start, offset);
  const named = /^[#!]\s*kalint-(disable[\w-]*|enable)\s+(?:[a-z][\w-]*[,\s]+)*([\w-]*)$/.exec(typed);
  if (named) {
    const [all, , word = ""] = named;
    const before = new Set(all.split(/[\s,]+/));
    return ruleIds(typedSpan(document, offset, word)).filter(({ label }) => !before.has(label) || label === word);
  }
  const begun = /^[#!]\s*(k[\w-]*(?: o\w*)?)?$/.exec(typed);
  const isAlone = document.text.slice(offset, site.span.end).trim() === "";
  if (!begun || (begun[1] === undefined && !isAlone)) return [];
  const span = typedSpan(document, offset, begun[1] ?? "");
  return [...suppressionDirectives, "format off", "format on"].map((name, index) => ({
    label: `kalint-${name}`,
    kind: "directive",
    text: `kalint-${name}`,
    detail: summaries()[name] ?? "",
    ...span,
    rank: index,
  }));
}

function ruleIds(span: Pick<Completion, "insert" | "replace">): Completion[] {
  return rules.map((rule) => ({
    label: rule.id,
    kind: "value",
    text: rule.id,
    detail: rule.severity,
    page: () => textsOf(rule).summary,
    ...span,
    rank: 1,
  }));
}

function typedSpan({ text }: Document, offset: number, word: string): Pick<Completion, "insert" | "replace"> {
  const start = offset - word.length;
  const rest = /^[\w-]*/.exec(text.slice(offset, offset + 60))?.[0] ?? "";
  return { insert: { start, end: offset }, replace: { start, end: offset + rest.length } };
}
