import { type Completion, complete, pageOf, signatureAt, siteAt } from "@kalint/service";
import { type ClientCapabilities, type CompletionItem, CompletionTriggerKind } from "vscode-languageserver";
import { type CompletionAbilities, toCompletionItem, toSignatureHelp } from "./convert.js";
import { toMarkup } from "./markup.js";
import { findAt, type Session } from "./session.js";

/** What helps while typing: completion and signatures. */
export function serveCompletion(session: Session): void {
  const { connection, workspace, client, guard } = session;
  let last: { readonly id: number; readonly list: readonly Completion[] } = { id: 0, list: [] };

  connection.onCompletion(
    guard("textDocument/completion", [], (params) => {
      const { text, offset } = findAt(session, params);
      const { context } = params;
      if (context?.triggerKind === CompletionTriggerKind.TriggerCharacter) {
        const { kind } = siteAt(text.document, offset);
        // A blank is typed to indent far more often than to ask for a keyword, and `-` belongs to `# kalint-` alone.
        if (context.triggerCharacter === " " && kind !== "argument") return [];
        if (context.triggerCharacter === "-" && kind !== "comment") return [];
      }
      last = { id: last.id + 1, list: workspace.soon(() => complete(text.document, offset)) };
      const can = abilitiesOf(client());
      const items = last.list.map((one, index) => ({
        ...toCompletionItem(text.positions, one, index, can),
        data: { list: last.id, index },
        ...(!resolvesPages(client()) && documentationOf(one, client())),
      }));
      // Asked again at every key: behind a whole word nothing is offered, and Enter is only a line end.
      return { isIncomplete: true, items };
    }),
  );
  connection.onCompletionResolve((item) => {
    const { list, index } = (item.data ?? {}) as { list?: number; index?: number };
    const one = list === last.id ? last.list[index ?? -1] : undefined;
    return { ...item, ...(one && documentationOf(one, client())) };
  });
  connection.onSignatureHelp(
    guard("textDocument/signatureHelp", null, (params) => {
      const { text, offset } = findAt(session, params);
      const signature = signatureAt(text.document, offset);
      const formats = client().textDocument?.signatureHelp?.signatureInformation?.documentationFormat;
      return signature ? toSignatureHelp(signature, (markdown) => toMarkup(markdown, formats)) : null;
    }),
  );
}

function documentationOf(
  one: Completion,
  client: ClientCapabilities,
): Pick<CompletionItem, "documentation"> | undefined {
  const page = pageOf(one);
  // Kate says nothing of formats, and shows Markdown with its marks.
  const formats = client.textDocument?.completion?.completionItem?.documentationFormat ?? [];
  return page === undefined ? undefined : { documentation: toMarkup(page, formats) };
}

function abilitiesOf(client: ClientCapabilities): CompletionAbilities {
  const item = client.textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    tags: item?.tagSupport !== undefined,
  };
}

function resolvesPages(client: ClientCapabilities): boolean {
  const properties = client.textDocument?.completion?.completionItem?.resolveSupport?.properties;
  return properties?.includes("documentation") === true;
}
