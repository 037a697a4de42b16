// What the command prints, run in this process: a process for each of the outputs takes longer than all that is generated.
// Needs `npm run build`.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../packages/cli/dist/program.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * @param {readonly string[]} words
 * @param {{ folder?: string, color?: boolean }} options
 */
export async function printedBy(words, { folder = ".", color = false } = {}) {
  const written = { output: "", errors: "" };
  const sink = (name) => ({
    write: (text) => {
      written[name] += Buffer.from(text).toString();
    },
    isTerminal: false,
    columns: undefined,
  });
  const environment = { COLUMNS: "100", ...(color ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" }) };
  const readInput = async () => Buffer.alloc(0);
  const status = await run(
    { directory: join(root, folder), environment, output: sink("output"), errors: sink("errors"), readInput },
    words,
  );
  if (status > 1) throw new Error(`kalint ${words.join(" ")}: ${written.errors}`);
  return written.output;
}
