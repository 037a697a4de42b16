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

const nodeEnvironment: Environment = { host: nodeHost, findFiles };

const skipped = new Set(["node_modules", ".git", ".hg", ".svn", ".terraform", ".venv", "proc", "sys"]);
/** A client may name a home directory as its folder: the search must end soon whatever lies there. */
const most = { depth: 12, entries: 30_000 };

function findFiles(folder: string): readonly string[] {
  const files: string[] = [];
  let entriesLeft = most.entries;
  const search = (directory: string, inKeepalivedFolder: boolean, depth: number): void => {
    const entries = quietly(() => readdirSync(directory, { withFileTypes: true })) ?? [];
    entriesLeft -= entries.length;
    if (entriesLeft < 0) return;
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${directory.replace(/\/$/, "")}/${entry.name}`;
      if (entry.isFile() && isConfiguration(path, inKeepalivedFolder)) files.push(path);
      if (!entry.isDirectory() || skipped.has(entry.name) || depth === most.depth) continue;
      search(path, inKeepalivedFolder || entry.name.startsWith("keepalived"), depth + 1);
    }
  };
  search(folder, false, 0);
  return files;
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
