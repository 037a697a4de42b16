import { fstatSync, writeSync } from "node:fs";
import type { Sink } from "./surroundings.js";

/**
 * Standard output or error as a sink. Into files and pipes it is written at once: making Node's stream takes longer than
 * all that the help does. `streamOf` gives that stream, for terminals, sockets and what a pipe does not take at once.
 */
export function sinkOn(descriptor: number, streamOf: () => NodeJS.WriteStream): Sink {
  let stream = isWrittenAtOnce(descriptor) ? undefined : watched(streamOf());
  return {
    write(text) {
      let left = typeof text === "string" ? Buffer.from(text) : text;
      while (stream === undefined && left.length > 0) {
        try {
          left = left.subarray(writeSync(descriptor, left));
        } catch (error) {
          if (codeOf(error) !== "EAGAIN") endWhereNobodyReads(error);
          // Whoever reads has set the pipe so, and is slower: the stream waits.
          stream = watched(streamOf());
        }
      }
      if (left.length > 0) stream?.write(left);
    },
    isTerminal: stream?.isTTY === true,
    get columns() {
      return stream?.isTTY ? stream.columns : undefined;
    },
  };
}

/** The memory devices, `/dev/null` among them, are no terminals. */
const memory = 1;

function isWrittenAtOnce(descriptor: number): boolean {
  if (process.platform === "win32") return false;
  try {
    const found = fstatSync(descriptor);
    return (
      found.isFile() ||
      found.isFIFO() ||
      (process.platform === "linux" && found.isCharacterDevice() && found.rdev >> 8 === memory)
    );
  } catch {
    return false;
  }
}

function watched(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on("error", endWhereNobodyReads);
}

/** A reader that has seen enough (`kalint | head`) is no error. */
function endWhereNobodyReads(error: unknown): void {
  if (codeOf(error) !== "EPIPE") throw error;
  process.exit(process.exitCode ?? 0);
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
