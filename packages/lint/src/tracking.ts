import type { RemarkOf } from "@kalint/daemon";
import { say } from "@kalint/schema";

type Lost = Pick<RemarkOf<"weight-of-owner" | "weight-in-sync-group">, "tracked" | "effect">;

/** What is lost of a line that tracks something. */
export function lostTracking({ kind, name }: Lost["tracked"], effect: Lost["effect"]): string {
  return effect === "weight-ignored"
    ? say`the weight of ${kind} ${name} is ignored`
    : say`${kind} ${name} is not tracked`;
}
