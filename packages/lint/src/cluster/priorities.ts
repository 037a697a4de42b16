import { say } from "@kalint/schema";
import type { Member, Stand } from "./members.js";

/** A host's priority, and where it comes from. */
export function priorityOf(member: Member): Stand {
  const { priority, effectivePriority, place, state } = member.instance;
  return {
    member,
    key: String(effectivePriority),
    place: priority?.place ?? place,
    shown: say`${state ? say`state ${state.value}, ` : ""}priority ${effectivePriority}${priority ? "" : say` by default`}`,
  };
}
