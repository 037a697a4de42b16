import type { Progress } from "@kalint/lint";
import { say } from "@kalint/schema";
import type { Sink } from "../surroundings.js";

interface ProgressLine {
  show(progress: Progress): void;
  /** Takes the line away. */
  end(): void;
}

/** Milliseconds before anything is shown, and between one state and the next. */
const patience = 1000;
const pause = 100;

const erase = "\r\u001b[2K";

/** One line that says how far a long run is. Nothing where no person looks on, or wants to. `now`: milliseconds. */
export function progressOn(sink: Sink, wanted: boolean, now: () => number = Date.now): ProgressLine {
  if (!sink.isTerminal || !wanted) return { show() {}, end() {} };
  const started = now();
  let shown: number | undefined;
  return {
    show({ done, total, path }) {
      const time = now();
      if (time - started < patience || (shown !== undefined && time - shown < pause)) return;
      shown = time;
      const head = say`kalint: checking ${done + 1} of ${total}  `;
      // A line that wraps cannot be taken away.
      const room = Math.max(0, (sink.columns ?? 80) - head.length - 1);
      sink.write(`${erase}${head}${path.length > room ? path.slice(path.length - room) : path}`);
    },
    end() {
      if (shown !== undefined) sink.write(erase);
      shown = undefined;
    },
  };
}
