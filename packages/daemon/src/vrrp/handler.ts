/** What the handlers of a `vrrp_instance`'s keywords share. */
import type { EffectiveStatement } from "../types.js";
import type { Instance, Setting, State } from "./facts.js";

/** Takes one statement of an instance. */
export type Handler = (state: State, instance: Instance, statement: EffectiveStatement) => void;

export function settingOf<T>(statement: EffectiveStatement, value: T): Setting<T> {
  return { value, place: statement.words[0]!.place, from: statement };
}

export const markUnicast: Handler = (_state, instance, statement) => {
  instance.unicast ??= settingOf(statement, statement.keyword.name);
};
