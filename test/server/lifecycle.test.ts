import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildServer, removeFolder, startClient, startProcess } from "./client.js";

beforeAll(buildServer);
afterAll(removeFolder);

const path = "keepalived.conf";
const hover = (uri: string) => ({ textDocument: { uri }, position: { line: 0, character: 3 } });

test.each([
  ["zh-cn", "未知关键字"],
  ["de", "unknown keyword"],
  [undefined, "unknown keyword"],
])("with the locale %s findings are said so", async (locale, message) => {
  const client = await startProcess({ ...(locale !== undefined && { locale }) });
  await client.open(path, "vrrp_instance A {\n    advert_intt 1\n}\n");
  const report = await client.request("textDocument/diagnostic", { textDocument: { uri: client.uri(path) } });
  expect(report).toMatchObject({
    items: expect.arrayContaining([
      expect.objectContaining({ code: "unknown-keyword", message: expect.stringContaining(message) }),
    ]),
  });
  await client.stop();
});

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
    await client.stop();
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
    await client.stop();
  });
});
