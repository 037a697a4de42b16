import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough, type Readable, type Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { connectBy, serveDisk } from "../../packages/server/src/node.js";
import { bundleInto } from "../support/command-bundle.js";

const folder = mkdtempSync(join(tmpdir(), "kalint-server-"));
const program = join(folder, "command/kalint.js");

/** Writes the command, whose server `startProcess` starts. */
export function buildServer(): void {
  bundleInto(join(folder, "command"));
}

/** Removes the workspaces, and the server if it was built. */
export async function removeFolder(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

interface Position {
  readonly line: number;
  readonly character: number;
}

export interface LspDiagnostic {
  readonly code: string;
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly relatedInformation?: readonly { readonly location: { readonly uri: string } }[];
}

/** A client that keeps what the server pushes and logs. */
export interface Client {
  readonly connection: MessageConnection;
  readonly initialized: { readonly capabilities: Record<string, unknown> };
  readonly logs: readonly string[];
  /** The messages that the server asked to show. */
  readonly shown: readonly string[];
  uri(path: string): string;
  open(path: string, text: string, languageId?: string): Promise<void>;
  request<T>(method: string, params: unknown): Promise<T>;
  /** The next diagnostics of a file that satisfy `accept`, those already there included. */
  diagnostics(path: string, accept: (list: readonly LspDiagnostic[]) => boolean): Promise<readonly LspDiagnostic[]>;
  /** Shuts the server down, which it has to answer. */
  stop(): Promise<void>;
}

/** What a server reads and writes, and how it is left after it has answered `shutdown`. */
interface Wires {
  readonly input: Writable;
  readonly output: Readable;
  /** Of the client, where the server ends with it. */
  readonly clientId: number | null;
  leave(connection: MessageConnection): Promise<void>;
}

export interface ClientOptions {
  readonly capabilities?: unknown;
  readonly initializationOptions?: unknown;
  /** The language of the client, such as `zh-cn`. */
  readonly locale?: string;
  /** Files on the disk of the workspace. */
  readonly files?: Readonly<Record<string, string>>;
  /** The workspace's folder that is opened; all of it by default. */
  readonly folder?: string;
  /** Milliseconds of work after which a server in this process shows its progress. */
  readonly patience?: number;
  /** Runs before the server is initialized. */
  readonly before?: (connection: MessageConnection) => Promise<void>;
}

/** A client of a server in this process, over streams: starting a process takes longer than most tests. */
export async function startClient(options: ClientOptions = {}): Promise<Client> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const connection = connectBy(new StreamMessageReader(input), new StreamMessageWriter(output));
  serveDisk(connection, "0.0.0", options.patience);
  // What it still works on ends unheard, as it would with its process.
  return clientOf({ input, output, clientId: null, leave: async () => {} }, options);
}

/** A client of a server that is a process of its own, as editors start it. Needs `buildServer`. */
export async function startProcess(options: ClientOptions = {}): Promise<Client & { readonly process: ChildProcess }> {
  const server = spawn(process.execPath, [program, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
  const leave = async (connection: MessageConnection) => {
    await connection.sendNotification("exit");
    assert.equal(await ended, 0);
  };
  const wires = { input: server.stdin, output: server.stdout, clientId: process.pid, leave };
  return { ...(await clientOf(wires, options)), process: server };
}

/** Gives a client to `use`, and shuts its server down whatever comes of it. */
export async function withClient(options: ClientOptions, use: (client: Client) => Promise<void>): Promise<void> {
  const client = await startClient(options);
  try {
    await use(client);
  } finally {
    await client.stop();
  }
}

async function clientOf({ input, output, clientId, leave }: Wires, options: ClientOptions): Promise<Client> {
  await mkdir(folder, { recursive: true });
  const workspace = mkdtempSync(join(folder, "workspace-"));
  for (const [path, text] of Object.entries(options.files ?? {})) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), text);
  }
  const connection = createMessageConnection(new StreamMessageReader(output), new StreamMessageWriter(input));
  const logs: string[] = [];
  const shown: string[] = [];
  const pushed = new Map<string, readonly LspDiagnostic[]>();
  const waiting = new Set<() => void>();
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => void logs.push(message));
  connection.onRequest("window/showMessageRequest", ({ message }: { message: string }) => {
    shown.push(message);
    return null;
  });
  connection.onNotification(
    "textDocument/publishDiagnostics",
    (params: { uri: string; diagnostics: LspDiagnostic[] }) => {
      pushed.set(params.uri, params.diagnostics);
      for (const look of waiting) look();
    },
  );
  connection.listen();

  const uri = (path: string) => pathToFileURL(join(workspace, path)).toString();
  await options.before?.(connection);
  const initialized = await connection.sendRequest<Client["initialized"]>("initialize", {
    processId: clientId,
    rootUri: pathToFileURL(join(workspace, options.folder ?? "")).toString(),
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
    ...(options.locale !== undefined && { locale: options.locale }),
  });
  await connection.sendNotification("initialized", {});

  return {
    connection,
    initialized,
    logs,
    shown,
    uri,
    open: (path, text, languageId = "keepalived") =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri: uri(path), languageId, version: 1, text },
      }),
    request: (method, params) => connection.sendRequest(method, params),
    diagnostics: (path, accept) =>
      new Promise((resolve) => {
        const look = () => {
          const list = pushed.get(uri(path));
          if (list === undefined || !accept(list)) return;
          waiting.delete(look);
          resolve(list);
        };
        waiting.add(look);
        look();
      }),
    async stop() {
      await connection.sendRequest("shutdown");
      await leave(connection);
      connection.dispose();
    },
  };
}
