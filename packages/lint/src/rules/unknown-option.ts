import { type ArgumentLine, isBehindNoInterface, namesOf, sortedLines } from "@kalint/daemon";
import { lineGrammarIn, say, type Version } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { replaceWord } from "../edits.js";
import { exampleInstance } from "../examples.js";
import { anyOf, nearest, quote } from "../suggest.js";
import type { Finding } from "../types.js";

export const unknownOption = defineHostRule({
  id: "unknown-option",
  category: "daemon",
  severity: "error",
  summary: "A word that is not an option of this line.",
  why: "keepalived reports the word. Depending on the line, it ignores the word, the rest of the line, or the whole line.",
  advice: "Use one of the options that the message names, each followed by its own value.",
  fixable: "sometimes",
  restsOn: "line",
  yieldsTo: ["unexpected-equals-sign"],
  since: "0.1.0",
  source:
    "keepalived 2.4.3, vrrp/vrrp_ipaddress.c: alloc_ipaddress; vrrp/vrrp_iproute.c: alloc_route; vrrp/vrrp_iprule.c: alloc_rule",
  bad: [
    {
      files: exampleInstance([], { addresses: ["192.0.2.10/24 device eth1"] }),
    },
  ],
  good: [
    {
      files: exampleInstance([], { addresses: ["192.0.2.10/24 dev eth1"] }),
    },
  ],
  eachBlock: true,
  check(host, report) {
    for (const site of sortedLines(host).unknown) {
      // What follows an unknown word is mostly its value, and not known either.
      const [unknown] = site.assignment.unknown;
      if (unknown && !site.stray) report(describe(site, unknown, host.effective.target));
    }
  },
});

function describe(
  site: ArgumentLine,
  { word, options }: ArgumentLine["assignment"]["unknown"][number],
  target: Version,
): Finding {
  const { keyword, line } = site;
  const names = options.filter((option) => !option.positional).map((option) => option.name);
  const [first, second] = nearest(word.value, options.flatMap(namesOf));
  const guess = first && (second === undefined || second.distance > first.distance) ? first.word : undefined;
  const reported = isReported(site, target) && !isBehindNoInterface(site, word);
  return {
    place: word.place,
    message: say`${line ? say`a line of ${keyword.name}` : keyword.name} has no option ${quote(word.value)}${guess === undefined ? "" : say`; did you mean ${guess}?`}`,
    help: names.length === 0 ? say`Remove it.` : say`It can have ${anyOf(names)}.`,
    ...(guess !== undefined && { fixes: replaceWord(word, guess, false) }),
    ...(reported ? { daemon: true } : { severity: "warning" }),
    // `from = 10.0.0.0/8`: what is wrong before it is the mistake.
    lacks: { within: { ...(line ?? site.statement).place, end: word.place.start } },
  };
}

function isReported({ keyword, grammar, line }: ArgumentLine, target: Version): boolean {
  // A repetition that this release does not know is the name of an interface there. No host has it, which is all that
  // keepalived says: it looks at no option then (vrrp/vrrp_track.c: alloc_track_if).
  if (keyword.name === "track_interface" && /^~(?:SEQ|LST)\(/.test(line?.wording.words[0]?.value ?? "")) return false;
  if (grammar) return !["logged", "ignored"].includes(lineGrammarIn(grammar, target).unknownWord);
  return keyword.surplusWords === "error" || keyword.surplusWords === "error-line-dropped";
}
