import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { Host } from "@kalint/service";
import {
  createConnection,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
} from "vscode-languageserver/node";
import type { Environment } from "./environment.js";
import { serve } from "./server.js";

export interface StartOptions {
  /** `socket`: the port on this machine where the client listens. */
  readonly transport: "stdio" | "node-ipc" | { readonly socket: number };
}

/** Starts the language server in this process. It ends the process when the client leaves. */
export function startServer(options: StartOptions): void {
  const connection = connect(options.transport);
  const log = (error: unknown) =>
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
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
export const nodeHost: Host = {
  read: (path) => quietly(() => readFileSync(path, "utf8")),
  stat: (path) =>
    quietly(() => {
      const stat = statSync(path);
      const kind = stat.isFile() ? "file" : stat.isDirectory() ? "directory" : "other";
      return { kind, executable: (stat.mode & 0o111) !== 0 };
    }),
  list: (path) => quietly(() => readdirSync(path)),
};

const nodeEnvironment: Environment = { host: nodeHost, findFiles: (folder) => [...filesBelow(folder, false, 0)] };

const skipped = new Set(["node_modules", ".git", ".hg", ".svn", ".terraform", ".venv"]);
const deepest = 12;

function* filesBelow(folder: string, inKeepalivedFolder: boolean, depth: number): Iterable<string> {
  const entries = quietly(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder.replace(/\/$/, "")}/${entry.name}`;
    if (entry.isDirectory() && !skipped.has(entry.name) && depth < deepest) {
      yield* filesBelow(path, inKeepalivedFolder || entry.name.startsWith("keepalived"), depth + 1);
    } else if (entry.isFile() && isConfiguration(path, inKeepalivedFolder)) yield path;
  }
}

function isConfiguration(path: string, inKeepalivedFolder: boolean): boolean {
  const name = basename(path);
  if (/^keepalived.*\.conf$|\.keepalived\.conf$/.test(name)) return true;
  return (
    inKeepalivedFolder &&
    name.endsWith(".conf") &&
    /^\s*(vrrp_|virtual_server|global_defs|bfd_|track_)\w*[^\n]*\{/m.test(nodeHost.read(path) ?? "")
  );
}

function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
