import { type ClientCapabilities, type Connection, type Position, ResponseError } from "vscode-languageserver";
import type { Diagnoses } from "./diagnoses.js";
import { toOffset } from "./positions.js";
import type { OpenText, Workspace } from "./workspace.js";

/** What the handlers of one client share. */
export interface Session {
  readonly connection: Connection;
  readonly workspace: Workspace;
  /** The findings in all files. */
  readonly diagnoses: Diagnoses;
  readonly client: () => ClientCapabilities;
  /** An error in one handler becomes a log line and an empty answer: it ends neither the server nor other requests. */
  guard<P extends unknown[], R>(
    name: string,
    otherwise: R,
    handler: (...params: P) => R | Promise<R>,
  ): (...params: P) => R | Promise<R>;
}

/** What a request about a text that the client has not open, or no longer, ends with. */
class NotOpen extends Error {}

export function createSession(
  connection: Connection,
  workspace: Workspace,
  diagnoses: Diagnoses,
  client: () => ClientCapabilities,
): Session {
  return {
    connection,
    workspace,
    diagnoses,
    client,
    guard:
      (name, otherwise, handler) =>
      (...params) => {
        const log = (error: unknown) => {
          // Not our mistake, and the client is to know it.
          if (error instanceof ResponseError) throw error;
          // It was closed while the request was on its way.
          if (error instanceof NotOpen) return otherwise;
          connection.console.error(`${name}: ${describeError(error)}`);
          return otherwise;
        };
        try {
          const result = handler(...params);
          return result instanceof Promise ? (result.catch(log) as typeof result) : result;
        } catch (error) {
          return log(error);
        }
      },
  };
}

export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The open text of a URI. Throws where it is not open. */
export function find({ workspace }: Session, uri: string): OpenText {
  const text = workspace.get(uri);
  if (!text) throw new NotOpen(`${uri} is not open`);
  return text;
}

export function findAt(
  session: Session,
  { textDocument, position }: { readonly textDocument: { readonly uri: string }; readonly position: Position },
): { readonly text: OpenText; readonly offset: number } {
  const text = find(session, textDocument.uri);
  return { text, offset: toOffset(text.positions, position) };
}
