import type { Progress } from "@kalint/lint";
import { shortPath } from "@kalint/project";
import { say } from "@kalint/schema";
import {
  type ClientCapabilities,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type WorkDoneProgressServerReporter,
} from "vscode-languageserver";

/** Milliseconds after which work is shown. */
const usualPatience = 1000;

/** Milliseconds between what is shown and the next. */
const pause = 200;

/** Work that may take long, in a client that can show it and lets its user stop it. */
export interface LongWork {
  /** Takes how far the work is. */
  note(progress: Progress): void;
  /** Called between its steps: shows it once it takes long. Throws where the user has stopped it. */
  look(): void;
  end(): void;
}

/** What is thrown by work that the user has stopped. A client does not ask again by itself. */
export function stopped(): ResponseError<{ readonly retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, "stopped by the user", { retriggerRequest: false });
}

export function isStopped(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.ServerCancelled;
}

/** Gives a function to call where a piece of work begins. */
export function createProgress(
  connection: Connection,
  client: () => ClientCapabilities,
  patience: number = usualPatience,
): () => LongWork {
  return () => {
    const begin = performance.now();
    let last: Progress | undefined;
    let shown: WorkDoneProgressServerReporter | undefined;
    let shownAt = begin;
    let percentage = 0;
    let isAsked = false;
    let hasEnded = false;
    /** A client may have to draw it, and answers when it is ready. */
    const show = async (): Promise<void> => {
      const reporter = await connection.window.createWorkDoneProgress();
      reporter.begin("kalint", percentage, last && messageOf(last), true);
      if (hasEnded) reporter.done();
      else shown = reporter;
    };
    return {
      note(progress) {
        last = progress;
        percentage = Math.max(percentage, percentageOf(progress));
      },
      look() {
        if (shown?.token.isCancellationRequested) throw stopped();
        const now = performance.now();
        if (!isAsked && now - begin >= patience && client().window?.workDoneProgress === true) {
          isAsked = true;
          // One that cannot show it after all does without.
          show().catch(() => undefined);
        } else if (shown && last && now - shownAt >= pause) {
          shownAt = now;
          shown.report(percentage, messageOf(last));
        }
      },
      end() {
        hasEnded = true;
        shown?.done();
      },
    };
  };
}

/** Reading is half of it. A run may go through the files twice: then it stays where it was. */
function percentageOf({ phase, done, total }: Progress): number {
  return Math.floor((50 * done) / Math.max(1, total)) + (phase === "checking" ? 50 : 0);
}

function messageOf({ done, total, path }: Progress): string {
  return say`checking ${done + 1} of ${total}: ${shortPath(path)}`;
}
