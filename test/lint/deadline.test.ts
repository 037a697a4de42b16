import { memoryHost } from "@kalint/daemon";
import { type LintResult, lintInSteps } from "@kalint/lint";
import { createQueries, toEnd } from "@kalint/project";
import { newestVersion } from "@kalint/schema";
import { expect, test } from "vitest";

const block = "vrrp_instance V {\n    priority 300\n}\n";
const late = "this file is not checked here: that takes longer than the editor waits; kalint check does it";

function messages({ files }: LintResult): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(files.map(({ path, diagnostics }) => [path, diagnostics.map(({ message }) => message)]));
}

test.each(["reading", "checking"])("a file whose %s takes too long is left out, and the others are checked", (slow) => {
  const texts = { "slow.conf": block.repeat(2), "a.conf": "odd 5\n", "z.conf": "odd 5\n" };
  const host = memoryHost(texts);
  let isSlow = false;
  let time = 0;
  let steps = 0;
  /** Each step of the work on the slow file takes a second. */
  const now = () => {
    if (isSlow) steps += 1;
    time += isSlow ? 1000 : 0;
    return time;
  };
  const queries = createQueries({ host, patience: { milliseconds: 30_000, now } });
  const look = () => {
    steps = 0;
    const result = lintInSteps({
      paths: ["a.conf", "slow.conf", "z.conf"],
      host,
      queries,
      target: newestVersion,
      progress: ({ phase, path }) => {
        isSlow = phase === slow && path === "slow.conf" && texts["slow.conf"].length > block.length;
      },
    });
    return messages(toEnd(result));
  };
  const odd = [expect.stringContaining("unknown keyword")];
  // A step takes a short text to its end: a longer one has more of them.
  if (slow === "checking") texts["slow.conf"] = `${block}${"odd 5\n".repeat(2500)}`;
  if (slow === "reading") texts["slow.conf"] = `${block}${"# x\nodd 5\n".repeat(40_000)}`;
  expect(look()).toEqual({ "a.conf": odd, "slow.conf": [late], "z.conf": odd });
  expect(steps).toBeGreaterThan(30);
  // It is not tried again before a minute is over …
  expect(look()).toEqual({ "a.conf": odd, "slow.conf": [late], "z.conf": odd });
  expect(steps).toBeLessThan(5);
  time += 60_000;
  look();
  expect(steps).toBeGreaterThan(30);
  // … or the text is another one.
  texts["slow.conf"] = block;
  expect(look()).toEqual({
    "a.conf": odd,
    "slow.conf": expect.arrayContaining([expect.stringContaining("300")]),
    "z.conf": odd,
  });
});
