import type { Progress } from "@kalint/lint";
import { expect, test } from "vitest";
import { progressOn } from "../../packages/cli/src/check/progress.js";
import { clean, runIn } from "./command.js";

/** What is written where the steps come at these milliseconds after the start. */
function checkWritten(
  times: readonly number[],
  expected: readonly string[],
  { isTerminal = true, wanted = true, columns = 40, path = "lb1/keepalived.conf" } = {},
) {
  const written: string[] = [];
  let time = 0;
  const sink = { isTerminal, columns, write: (text: string | Uint8Array) => void written.push(String(text)) };
  const line = progressOn(sink, wanted, () => time);
  for (const [done, at] of times.entries()) {
    time = at;
    line.show({ phase: "checking", done, total: times.length, path });
  }
  line.end();
  expect(written).toEqual(expected);
}

const erase = "\r\u001b[2K";

test("a short run says nothing", () => checkWritten([0, 500, 999], []));

test("a long one is shown in one line from the second on, ten times a second at most, and the line is erased", () =>
  checkWritten(
    [0, 1000, 1050, 1099, 1100],
    [`${erase}kalint: checking 2 of 5  keepalived.conf`, `${erase}kalint: checking 5 of 5  keepalived.conf`, erase],
    // So narrow that the path loses its front.
    { columns: 41 },
  ));

test("nothing where it is piped, or with --quiet", () => {
  checkWritten([0, 2000], [], { isTerminal: false });
  checkWritten([0, 2000], [], { wanted: false });
});

test("every file is told of, first read and then checked", async () => {
  const { lint } = await import("@kalint/lint");
  const { memoryHost } = await import("@kalint/daemon");
  const steps: Progress[] = [];
  const files = { "a.conf": clean, "b.conf": clean };
  const paths = Object.keys(files);
  lint({ paths, host: memoryHost(files), target: "2.4.3", progress: (step) => steps.push(step) });
  expect(steps.map(({ phase, done, total, path }) => `${phase} ${done} ${total} ${path}`)).toEqual([
    "reading 0 2 a.conf",
    "reading 1 2 b.conf",
    "checking 0 2 a.conf",
    "checking 1 2 b.conf",
  ]);
});

test("a short run on a terminal has no trace of it", async () => {
  const { errors } = await runIn("keepalived.conf", { files: { "keepalived.conf": clean }, columns: 80 });
  expect(errors).toBe("");
});
