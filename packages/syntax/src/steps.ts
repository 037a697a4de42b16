/** Work that can be put down between its steps, and taken up again or not. */
export type Steps<Result> = Generator<void, Result, undefined>;

/** Does all of the work at once. */
export function toEnd<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Tells whether a pause is due: once in so many times that it is asked. */
export function onceIn(times: number): () => boolean {
  let asked = 0;
  return () => {
    asked += 1;
    return asked % times === 0;
  };
}
