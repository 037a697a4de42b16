import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ReleaseSwitch, releaseSwitches, releases, type SwitchName, type Version } from "@kalint/schema";
import { describe, expect, test } from "vitest";
import { fixturesFolder } from "../support/fixtures.js";
import { lintFiles } from "./support.js";

/** What the last release without a difference, and the first one with it, make of a text: see the file's head. */
const [, ...cases] = readFileSync(join(fixturesFolder, "daemon/releases.facts"), "utf8").split(/^=== /m);
const facts = cases.map((part) => {
  const [name = "", ...lines] = part.split("\n");
  const answers = lines.flatMap((line) => [...line.matchAll(/^# (\d+\.\d+\.\d+):(.*)$/g)]);
  const text = lines.slice(answers.length).join("\n").replaceAll("\\0", "\0");
  return {
    name,
    text,
    answers: answers.map(([, target, found]) => ({ target: target as Version, found: found!.trim() })),
  };
});

/** What the findings of one configuration do not show, and what does. */
const elsewhere: Partial<Record<SwitchName, string>> = {
  skipsKeywordsOfDroppedBlocks: "docs/keywords/reading.md, and nothing else of kalint",
  childrenReportOddQuotes: "docs/keywords/reading.md, and nothing else of kalint",
  scriptsKeepEscapes: "facts of script lines, test/daemon/script.test.ts",
  commentsEndDefinitions: "docs/keywords/reading.md, and nothing else of kalint",
  reportsOddQuotes: "whoever uses the words of the line reports the quote, too",
  resolvesScriptSymlinks: "kalint migrate",
  clampsTimesInLog: "facts of routes",
  truncatesAdvertAddresses: "kalint migrate",
  readsAllVmacWords: "in the same release further words became options",
  reportsMissingScripts: "what is known of a host",
  refusesOtherAddresses: "the prediction of failover",
  ownersGiveWay: "the prediction of failover",
  ownersIgnore: "the prediction of failover",
  sharesInterfaceFault: "the prediction of failover",
  failoverProven: "the prediction of failover",
  mergesConnections: "facts of checks",
};

describe.each(facts)("$name", ({ name, text, answers }) => {
  test("is switched where the facts say", () => {
    const { on }: ReleaseSwitch = releaseSwitches[name as SwitchName];
    const switched = on.flatMap(({ since, until }) => [since, until]).filter((version) => version !== undefined);
    expect(answers.filter((_, index) => index % 2 === 1).map(({ target }) => target)).toEqual(switched);
    for (const [index, { target }] of answers.entries()) {
      if (index % 2 === 1) expect(releases.indexOf(target) - releases.indexOf(answers[index - 1]!.target)).toBe(1);
    }
  });

  test("changes what is found", () => {
    for (let index = 0; index < answers.length; index += 2) {
      const [before, after] = [answers[index]!, answers[index + 1]!];
      const [old, now] = [foundIn(text, before.target), foundIn(text, after.target)];
      expect([
        old.filter((one) => !now.includes(one)).join(", "),
        now.filter((one) => !old.includes(one)).join(", "),
      ]).toEqual([before.found, after.found]);
      expect(before.found).not.toBe(after.found);
    }
  });
});

test("every difference between releases is shown by a configuration, or it is said what shows it", () => {
  const named = [...facts.map(({ name }) => name), ...Object.keys(elsewhere)];
  expect(named.toSorted()).toEqual(Object.keys(releaseSwitches).toSorted());
});

function foundIn(text: string, target: Version): readonly string[] {
  return lintFiles(text, { target }).diagnostics.map(({ rule, daemon, place }) => {
    const line = text.slice(0, place.start).split("\n").length;
    const claim = daemon === undefined ? "" : daemon === true ? "!" : `!${daemon.line ?? "-"}`;
    return `${line} ${rule}${claim}`;
  });
}
