import {
  fileOf,
  type HostConfiguration,
  lineAt,
  type Place,
  type ReadingProblem,
  readingProblems,
  type SourceFile,
  strayCloses,
  unclosedBlocks,
} from "@kalint/daemon";
import { limits, say } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { lineEndAt } from "../edits.js";
import { exampleInstance } from "../examples.js";
import { claimOf, lineShown, missingOpenBefore, originOf } from "../reading.js";
import type { Finding, Report } from "../types.js";

export const unbalancedBrace = defineHostRule({
  id: "unbalanced-brace",
  category: "syntax",
  severity: "error",
  summary: "A block that is never closed, or a `}` that closes nothing.",
  why: "keepalived reads what follows as part of the open block, so a forgotten brace swallows the next instance. It only reports how many braces are missing, without a line.",
  advice: "Close the block that the message names, before the next block starts.",
  fixable: "unsafe",
  since: "0.1.0",
  source: "keepalived 2.4.3, lib/parser.c: read_line, init_data",
  bad: [
    {
      files: `vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 27
    priority 100
    virtual_ipaddress {
        192.0.2.10/24
    }
`,
    },
    { files: `global_defs {\n    router_id lb1\n}\n}\n` },
  ],
  good: [
    {
      files: exampleInstance(),
    },
  ],
  evidence: ["https://github.com/acassen/keepalived/issues/2198", "https://github.com/acassen/keepalived/issues/1139"],
  check(host, report) {
    reportUnclosed(host, report);
    for (const { problem, place } of strayCloses(host)) {
      if (place.start !== problem.place.start) {
        report({
          place,
          message: say`this } is one too many: the block around it ends here already, and a } on ${lineShown(host, problem.place, place)} closes nothing`,
          help: say`Remove it, or look above for a block that is closed too early.`,
          related: [{ place: problem.place, message: say`keepalived finds nothing to close here` }],
          ...causeOf(missingOpenBefore(host, place)),
          ...claimOf(host, problem, place),
        });
        continue;
      }
      const origin = originOf(host, problem);
      report({
        place: problem.place,
        message: say`this } closes nothing${origin ? say`: it follows from ${origin.shown}, after which the braces no longer fit` : ""}`,
        help: origin
          ? say`Correct ${origin.shown}.`
          : say`Remove it, or look above for a block that is closed too early.`,
        ...(origin && { related: [{ place: origin.place, message: say`the cause` }], causedBy: origin.place }),
        ...claimOf(host, problem),
      });
    }
  },
});

/** A block without its `{` leaves its `}` over. */
function causeOf(missing: ReadingProblem | undefined): Pick<Finding, "causedBy"> {
  return missing === undefined ? {} : { causedBy: missing.place };
}

function reportUnclosed(host: HostConfiguration, report: Report): void {
  const problems = readingProblems(host, "missing-close");
  const [first] = problems;
  if (first === undefined) return;
  const claim = claimOf(host, first);
  const blocks = unclosedBlocks(host);
  if (blocks.length === 0) {
    // The braces of the text fit; those on the lines that this host reads do not.
    report({ place: first.place, message: say`a block is still open at the end of the file`, ...claim });
  }
  for (const { header, open, expected } of blocks) {
    const file = fileOf(host.effective, open)!;
    const doubled = doubledOpen(file.text, open);
    if (doubled !== undefined) {
      const at: Place = { file: open.file, start: doubled.end - 1, end: doubled.end };
      const isSecond = at.start === open.start;
      report({
        place: header,
        message: isSecond
          ? say`this { follows another one, and is never closed`
          : say`${file.text.slice(header.start, header.end)} has a second { on ${lineShown(host, at, header)}: one of them is never closed`,
        help: say`Remove the second \`{\`.`,
        ...(!isSecond && { related: [{ place: at, message: say`the second {` }] }),
        fixes: [{ title: say`remove the second {`, safe: false, edits: [{ file: open.file, ...doubled, text: "" }] }],
        ...claim,
      });
      continue;
    }
    report({
      place: header,
      message: unclosed(file, header, expected),
      help: say`Add the missing \`}\`.`,
      fixes: [
        {
          title: say`close the block`,
          safe: false,
          edits: [{ file: open.file, start: expected, end: expected, text: closing(file.text, header, expected) }],
        },
      ],
      ...claim,
    });
  }
}

function unclosed(file: SourceFile, header: Place, expected: number): string {
  const name = file.text.slice(header.start, header.end) || "{";
  const rest = file.text.slice(expected);
  if (rest.trim() === "")
    return say`${name} is opened here and never closed; its } seems to be missing at the end of the file`;
  const line = lineAt(file, expected) + (/^\r?\n/.test(rest) ? 1 : 0);
  return say`${name} is opened here and never closed; its } seems to be missing before line ${line}`;
}

/** A `{` beside another one, with the blanks between them: nobody who forgets a `}` writes that. */
function doubledOpen(text: string, open: Place): { readonly start: number; readonly end: number } | undefined {
  const behind = text.length - text.slice(open.end).trimStart().length;
  if (text[behind] === "{") return { start: open.end, end: behind + 1 };
  const before = text.slice(0, open.start).trimEnd().length;
  return text[before - 1] === "{" ? { start: before, end: open.end } : undefined;
}

/** A `}` on a line of its own, indented as the block's first line: less could end the literal of a YAML file around it. */
function closing(text: string, header: Place, at: number): string {
  const lineEnd = lineEndAt(text, at);
  const indent = indentationAt(text, header.start);
  return at === 0 || text[at - 1] === "\n" ? `${indent}}${lineEnd}` : `${lineEnd}${indent}}`;
}

/** The blanks that the line of an offset begins with; none where the line is longer than keepalived reads. */
function indentationAt(text: string, offset: number): string {
  const from = Math.max(0, offset - limits.longestLine - 1);
  const lineStart = text.slice(from, offset).lastIndexOf("\n") + 1 + from;
  if (lineStart === from && from > 0 && text[from - 1] !== "\n") return "";
  return /^[ \t]*/.exec(text.slice(lineStart, offset))![0];
}
