/** Definitions that are below their first use, which the daemon does not find. */
import { perHost } from "../memo.js";
import type { HostConfiguration } from "../objects.js";
import type { SymbolDefinition, SymbolReference } from "../types.js";
import { bind } from "./bind.js";

/** A use of a name that is defined only further down: the line takes no part. */
export interface EarlyUse {
  readonly reference: SymbolReference;
  readonly definition: SymbolDefinition;
}

export const earlyUses = perHost((host): readonly EarlyUse[] =>
  host.references.flatMap((reference) => {
    if (!reference.before || reference.definition !== undefined) return [];
    const definition = host.symbols.find(({ kind, name }) => kind === reference.kind && name === reference.name);
    return definition === undefined ? [] : [{ reference, definition }];
  }),
);

/** The host as it would be with these definitions above all else: what is wrong with it then is hidden today. */
export const withDefinitionsRaised = perHost((host): HostConfiguration | undefined => {
  const late = new Set(earlyUses(host).map(({ definition }) => definition.statement));
  if (late.size === 0) return undefined;
  const { statements } = host.effective;
  const ordered = [...statements.filter((each) => late.has(each)), ...statements.filter((each) => !late.has(each))];
  return bind({ ...host.effective, statements: ordered }, host.name, host.known);
});
