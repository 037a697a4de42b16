import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { rulePageUrl } from "./convert.js";
import { effectiveText, effectiveUri, failoverText, failoverUri, pageAt, ruleUri, schemes } from "./pages.js";
import type { Session } from "./session.js";

/** What `workspace/executeCommand` takes. Each shows a page where the client can, and answers with its text. */
export const commandNames = ["kalint.effective", "kalint.failover", "kalint.openRule"] as const;

/** Pages that are followed at once. */
const most = 20;

/** `{ uri, configId? }`, or a rule's id. */
interface Target {
  readonly uri?: unknown;
  readonly configId?: unknown;
}

/**
 * Pages about configurations and rules, for every editor: as documents of the server, and as answers to commands. Gives
 * a function that tells the client of the documents that have another text now.
 */
export function serveCommands(session: Session): () => Promise<void> {
  const { connection, workspace, client } = session;
  /** The text that the client has of each. */
  const shown = new Map<string, string>();

  connection.workspace.textDocumentContent.on(({ uri }) => {
    const text = pageAt(workspace, uri);
    if (text === undefined) throw wrong(`${uri} is none of the documents of kalint (${schemes.join(", ")})`);
    // Nobody says when such a document is closed: the oldest goes.
    if (shown.size >= most) shown.delete([...shown.keys()][0]!);
    shown.set(uri, text);
    return { text };
  });
  connection.onExecuteCommand(async ({ command, arguments: [first] = [] }) => {
    const { uri, configId } = (typeof first === "object" && first !== null ? first : {}) as Target;
    if (command === "kalint.openRule") {
      if (typeof first !== "string" || pageAt(workspace, ruleUri(first)) === undefined) {
        throw wrong(`kalint.openRule takes the id of a rule, not ${JSON.stringify(first)}`);
      }
      await show(canShow() ? ruleUri(first) : rulePageUrl(first), !canShow());
      return pageAt(workspace, ruleUri(first));
    }
    if (uri !== undefined && typeof uri !== "string") throw wrong(`${command}: uri must be a text`);
    if (configId !== undefined && typeof configId !== "string") throw wrong(`${command}: configId must be a text`);
    if (command === "kalint.failover") {
      if (canShow()) await show(failoverUri(uri), false);
      return failoverText(workspace, uri);
    }
    if (command === "kalint.effective") {
      if (uri === undefined) throw wrong("kalint.effective takes { uri, configId? }");
      if (canShow()) await show(effectiveUri(uri, configId), false);
      return effectiveText(workspace, { uri, ...(configId !== undefined && { configId }) });
    }
    throw wrong(`${command} is no command of kalint; there are ${commandNames.join(", ")}`);
  });

  return async () => {
    for (const [uri, text] of shown) {
      if (pageAt(workspace, uri) !== text) await connection.workspace.textDocumentContent.refresh(uri);
    }
  };

  /** The client opens documents that the server makes. */
  function canShow(): boolean {
    const { window, workspace: abilities } = client();
    return window?.showDocument?.support === true && abilities?.textDocumentContent !== undefined;
  }

  async function show(uri: string, external: boolean): Promise<void> {
    if (client().window?.showDocument?.support !== true) return;
    await connection.window.showDocument({ uri, external, takeFocus: true });
  }
}

function wrong(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
