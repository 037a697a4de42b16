/** Work that can be put down between its steps, and taken up again or not. */
export type Steps<Result> = Generator<void, Result, undefined>;

/** Does all of the work at once. */
export function toEnd<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
