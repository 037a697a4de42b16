import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { memoryHost } from "@kalint/daemon";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "../../../packages/server/src/server.js";
import { mutated, type RandomSource } from "../../support/random-text.js";
import type { Entry } from "./entry.js";

interface Position {
  readonly line: number;
  readonly character: number;
}

/** How many texts one server lives for: what it must not keep would grow. */
const lifetime = 300;
const uri = "file:///work/keepalived.conf";
const textDocument = { uri };

let current: { readonly client: MessageConnection; readonly errors: string[]; readonly end: () => void } | undefined;
let served = 0;

/** Every request is answered at every place, nothing is logged as a mistake, and an edit gives what a fresh text gives. */
export const server: Entry = {
  name: "server",
  oneIn: 32,
  async check(text, random) {
    if (served++ % lifetime === 0) {
      current?.end();
      current = undefined;
    }
    current ??= await startServer();
    const { client, errors } = current;
    errors.length = 0;
    try {
      await client.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId: "keepalived", version: 1, text },
      });
      await ask(client, random, text);
      if (random.below(2) === 0) {
        const edited = mutated(random, text);
        await edit(client, text, edited);
        await ask(client, random, edited);
        const incremental = await diagnosticsOf(client);
        await client.sendNotification("textDocument/didClose", { textDocument });
        await client.sendNotification("textDocument/didOpen", {
          textDocument: { uri, languageId: "keepalived", version: 3, text: edited },
        });
        assert.deepEqual(incremental, await diagnosticsOf(client), "after an edit other findings than in a fresh text");
      }
      await client.sendNotification("textDocument/didClose", { textDocument });
      assert.deepEqual(errors, [], "logged as a mistake");
    } catch (error) {
      // The next text, or this one again, finds a fresh server.
      current?.end();
      current = undefined;
      throw error;
    }
  },
};

async function ask(client: MessageConnection, random: RandomSource, text: string): Promise<void> {
  const lines = text.split(/\r\n|\r|\n/);
  const position = (): Position => {
    const line = random.below(lines.length);
    return { line, character: random.below((lines[line]?.length ?? 0) + 2) };
  };
  const options = { tabSize: random.pick([2, 4, 8]), insertSpaces: random.below(2) === 0 };
  const context = () => ({ diagnostics: [], ...(random.below(2) === 0 ? {} : { only: ["source.fixAll.kalint"] }) });
  const requests: Readonly<Record<string, () => object>> = {
    "textDocument/diagnostic": () => ({}),
    "textDocument/hover": () => ({ position: position() }),
    "textDocument/completion": () => ({ position: position() }),
    "textDocument/signatureHelp": () => ({ position: position() }),
    "textDocument/definition": () => ({ position: position() }),
    "textDocument/references": () => ({ position: position(), context: { includeDeclaration: true } }),
    "textDocument/documentHighlight": () => ({ position: position() }),
    "textDocument/documentSymbol": () => ({}),
    "textDocument/foldingRange": () => ({}),
    "textDocument/documentLink": () => ({}),
    "textDocument/selectionRange": () => ({ positions: [position(), position()] }),
    "textDocument/formatting": () => ({ options }),
    "textDocument/rangeFormatting": () => ({ options, range: { start: position(), end: position() } }),
    "textDocument/onTypeFormatting": () => ({ options, position: position(), ch: random.pick(["\n", "}"]) }),
    "textDocument/codeAction": () => ({ range: { start: position(), end: position() }, context: context() }),
    "textDocument/prepareRename": () => ({ position: position() }),
    "textDocument/rename": () => ({ position: position(), newName: random.pick(["B", "x y", "", "{"]) }),
    "kalint/effective": () => ({ uri }),
    "kalint/cluster": () => ({}),
    "workspace/symbol": () => ({ query: random.pick(["", "v", "A"]) }),
  };
  for (let count = 5; count > 0; count--) {
    const method = random.pick(Object.keys(requests));
    try {
      await client.sendRequest(method, { textDocument, ...requests[method]!() });
    } catch (error) {
      // What cannot be renamed is refused with a sentence.
      if (!/ename/.test(method) || /internal|undefined/i.test((error as Error).message)) {
        throw new Error(`${method} is answered with ${(error as Error).message}`, { cause: error });
      }
    }
  }
}

/** The smallest replacement that makes the one text the other, as an editor sends it. */
async function edit(client: MessageConnection, text: string, edited: string): Promise<void> {
  let start = 0;
  while (start < text.length && text[start] === edited[start]) start += 1;
  let tail = 0;
  const most = Math.min(text.length, edited.length) - start;
  while (tail < most && text.at(-1 - tail) === edited.at(-1 - tail)) tail += 1;
  const range = { start: positionIn(text, start), end: positionIn(text, text.length - tail) };
  // A place between \r and \n has no position of its own, and halves of a pair cannot be sent.
  const isSafe = !/[\r\n\ud800-\udfff]/.test(
    text.slice(start - 1, start + 1) + text.slice(text.length - tail - 1, text.length - tail + 1),
  );
  await client.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: isSafe ? [{ range, text: edited.slice(start, edited.length - tail) }] : [{ text: edited }],
  });
}

function positionIn(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

async function diagnosticsOf(client: MessageConnection): Promise<unknown> {
  const { items } = await client.sendRequest<{ items: unknown }>("textDocument/diagnostic", { textDocument });
  return items;
}

/** A server in this process, so that a hang is seen as one and its time is counted. */
async function startServer() {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
  );
  // The process of this "server" goes on.
  connection.onExit(() => {});
  serve(connection, { host: memoryHost({}), version: "0.0.0" });
  const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const errors: string[] = [];
  client.onNotification("window/logMessage", ({ type, message }: { type: number; message: string }) => {
    if (type === 1) errors.push(message);
  });
  client.listen();
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: "file:///work",
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await client.sendNotification("initialized", {});
  const end = () => {
    client.dispose();
    connection.dispose();
  };
  return { client, errors, end };
}
