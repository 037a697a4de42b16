import {
  checkValue,
  type EffectiveStatement,
  type HostConfiguration,
  type Place,
  perHost,
  readingProblems,
  statementsByKeyword,
} from "@kalint/daemon";
import {
  type Condition,
  isKnownIn,
  type Keyword,
  keywordAt,
  newestVersion,
  type Requirement,
  requirements,
  say,
  switchesOf,
  type Version,
} from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { type Origin, originOf } from "../reading.js";
import { namesProgram } from "../scripts/commands.js";
import { holds, lackIn } from "../statements.js";
import { anyOf } from "../suggest.js";
import type { Finding } from "../types.js";

export const missingKeyword = defineHostRule({
  id: "missing-keyword",
  category: "daemon",
  severity: "error",
  summary: "A block without a required keyword.",
  why: "keepalived drops the block, or uses a default that is rarely what was intended.",
  advice: "Add the keyword that the message names.",
  since: "0.1.0",
  source: "packages/schema/src/requirements.ts; npm run conformance leaves out each required keyword",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    priority 100
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
    for (const [{ path }, statements] of statementsByKeyword(host)) {
      const required = requirements.get(path) ?? [];
      for (const statement of required.length === 0 ? [] : statements) {
        if (statement.skipped !== undefined) continue;
        for (const requirement of required) {
          if (isMissing(requirement, statement, target) && isAsked(requirement, statement, host)) {
            report({ ...describe(host, requirement, statement), values: requirement.anyOf });
          }
        }
      }
    }
  },
});

function isMissing({ anyOf: names, block }: Requirement, statement: EffectiveStatement, target: Version): boolean {
  // Asked first, as nearly every block has what it needs.
  if (statement.children.some((child) => names.includes(child.keyword.name) && hasValue(child))) return false;
  return names.some((name) => {
    const keyword = keywordAt(`${block}/${name}`);
    return keyword !== undefined && isKnownIn(keyword, target);
  });
}

function isAsked(
  { where = [], unless = [] }: Requirement,
  statement: EffectiveStatement,
  host: HostConfiguration,
): boolean {
  const isMet = (condition: Condition) => meets(condition, statement, host);
  return where.every(isMet) && !unless.some(isMet);
}

function meets(condition: Condition, statement: EffectiveStatement, host: HostConfiguration): boolean {
  const { children, wording } = statement;
  const has = (block: EffectiveStatement, names: readonly string[]) =>
    block.children.some(({ keyword }) => names.includes(keyword.name));
  if (condition === "served") {
    return served(host).has(statement);
  }
  if ("header" in condition) return condition.header.includes(wording.words[1]?.value ?? "");
  if ("every" in condition) {
    return children.every((child) => child.keyword.name !== condition.every || has(child, condition.holds));
  }
  if ("holds" in condition) return has(statement, condition.holds);
  return children.some(
    ({
      keyword,
      wording: {
        words: [, word],
      },
    }) => keyword.name === condition.keyword && condition.is.includes(word?.value ?? ""),
  );
}

/** The virtual servers that have a real server. */
const served = perHost(
  ({ virtualServers }) =>
    new Set(virtualServers.filter(({ realServers }) => realServers.length > 0).map(({ statement }) => statement)),
);

/** Without a value the daemon drops the line. */
function hasValue(statement: EffectiveStatement): boolean {
  const { keyword, wording } = statement;
  const { words } = wording;
  if (keyword.path === "vrrp_script/script") return namesProgram(statement.words);
  if (indispensable.has(keyword.path)) return isTaken(keyword, words[1]?.value);
  if (keyword.kind !== "option" || words.length > 1 || keyword.missingArgument === "allowed") return true;
  // Here the line itself drops the block.
  return keyword.path === "virtual_server/real_server/BFD_CHECK/name";
}

function describe(host: HostConfiguration, requirement: Requirement, statement: EffectiveStatement): Finding {
  const { words, keyword } = statement;
  const name = words
    .map(({ value }) => value)
    .slice(0, keyword.name === "virtual_server" || keyword.name === "real_server" ? 3 : 2)
    .join(" ");
  const invalid = statement.children.find((child) => requirement.anyOf.includes(child.keyword.name));
  const cut = cutOff(host, requirement, statement);
  const include = cut ? undefined : missingInclude(host, statement);
  return {
    place: (words[0] ?? statement).place,
    message: say`${name} has no ${invalid ? say`valid ` : ""}${anyOf(requirement.shown ?? requirement.anyOf)}${cut ? say`: ${cut.shown} cuts the block short` : ""}`,
    ...(cut && { related: [{ place: cut.place, message: say`the cause` }], causedBy: cut.place }),
    ...(include && { causedBy: include }),
    ...lackIn(statement, requirement.anyOf),
    why: requirement.consequence,
    help: say`Add ${anyOf((requirement.shown ?? requirement.anyOf).map((each) => `\`${each}\``))}.`,
    ...(requirement.hasFairDefault && { severity: "warning" }),
    ...claimOf(requirement, statement, host.effective.target),
  };
}

function claimOf(
  { reported, atEndWhere, reportedWhere }: Requirement,
  statement: EffectiveStatement,
  target: Version,
): Pick<Finding, "daemon"> {
  const switches = switchesOf(target);
  if (reported === "never" || (reportedWhere !== undefined && !switches[reportedWhere])) return {};
  const atEnd = reported === "block-end" || (atEndWhere !== undefined && switches[atEndWhere]);
  if (!atEnd || statement.end === undefined) return { daemon: { line: null } };
  return { daemon: { line: statement.end.line } };
}

/** Without a valid one the whole block comes to nothing, which is worth saying beside the value itself. */
const indispensable: ReadonlySet<string> = new Set(["vrrp_instance/virtual_router_id"]);

function isTaken({ arguments: [argument] }: Keyword, text: string | undefined): boolean {
  return argument !== undefined && text !== undefined && checkValue(text, argument, newestVersion) === undefined;
}

/** A file that should be a part of the block. */
function missingInclude(host: HostConfiguration, statement: EffectiveStatement): Place | undefined {
  return readingProblems(host, "include-missing").find(({ place }) => holds(statement, place))?.place;
}

/** What is missing stands further down, where an earlier mistake makes keepalived read it elsewhere. */
function cutOff(
  host: HostConfiguration,
  { anyOf: names }: Requirement,
  { place }: EffectiveStatement,
): Origin | undefined {
  const problem = readingProblems(host, "unknown-keyword").find(
    (each) =>
      each.place.file === place.file && each.place.start > place.start && names.includes(each.word?.value ?? ""),
  );
  return problem && originOf(host, problem);
}
