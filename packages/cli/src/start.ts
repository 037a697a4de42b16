import { run } from "./program.js";

// A reader that has seen enough (`kalint | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(process.exitCode ?? 0);
});

void run(
  {
    directory: process.cwd(),
    environment: process.env,
    output: sinkOf(process.stdout),
    errors: sinkOf(process.stderr),
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

function sinkOf(stream: NodeJS.WriteStream) {
  return {
    write: (text: string | Uint8Array) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.isTTY ? stream.columns : undefined;
    },
  };
}
