import { sinkOn } from "./descriptors.js";
import { run } from "./program.js";

/** `expectLongRun`: as in `Surroundings`. */
export function begin(expectLongRun?: () => void): void {
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
      ...(expectLongRun && { expectLongRun }),
    },
    process.argv.slice(2),
  ).then((status) => {
    // Output may still be on its way into a pipe, so the process ends by itself.
    process.exitCode = status;
  });
}
