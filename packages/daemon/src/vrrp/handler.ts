/** What the handlers of a `vrrp_instance`'s keywords share. */
import { SourcedWord } from "../bind/sources.js";
import type { Family } from "../objects.js";
import type { From, RemarkFacts } from "../remarks.js";
import type { EffectiveStatement } from "../types.js";
import type { InstanceDraft, VrrpProcess } from "./process.js";

/** Takes one statement of an instance. */
export type Handler = (vrrp: VrrpProcess, instance: InstanceDraft, statement: EffectiveStatement) => void;

/** What a keyword sets by itself: its place is the keyword's. */
export function setBy<const T>(statement: EffectiveStatement, value: T) {
  return new SourcedWord<T, EffectiveStatement>(value, statement, 0);
}

export const markUnicast: Handler = (_vrrp, instance, statement) => {
  instance.unicast ??= setBy(statement, statement.keyword.name);
};

/** The first address decides an instance's family; one of the other family is reported. */
export function joinFamily(
  { remarks }: VrrpProcess,
  instance: InstanceDraft,
  family: Family,
  address: { readonly from: From; readonly index: number; readonly subject: Subject; readonly keyword: string },
): boolean {
  instance.family ??= family;
  if (instance.family === family) return true;
  const { from, index, subject, keyword } = address;
  const word = from.words[index]!;
  remarks.onLine(from, word.place, {
    kind: "address-of-other-family",
    subject,
    keyword,
    address: word.value,
    found: family,
    instance: instance.name,
    expected: instance.family,
  });
  return false;
}

type Subject = Extract<RemarkFacts, { readonly kind: "address-of-other-family" }>["subject"];
