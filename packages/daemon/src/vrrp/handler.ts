/** What the handlers of a `vrrp_instance`'s keywords share. */
import { sourced } from "../bind/sources.js";
import type { Sourced } from "../objects.js";
import type { EffectiveStatement } from "../types.js";
import type { Instance, VrrpProcess } from "./facts.js";

/** Takes one statement of an instance. */
export type Handler = (vrrp: VrrpProcess, instance: Instance, statement: EffectiveStatement) => void;

/** What a keyword sets by itself: its place is the keyword's. */
export function setBy<T>(statement: EffectiveStatement, value: T): Sourced<T> {
  return sourced(value, statement.words[0]!, statement);
}

export const markUnicast: Handler = (_vrrp, instance, statement) => {
  instance.unicast ??= setBy(statement, statement.keyword.name);
};
