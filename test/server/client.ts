import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { sources } from "../../scripts/sources.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "kalint-server-"));
const program = join(folder, "server.cjs");

let bundled: ReturnType<typeof bundle> | undefined;

/** Writes the server as it runs in the command and in the extension; it is bundled once for all files that a worker runs. */
export async function buildServer(): Promise<void> {
  bundled ??= bundle();
  await mkdir(folder, { recursive: true });
  await writeFile(program, (await bundled).outputFiles[0]!.contents);
}

function bundle() {
  return build({
    stdin: {
      contents: 'import { startServer } from "@kalint/server"; startServer({ transport: "stdio", version: "0.0.0" });',
      resolveDir: root,
    },
    alias: sources,
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    logLevel: "error",
  });
}

export async function removeServer(): Promise<void> {
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
  readonly process: ChildProcess;
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
  stop(): Promise<number | null>;
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
  /** Runs before the server is initialized. */
  readonly before?: (connection: MessageConnection) => Promise<void>;
}

export async function startClient(options: ClientOptions = {}): Promise<Client> {
  const workspace = mkdtempSync(join(folder, "workspace-"));
  for (const [path, text] of Object.entries(options.files ?? {})) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), text);
  }
  const server = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
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
    processId: process.pid,
    rootUri: pathToFileURL(join(workspace, options.folder ?? "")).toString(),
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
    ...(options.locale !== undefined && { locale: options.locale }),
  });
  await connection.sendNotification("initialized", {});

  return {
    process: server,
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
      const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      const status = await ended;
      connection.dispose();
      return status;
    },
  };
}
