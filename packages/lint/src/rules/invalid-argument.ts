import {
  type ArgumentLine,
  type AssignedWord,
  checkValue,
  type HostConfiguration,
  isBehindNoInterface,
  isGranularity,
  reportsBadValue,
  sortedLines,
  type ValueProblem,
} from "@kalint/daemon";
import { isKnownIn, lineGrammarIn, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { removeLine, replaceWord } from "../edits.js";
import { exampleInstance } from "../examples.js";
import { lineShown } from "../reading.js";
import { quote } from "../suggest.js";
import type { Finding } from "../types.js";
import { betterWord } from "../values/better.js";
import { expectedBy, holderName, reasonOf } from "../values/expected.js";

export const invalidArgument = defineHostRule({
  id: "invalid-argument",
  category: "daemon",
  severity: "error",
  summary: "A value that its keyword does not accept.",
  why: "keepalived reports the value and continues without it: the default stays in force, another value replaces it, or the whole block is dropped.",
  advice:
    "Write a value of the kind and range that the message names. Numbers are plain decimal digits without a unit; words are case-sensitive.",
  fixable: "sometimes",
  restsOn: "line",
  yieldsTo: ["unexpected-equals-sign", "unexpanded-reference", "undefined-definition", "invalid-interface"],
  since: "0.1.0",
  source: "packages/schema: the argument's own record; npm run conformance asks for good and bad words of each",
  bad: [
    {
      files: exampleInstance([], { priority: 300 }),
    },
    {
      files: exampleInstance([], { state: "master", priority: 120 }),
    },
  ],
  good: [
    {
      files: exampleInstance([], { state: "MASTER", priority: 200 }),
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/341", "https://github.com/acassen/keepalived/issues/2108"],
  eachBlock: true,
  check(host, report) {
    for (const site of sortedLines(host).refused) {
      if (site.stray) {
        const finding = describeStray(host, site);
        if (finding) report(finding);
        continue;
      }
      for (const assigned of site.assignment.values) {
        if (assigned.word.unknown !== undefined || isJudgedElsewhere(site, assigned)) continue;
        const problem = checkValue(assigned.word.value, assigned.argument, site.target);
        if (!problem) continue;
        const values = [assigned.word.value];
        report({ ...describe(site, assigned, problem), ...insteadOfZero(host, site, assigned), values });
      }
    }
  },
});

/** Values that rules of their own look at, as far as they do. */
function isJudgedElsewhere({ keyword, target }: ArgumentLine, { word }: AssignedWord): boolean {
  if (keyword.lines === "vsg_entry") return true;
  switch (keyword.name) {
    case "auth_pass":
    case "vrrp_rx_bufs_policy":
      return true;
    case "persistence_granularity":
      return isGranularity(word.value, "ipv4") || isGranularity(word.value, "ipv6");
    case "use_vmac":
    case "use_ipvlan":
      // An option that the target does not have yet is taken for a name.
      return keyword.arguments.some(
        (argument) =>
          argument.type === "options" &&
          argument.options.some((option) => option.name === word.value && !isKnownIn(option, target)),
      );
    default:
      return false;
  }
}

function describe(site: ArgumentLine, { argument, word, option }: AssignedWord, problem: ValueProblem): Finding {
  const { target } = site;
  const expected = expectedBy(problem, target);
  const because = reasonOf(problem, word.value, target);
  const replacement = betterWord(problem, word.value);
  const claimed =
    problem.unclaimed === undefined && reportsBadValue(site, argument, option) && !isBehindNoInterface(site, word);
  const name = holderName(site, argument, option);
  return {
    place: word.place,
    message: say`${name} takes ${expected}, not ${quote(word.value)}${because === undefined ? "" : say`: ${because}`}${replacement && !replacement.safe ? say`; did you mean ${replacement.text}?` : ""}`,
    ...(replacement && {
      help: replacement.safe ? say`Write \`${replacement.text}\`.` : say`Did you mean \`${replacement.text}\`?`,
      fixes: replaceWord(word, replacement.text, replacement.safe),
    }),
    ...(problem.unlessIn !== undefined && {
      severity: "warning",
      help: say`Write ${expected}, or see that \`${problem.unlessIn}\` has the name on every host.`,
    }),
    ...(claimed && { daemon: true }),
  };
}

/** Who writes 0 where it is none of the values means "not at all", which is what the line's absence says. */
function insteadOfZero(
  host: HostConfiguration,
  site: ArgumentLine,
  { argument, word }: AssignedWord,
): Partial<Finding> {
  const isNumber = argument.type === "uint" || argument.type === "decimal";
  if (!isNumber || !/^0+(\.0*)?$/.test(word.value) || site.line || site.keyword.badValue !== "ignored") return {};
  // keepalived has a value for it.
  if (argument.adjusted?.some(({ value }) => value === 0)) return {};
  if (site.keyword.kind !== "option" || site.keyword.required !== undefined) return {};
  return {
    help: say`Remove the line: without it the setting is off or at its default, as it is now.`,
    fixes: removeLine(host, site.statement, true),
  };
}

function reportsUnknownWords({ grammar, target }: ArgumentLine): boolean {
  return grammar === undefined || !["logged", "ignored"].includes(lineGrammarIn(grammar, target).unknownWord);
}

/** A line that a block has swallowed is wrong as a whole, not in its words. */
function describeStray(host: HostConfiguration, site: ArgumentLine): Finding | undefined {
  const { values, unknown, missing } = site.assignment;
  const [first] = site.words;
  const wrong = values.filter(({ argument, word }) => checkValue(word.value, argument, site.target) !== undefined);
  if (!first || !site.stray || (wrong.length === 0 && unknown.length === 0 && !missing)) return undefined;
  const opener = lineShown(host, site.stray.header, first.place);
  // What is no interface is not looked at any further, and the machine's lack of it is not ours to say.
  const isInterface = site.grammar?.positional[0]?.type === "interface";
  const reported = !isInterface && ((unknown.length > 0 && reportsUnknownWords(site)) || missing !== undefined);
  const refused = wrong.some(({ argument, option }) => reportsBadValue(site, argument, option));
  return {
    place: first.place,
    message: say`this line is read as a part of ${site.keyword.name}, whose ${site.stray.missing} is missing (${opener})`,
    help: say`Add the missing ${site.stray.missing} to the block of ${opener}.`,
    causedBy: site.stray.header,
    related: [{ place: site.stray.header, message: say`this block lacks its ${site.stray.missing}` }],
    ...((reported || refused) && { daemon: true }),
  };
}
