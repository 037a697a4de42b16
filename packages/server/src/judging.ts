import { say } from "@kalint/schema";
import type { Fix } from "@kalint/service";
import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { beside } from "./diagnoses.js";
import type { Workspace } from "./workspace.js";

/** Lets the target's own check decide about changes: keepalived never complains of more after them. */
interface Judge {
  /** Those of the offers that make nothing worse, each for itself. `undefined`: the texts have changed meanwhile. */
  each<Of extends { readonly change?: Fix }>(
    offers: readonly Of[],
    token: CancellationToken,
  ): Promise<readonly Of[] | undefined>;
  /** Those of the fixes that make nothing worse where all of them are applied. */
  together(fixes: readonly Fix[], token: CancellationToken): Promise<readonly Fix[] | undefined>;
}

export function createJudge(workspace: Workspace): Judge {
  /** What was judged of the texts as they are. An editor asks again with every move of the cursor. */
  let known = new Map<string, boolean>();
  let of = -1;

  const ask = async (fixes: readonly Fix[], how: "each" | "together", token: CancellationToken) => {
    const work = () => workspace.tryFixesInSteps(fixes, how);
    return (await beside(workspace, work, () => !token.isCancellationRequested))?.value;
  };

  return {
    async each(offers, token) {
      if (of !== workspace.generation()) {
        known = new Map();
        of = workspace.generation();
      }
      const verdicts = known;
      const open = offers.flatMap(({ change }) => (change && !verdicts.has(keyOf(change)) ? [change] : []));
      if (open.length > 0) {
        const proven = await ask(open, "each", token);
        if (proven === undefined) return undefined;
        for (const fix of open) verdicts.set(keyOf(fix), proven.includes(fix));
      }
      return offers.filter(({ change }) => change === undefined || verdicts.get(keyOf(change)) === true);
    },
    together: async (fixes, token) => (fixes.length === 0 ? fixes : await ask(fixes, "together", token)),
  };
}

/** The answer to a client that asks for a change which makes something worse. */
export function worse(): ResponseError<void> {
  return new ResponseError(
    LSPErrorCodes.RequestFailed,
    say`not changed: keepalived would complain about more than it does now`,
  );
}

export function modified(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, say`the text has changed since the action was offered`);
}

function keyOf({ edits }: Fix): string {
  return JSON.stringify(edits);
}
