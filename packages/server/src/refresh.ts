import { CodeLensRefreshRequest } from "vscode-languageserver";
import type { Session } from "./session.js";

/** Milliseconds without a change after which a client is asked to look again. */
const quiet = 300;

/** What rests on more than one text: a client asks for it again only when it is told to. Gives a function to call at every change. */
export function refreshViews({ connection, client }: Session, pages: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async (): Promise<void> => {
    const { workspace } = client();
    if (workspace?.codeLens?.refreshSupport) await connection.sendRequest(CodeLensRefreshRequest.type);
    if (workspace?.inlayHint?.refreshSupport) await connection.languages.inlayHint.refresh();
    if (workspace?.textDocumentContent !== undefined) await pages();
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask().catch(() => undefined), quiet);
  };
}
