import type { Steps } from "@kalint/syntax";

/** How long the work on one main file may take where somebody waits for the others. */
export interface Patience {
  readonly milliseconds: number;
  /** In milliseconds. */
  now(): number;
}

/** Ends what takes too long, file by file. */
interface Deadlines {
  /**
   * Works on a main file. `undefined`: it took too long, now or the last time. It is tried again when the text is another
   * one, or a minute later: what takes the time may lie in another file.
   */
  within<T>(path: string, text: string, steps: Steps<T>): Steps<T | undefined>;
  /** Main files that the work has ended at. */
  readonly late: ReadonlyMap<string, unknown>;
}

const pause = 60_000;

/** Without patience everything has the time that it takes. */
export function createDeadlines(patience: Patience | undefined): Deadlines {
  const late = new Map<string, { readonly text: string; readonly since: number }>();
  return {
    late,
    *within(path, text, steps) {
      if (patience === undefined) return yield* steps;
      const before = late.get(path);
      if (before?.text === text && patience.now() - before.since < pause) return undefined;
      late.delete(path);
      for (let spent = 0; ; ) {
        const start = patience.now();
        const step = steps.next();
        if (step.done) return step.value;
        spent += patience.now() - start;
        if (spent > patience.milliseconds) break;
        yield;
      }
      late.set(path, { text, since: patience.now() });
      return undefined;
    },
  };
}
