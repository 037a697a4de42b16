import { execFileSync, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  CancellationTokenSource,
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type ResponseError,
} from "vscode-jsonrpc/node";

const root = join(import.meta.dirname, "../..");

test("the extension's server ends a cancelled request as such: VS Code shows any other end as an error", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kalint-extension-"));
  execFileSync(process.execPath, [join(root, "packages/vscode/build.mjs"), folder]);
  const server = fork(join(folder, "server.cjs"), ["--node-ipc"]);
  const connection = createMessageConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
  connection.listen();
  try {
    const capabilities = { textDocument: { diagnostic: {} } };
    await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities });
    await connection.sendNotification("initialized", {});
    // Enough to do that the request is not answered before it is cancelled.
    for (let n = 1; n <= 40; n++) {
      const text = `vrrp_instance A {\n    interface eth0\n    virtual_router_id ${n}\n}\n`;
      await connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri: `file:///nowhere/lb${n}/keepalived.conf`, languageId: "keepalived", version: 1, text },
      });
    }
    const source = new CancellationTokenSource();
    const pull = connection
      .sendRequest("workspace/diagnostic", { previousResultIds: [] }, source.token)
      .catch(({ code }: ResponseError<void>) => code);
    source.cancel();
    expect(await pull).toBe(-32800);
    await connection.sendRequest("shutdown");
  } finally {
    connection.dispose();
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
