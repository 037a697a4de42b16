import {
  type ArgumentLine,
  type EffectiveWord,
  type HostConfiguration,
  isBehindNoInterface,
  namesOf,
  sortedLines,
  statementsByKeyword,
} from "@kalint/daemon";
import { type Argument, dependsOnBuild, type Keyword, keywordIn, say, type Version } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import type { Finding } from "../types.js";
import { expectedOf } from "../values/expected.js";
import { valueAsComment } from "./comment-in-value.js";

export const missingArgument = defineHostRule({
  id: "missing-argument",
  category: "daemon",
  severity: "error",
  summary: "A keyword without its required value.",
  why: "For most keywords keepalived exits at once (status 2) and does not start; for the others it drops the line.",
  advice: "Write the value after the keyword, on the same line: a line end finishes a statement.",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: null_strvec; packages/schema: the keyword's own record",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`,
    },
  ],
  good: [
    {
      files: exampleInstance(),
    },
  ],
  eachBlock: true,
  check(host, report) {
    const { target } = host.effective;
    for (const site of sortedLines(host).missing) {
      const finding = describe(site);
      if (finding) report({ ...finding, ...causeOf(host, site) });
    }
    // Script lines are split in another way, but a lone keyword is one word however it is split.
    for (const [written, statements] of statementsByKeyword(host)) {
      const keyword = keywordIn(written, target);
      const argument = keyword.arguments[0];
      if (keyword.splitter === undefined || argument === undefined || argument.optional) continue;
      for (const { words } of statements) {
        if (words.length === 1) report(describeLone(keyword, argument, words[0]!, target));
      }
    }
  },
});

/** A value that begins with the sign of a comment is one. */
function causeOf(host: HostConfiguration, { statement }: ArgumentLine): Pick<Finding, "causedBy"> {
  const place = valueAsComment(host, statement);
  return place === undefined ? {} : { causedBy: place };
}

function describeLone(keyword: Keyword, argument: Argument, { place }: EffectiveWord, target: Version): Finding {
  return {
    place,
    message: say`${keyword.name} needs ${expectedOf(argument, target)}`,
    ...reasonOf(keyword),
    ...(isReported(keyword) && { daemon: true }),
  };
}

function isReported(keyword: Keyword): boolean {
  if (keyword.missingArgument === "fatal") return true;
  return keyword.missingArgument === "error" && !dependsOnBuild(keyword);
}

function describe(site: ArgumentLine): Finding | undefined {
  const { missing } = site.assignment;
  const { keyword, grammar } = site;
  const { words } = site.statement;
  if (missing === undefined || site.stray) return undefined;
  const { option, argument, after } = missing;
  if (!grammar && !option && after === undefined && keyword.missingArgument === "allowed") return undefined;
  const kind = option && after && !namesOf(option).includes(after.value) ? ` ${after.value}` : "";
  const own = option && `${option.name}${kind}`;
  const holder = own ?? (site.line ? (site.line.wording.words[0]?.value ?? keyword.name) : keyword.name);
  const place = option && after ? after.place : (site.line?.words[0] ?? words[0])!.place;
  const reaction = option?.missingValue ?? grammar?.missingValue;
  const isReadOn = after === undefined || !isBehindNoInterface(site, after);
  return {
    place,
    message: say`${holder} needs ${expectedOf(argument, site.target)}${after && !option && !grammar ? say` after ${after.value}` : ""}`,
    ...(grammar ? { why: say`keepalived reports the line and leaves it out.` } : reasonOf(keyword)),
    ...(isReadOn &&
      (reaction === undefined ? isReported(keyword) || option !== undefined : reaction !== "logged") && {
        daemon: true,
      }),
  };
}

function reasonOf({ missingArgument: reaction }: Keyword): { readonly why: string } | undefined {
  switch (reaction) {
    case "fatal":
      return { why: say`keepalived stops at this line and does not start; it reads nothing below.` };
    case "crash":
      return { why: say`keepalived itself crashes on this line.` };
    case "error":
      return { why: say`keepalived reports the line and goes on without it.` };
    case "logged":
      return { why: say`keepalived drops the line and says so only in its log.` };
    default:
      return undefined;
  }
}
