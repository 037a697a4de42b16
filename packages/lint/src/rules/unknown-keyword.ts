import { fileOf, type HostConfiguration, type Place, type ReadingProblem, readingProblems } from "@kalint/daemon";
import { say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import { explainUnknown } from "../keywords/unknown.js";
import { claimOf, originOf } from "../reading.js";
import { statementAt } from "../source.js";
import { anyOf, quote } from "../suggest.js";
import type { Finding } from "../types.js";

export const unknownKeyword = defineHostRule({
  id: "unknown-keyword",
  category: "daemon",
  severity: "error",
  summary: "A word that is not a keyword in this block.",
  why: "keepalived skips the line and starts without it, so what the line was meant to do never happens. A misspelled block does more harm: its lines and its closing brace are then read as parts of the block around it.",
  advice: "Correct the spelling, or move the line to the block that it belongs to. Keywords are case-sensitive.",
  fixable: "sometimes",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: process_stream",
  bad: [
    {
      files: exampleInstance(["advert_interval 2"]),
    },
  ],
  good: [
    {
      files: exampleInstance(["advert_int 2"]),
    },
  ],
  evidence: [
    "https://github.com/acassen/keepalived/issues/535",
    "https://github.com/acassen/keepalived/issues/789",
    "https://github.com/acassen/keepalived/issues/1954",
  ],
  check(host, report) {
    for (const problem of readingProblems(host, "unknown-keyword")) {
      if (problem.word?.value === "}") continue;
      report({ ...describe(host, problem), values: [problem.block] });
    }
  },
});

/** The same of a file that is a part of another one: it is read within its block, and has no meaning alone. */
export function partOfBlock({ fixes: _, related: __, ...finding }: Finding, blocks: readonly string[]): Finding {
  const [name = ""] = blocks;
  const shown = anyOf([...new Set(blocks.map(nameOf))].slice(0, 3));
  return {
    ...finding,
    message: say`${finding.message.split(": ")[0]!}: the file is checked as a part of ${shown}`,
    why: say`By its lines the file is included inside a block. keepalived cannot use it as a configuration of its own: there it would leave out every such line.`,
    help: say`Check it together with the file that includes it, or say in \`kalint.json\` where it belongs: \`"fragmentOf": ${JSON.stringify(name)}\`.`,
  };
}

function nameOf(block: string): string {
  return block.slice(block.lastIndexOf("/") + 1);
}

function describe(host: HostConfiguration, problem: ReadingProblem): Finding {
  const file = fileOf(host.effective, problem.place);
  const word = problem.word?.value ?? file?.text.slice(problem.place.start, problem.place.end) ?? "";
  const where = problem.block === "" ? say`at the top level` : say`in ${nameOf(problem.block)}`;
  const name = say`unknown keyword ${quote(word)} ${where}`;
  const consequence = consequenceOf(host, problem);
  const claim = claimOf(host, problem);
  if (consequence)
    return { place: problem.place, message: `${name}: ${consequence.text}`, ...consequence.rest, ...claim };
  const group = memberWithoutGroup(host, problem);
  if (group) {
    return {
      place: problem.place,
      message: say`${name}: the members of a sync group are listed in group { }`,
      help: say`Put ${quote(word)} and the other members into \`group { … }\`.`,
      related: [{ place: group, message: say`this sync group has no group { }` }],
      causedBy: group,
      ...claim,
    };
  }
  const explanation = explainUnknown({
    word,
    place: problem.place,
    block: problem.block,
    target: host.effective.target,
    withoutFeatures: host.effective.withoutFeatures ?? [],
    distribution: host.known?.distribution,
    text: file?.text,
    // Most words are near none that is known: then nobody asks, and no tree is made.
    get written() {
      if (problem.word?.expanded || !file) return undefined;
      return statementAt(file.tree, writtenStart(file.text, problem));
    },
  });
  return { place: problem.place, message: `${name}${explanation.text}`, ...explanation.rest, ...claim };
}

/** `vrrp_sync_group G { VI_1 VI_2 }`: the header of the group, where the word is an instance's name. */
function memberWithoutGroup(host: HostConfiguration, { block, word, place }: ReadingProblem): Place | undefined {
  if (block !== "vrrp_sync_group" || !host.instances.some(({ name }) => name === word?.value)) return undefined;
  const group = host.syncGroups.findLast(
    ({ statement }) => statement.place.file === place.file && statement.place.start < place.start,
  );
  return group?.members.length === 0 ? group.statement.words[0]?.place : undefined;
}

/** The daemon takes a byte order mark for a part of the first word; in the tree it stands before it. */
function writtenStart(text: string, { place }: ReadingProblem): number {
  return text.startsWith("\uFEFF", place.start) ? place.start + 1 : place.start;
}

/** A line that is only wrong because of an earlier mistake says so, and names that one. */
function consequenceOf(
  host: HostConfiguration,
  problem: ReadingProblem,
): { readonly text: string; readonly rest: Partial<Finding> } | undefined {
  const origin = originOf(host, problem);
  if (!origin) return undefined;
  const { place, shown } = origin;
  return {
    text: origin.unclosed
      ? say`it follows from the block that is opened on ${shown} and never closed`
      : say`it follows from ${shown}, after which the braces no longer fit`,
    rest: {
      why: say`keepalived counts braces: after the earlier mistake it reads this line in a different block than intended.`,
      help: say`Correct ${shown}; keepalived then reads this line as intended.`,
      related: [{ place, message: origin.unclosed ? say`this block is never closed` : say`the cause` }],
      causedBy: place,
    },
  };
}
