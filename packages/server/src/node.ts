import { createBounds, entriesIn, namesIn, readBytes, statOf } from "@kalint/disk";
import { optionsOfEditorConfig } from "@kalint/format";
import type { ProjectHost } from "@kalint/project";
import { parse } from "editorconfig-without-wasm";
import {
  type Connection,
  createConnection,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  ProposedFeatures,
} from "vscode-languageserver/node";
import { strategy } from "./cancelling.js";
import { lifecycle } from "./lifecycle.js";
import { compileRarely, createCollector, createTidying, createWarmUp, ownHeap, ownProcessorTime } from "./memory.js";
import { serve } from "./server.js";
import { describeError } from "./session.js";
import { largestDocument, mostLines } from "./workspace-state.js";

export interface StartOptions {
  /** `socket`: the port on this machine where the client listens. */
  readonly transport: "stdio" | "node-ipc" | { readonly socket: number };
  /** Of kalint. */
  readonly version: string;
}

/** Starts the language server in this process. It ends the process when the client leaves. */
export function startServer(options: StartOptions): void {
  const connection = connect(options.transport);
  const log = (error: unknown) => connection.console.error(describeError(error));
  process.on("uncaughtException", log);
  process.on("unhandledRejection", log);
  serveDisk(connection, options.version);
}

/** Serves the files of this machine. */
export function serveDisk(connection: Connection, version: string, patience?: number): void {
  const tidying = createTidying(createCollector(ownHeap()), {
    now: () => performance.now(),
    processorTime: ownProcessorTime,
  });
  const noteWork = createWarmUp(compileRarely);
  serve(connection, {
    host: nodeHost(),
    version,
    patience,
    tidying() {
      noteWork();
      return tidying();
    },
    editorConfig: async (path) => optionsOfEditorConfig({ ...(await parse(path, { unset: true })) }),
  });
}

function connect(transport: StartOptions["transport"]) {
  if (transport === "stdio")
    return createConnection(ProposedFeatures.all, process.stdin, process.stdout, {
      connectionStrategy: strategy,
      ...lifecycle(),
    });
  return transport === "node-ipc"
    ? connectBy(new IPCMessageReader(process), new IPCMessageWriter(process))
    : connectBy(...createServerSocketTransport(transport.socket));
}

export function connectBy(reader: MessageReader, writer: MessageWriter): Connection {
  return createConnection(ProposedFeatures.all, reader, writer, { connectionStrategy: strategy, ...lifecycle() });
}

/** The disk. Whatever cannot be read is simply not there. */
function nodeHost(): ProjectHost {
  const { isOutside, allow, confine } = createBounds();
  confine();
  return {
    read: (path) => (isOutside(path) ? undefined : quietly(() => textOf(readBytes(path, largestDocument)))),
    stat: statOf,
    list: (path) => (isOutside(path) ? undefined : namesIn(path)),
    entries: entriesIn,
    isOutside,
    allow,
  };
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Of a file that is no longer than what may be open. */
function textOf(bytes: Uint8Array): string | undefined {
  let lines = 0;
  for (const byte of bytes) if (byte === 0x0a) lines += 1;
  return lines < mostLines ? decoder.decode(bytes) : undefined;
}

function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
