import { say } from "@kalint/schema";
import { UsageError } from "../usage.js";
import { version } from "../version.js";

interface RawLspOptions {
  readonly stdio?: boolean;
  readonly socket?: string;
  readonly nodeIpc?: boolean;
}

/** Starts the language server, which then owns the process. Loaded only here, so that no other command pays for it. */
export async function languageServer(options: RawLspOptions): Promise<void> {
  const chosen = [options.stdio, options.socket, options.nodeIpc].filter(Boolean).length;
  if (chosen > 1) throw new UsageError(say`only one of --stdio, --socket and --node-ipc can be used.`);
  if (options.socket !== undefined && !isPort(options.socket)) {
    throw new UsageError(say`--socket takes a port number from 1 to 65535, not '${options.socket}'.`);
  }
  const { startServer } = await import("@kalint/server");
  const socket = options.socket === undefined ? undefined : Number(options.socket);
  startServer({ transport: socket !== undefined ? { socket } : options.nodeIpc ? "node-ipc" : "stdio", version });
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
}
