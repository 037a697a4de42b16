import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildServer, removeServer, startClient } from "./client.js";

beforeAll(buildServer);
afterAll(removeServer);

const path = "keepalived.conf";
const hover = (uri: string) => ({ textDocument: { uri }, position: { line: 0, character: 3 } });

describe("the order in which a client speaks", () => {
  test("a second initialize is refused, and nothing changes", async () => {
    const client = await startClient();
    await client.open(path, "vrrp_instance A {\n}\n");
    await expect(
      client.request("initialize", { processId: null, rootUri: null, capabilities: {} }),
    ).rejects.toMatchObject({
      code: -32600,
    });
    expect(await client.request("textDocument/hover", hover(client.uri(path)))).toMatchObject({ contents: {} });
    expect(await client.stop()).toBe(0);
  });

  test("nothing is answered before initialize", async () => {
    const early: unknown[] = [];
    const client = await startClient({
      before: async (connection) => {
        await connection.sendNotification("textDocument/didOpen", {
          textDocument: {
            uri: "file:///early.conf",
            languageId: "keepalived",
            version: 1,
            text: "vrrp_instance A {\n}\n",
          },
        });
        early.push(
          await connection.sendRequest("textDocument/hover", hover("file:///early.conf")).catch((error) => error),
        );
      },
    });
    expect(early).toMatchObject([{ code: -32002 }]);
    expect(client.logs).toEqual([]);
    expect(await client.stop()).toBe(0);
  });
});
