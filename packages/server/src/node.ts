import { readdirSync, readFileSync, statSync } from "node:fs";
import type { ProjectHost } from "@kalint/project";
import {
  createConnection,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
} from "vscode-languageserver/node";
import type { Environment } from "./environment.js";
import { serve } from "./server.js";
import { describeError } from "./session.js";

export interface StartOptions {
  /** `socket`: the port on this machine where the client listens. */
  readonly transport: "stdio" | "node-ipc" | { readonly socket: number };
}

/** Starts the language server in this process. It ends the process when the client leaves. */
export function startServer(options: StartOptions): void {
  const connection = connect(options.transport);
  const log = (error: unknown) => connection.console.error(describeError(error));
  process.on("uncaughtException", log);
  process.on("unhandledRejection", log);
  serve(connection, nodeEnvironment);
}

function connect(transport: StartOptions["transport"]) {
  if (transport === "stdio") return createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  if (transport === "node-ipc") {
    return createConnection(ProposedFeatures.all, new IPCMessageReader(process), new IPCMessageWriter(process));
  }
  return createConnection(ProposedFeatures.all, ...createServerSocketTransport(transport.socket));
}

/** The disk. Whatever cannot be read is simply not there. */
export const nodeHost: ProjectHost = {
  read: (path) => quietly(() => readFileSync(path, "utf8")),
  stat: (path) =>
    quietly(() => {
      const stat = statSync(path);
      const kind = stat.isFile() ? "file" : stat.isDirectory() ? "directory" : "other";
      return { kind, executable: (stat.mode & 0o111) !== 0 };
    }),
  list: (path) => quietly(() => readdirSync(path)),
  entries: (path) =>
    readdirSync(path, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isFile() ? "file" : entry.isDirectory() ? "directory" : entry.isSymbolicLink() ? "link" : "other",
    })),
};

const nodeEnvironment: Environment = { host: nodeHost };

function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
