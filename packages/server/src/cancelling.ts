import {
  type CancellationToken,
  CancellationTokenSource,
  type ConnectionStrategy,
  LSPErrorCodes,
  Message,
  ResponseError,
} from "vscode-languageserver";

/** A request that is cancelled before its turn has come is answered at once, and never looked at. */
export const strategy: ConnectionStrategy = {
  cancelUndispatched: (message) =>
    Message.isRequest(message) ? { jsonrpc: "2.0", id: message.id, error: cancelled().toJson() } : undefined,
};

export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "the request was cancelled");
}

/** Requests about one version of a text, which end where a newer version comes before their answer. */
export interface VersionedRequests {
  /** Waits for `answer`, unless the client cancels the request or another version comes. */
  of<T>(uri: string, token: CancellationToken, answer: (token: CancellationToken) => Promise<T>): Promise<T>;
  /** There is another version now. */
  supersede(uri: string): void;
}

export function versionedRequests(): VersionedRequests {
  const waiting = new Map<string, Set<CancellationTokenSource>>();
  return {
    async of(uri, token, answer) {
      const source = new CancellationTokenSource();
      const all = waiting.get(uri) ?? new Set();
      waiting.set(uri, all.add(source));
      const listener = token.onCancellationRequested(() => source.cancel());
      try {
        return await answer(source.token);
      } catch (error) {
        throw source.token.isCancellationRequested && !token.isCancellationRequested ? superseded() : error;
      } finally {
        listener.dispose();
        all.delete(source);
        if (all.size === 0 && waiting.get(uri) === all) waiting.delete(uri);
      }
    },
    supersede(uri) {
      for (const source of waiting.get(uri) ?? []) source.cancel();
    },
  };
}

/** What LSP has for diagnostics that are not worked out to the end; a client that still needs them asks again. */
function superseded(): ResponseError<{ readonly retriggerRequest: boolean }> {
  const data = { retriggerRequest: true };
  return new ResponseError(LSPErrorCodes.ServerCancelled, "there is a newer version of the text", data);
}
