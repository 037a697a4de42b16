import { sinkOn } from "./descriptors.js";
import { run } from "./program.js";

void run(
  {
    directory: process.cwd(),
    environment: process.env,
    output: sinkOn(1, () => process.stdout),
    errors: sinkOn(2, () => process.stderr),
    async readInput() {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
  },
  process.argv.slice(2),
).then((status) => {
  // Output may still be on its way into a pipe, so the process ends by itself.
  process.exitCode = status;
});
