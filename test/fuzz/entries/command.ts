import assert from "node:assert/strict";
import { run } from "../../../packages/cli/src/program.js";
import type { RandomSource } from "../../support/random-text.js";
import type { Entry } from "./entry.js";
import { checkXml } from "./xml.js";

/** `true`: the output is JSON; `"xml"`: it is XML. */
const commandLines: readonly (readonly [string, (true | "xml")?])[] = [
  ["check - --format json", true],
  ["check - --format junit", "xml"],
  ["check - --format text --target 2.0.19"],
  ["check - --statistics"],
  ["check - --fix"],
  ["check - --diff --unsafe-fixes"],
  ["format -"],
  ["format - --diff"],
  ["format - --format sarif", true],
  ["effective -"],
  ["effective - --json", true],
];

/** The command line on standard input: it ends with a status that means something, never with "a bug in kalint". */
export const command: Entry = {
  name: "command",
  oneIn: 32,
  async check(text, random: RandomSource) {
    const [line, kind] = random.pick(commandLines);
    const written = { output: "", errors: "" };
    const sink = (to: keyof typeof written) => ({
      write: (piece: string | Uint8Array) => {
        written[to] += Buffer.from(piece as string).toString();
      },
      isTerminal: false,
      columns: undefined,
    });
    const status = await run(
      {
        // No folder: there is nothing beside standard input.
        directory: "/nowhere/at/all",
        environment: { NO_COLOR: "1" },
        output: sink("output"),
        errors: sink("errors"),
        readInput: async () => Buffer.from(text),
      },
      line.split(" "),
    );
    assert.ok(status !== 3 && !/internal error/.test(written.errors), `kalint ${line}: ${written.errors}`);
    if (kind === "xml" && written.output !== "") checkXml(written.output);
    if (kind === true && written.output !== "") JSON.parse(written.output);
  },
};
