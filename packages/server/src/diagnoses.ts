import type { Steps } from "@kalint/project";
import type { Diagnosis } from "@kalint/service";
import type { CancellationToken } from "vscode-languageserver";
import { cancelled } from "./cancelling.js";
import { type LongWork, stopped } from "./progress.js";
import type { Workspace } from "./workspace.js";

/** Milliseconds of work between two looks at what the client has sent meanwhile. */
const slice = 5;

/** The findings in all files, worked out beside everything else. */
export interface Diagnoses {
  /** Those for the texts as they are now, where they have been worked out. */
  known(): Diagnosis | undefined;
  /**
   * For the texts as they are now or, where they change meanwhile, as they are then. Rejects at once where the request is
   * cancelled, and where the user has stopped this work until something changes.
   */
  current(token?: CancellationToken): Promise<Diagnosis>;
}

/** What the work is done with. */
interface Surroundings {
  readonly tidying?: (() => () => void) | undefined;
  /** Shows it where it takes long. */
  readonly startWork: () => LongWork;
}

export function createDiagnoses(workspace: Workspace, { tidying, startWork }: Surroundings): Diagnoses {
  let stoppedAt: number | undefined;
  let last: { readonly of: number; readonly value: Diagnosis } | undefined;
  let running: Promise<Diagnosis> | undefined;
  let waiting = 0;

  const run = async (): Promise<Diagnosis> => {
    const shown = startWork();
    const work = () => workspace.diagnoseInSteps(shown.note);
    const look = () => {
      try {
        shown.look();
      } catch (error) {
        stoppedAt = workspace.generation();
        throw error;
      }
    };
    try {
      for (;;) {
        const made = await beside(workspace, work, () => waiting > 0, { tidy: tidying?.(), look });
        if (made === undefined) continue;
        last = made;
        return made.value;
      }
    } finally {
      shown.end();
    }
  };

  return {
    known: () => (last?.of === workspace.generation() ? last.value : undefined),
    async current(token) {
      if (last?.of === workspace.generation()) return last.value;
      if (stoppedAt === workspace.generation()) throw stopped();
      waiting += 1;
      running ??= run().finally(() => {
        running = undefined;
      });
      try {
        return await unlessCancelled(running, token);
      } finally {
        waiting -= 1;
      }
    },
  };
}

/**
 * Works something out beside everything else. `undefined`: a text changed on the way, so that the result would be of no
 * use. Rejects where nobody wants it any more.
 */
export async function beside<T>(
  workspace: Workspace,
  work: () => Steps<T>,
  isWanted: () => boolean,
  { tidy, look }: { readonly tidy?: (() => void) | undefined; readonly look?: () => void } = {},
): Promise<{ readonly of: number; readonly value: T } | undefined> {
  // Edits that have arrived already come first.
  await nextTurn();
  const of = workspace.generation();
  const steps = work();
  let end = performance.now() + slice;
  for (;;) {
    const step = steps.next();
    const now = performance.now();
    if (!step.done && now < end) continue;
    tidy?.();
    if (step.done) return { of, value: step.value };
    await nextTurn();
    if (!isWanted()) throw cancelled();
    if (workspace.generation() !== of) return undefined;
    look?.();
    end = performance.now() + slice;
  }
}

function unlessCancelled<T>(result: Promise<T>, token: CancellationToken | undefined): Promise<T> {
  if (token === undefined) return result;
  if (token.isCancellationRequested) return Promise.reject(cancelled());
  return new Promise((resolve, reject) => {
    const listener = token.onCancellationRequested(() => reject(cancelled()));
    result.then(resolve, reject).finally(() => listener.dispose());
  });
}

/** Lets messages in that have arrived meanwhile. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
